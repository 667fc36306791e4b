#include "tests/http/held_case.hpp"

#include <fmt/format.h>

#include "tests/support/small_zip.hpp"

namespace review::service_test {
namespace {

const std::string named_child =
    R"({"incidentLogged":{"incidentOn":"2026-01-02","localAuthorityAwareOn":"2026-01-05","harm":"SERIOUS_HARM",)"
    R"("abuseOrNeglect":"SUSPECTED","occurredIn":"sandwell","children":[{"pseudonym":"Child A","ageYears":7,)"
    R"("name":"Thistledown Oakenshawe","bornOn":"2017-03-09","address":"1 Oakenshawe Lane"}]}})";
}  // namespace

std::string embargo(const std::string& covers, const std::string& readers) {
  return fmt::format(
      R"({{"embargoPlaced":{{"covers":[{}],"reason":"A trial is to come.","reviewOn":"2026-07-01","readers":[{}]}}}})",
      covers, readers);
}

Held::Held() {
  id = practice.accepted_case();
  const auto first = practice.coordinator.get(at("/entries?pageSize=1")).text("/entries/0/entry");
  practice.add(
      id, R"({"entryCorrected":{"entry":")" + first + R"(","reason":"Invented.","replacement":)" + named_child + "}}");
  practice.add(id, comments);
  const std::string title = "Report on Pennywhistle";
  REQUIRE(file_document(practice.coordinator, id, "Quillfeather.pdf", title, small_pdf("grimbledon")).status == 201);
  REQUIRE(file_document(practice.coordinator, id, "Quillfeather.docx", title, test::small_docx()).status == 201);
  REQUIRE(file_document(practice.coordinator, id, "quillfeather.txt", title, "grimbledon").status == 201);
}

void Held::place(const std::string& readers) {
  for (const auto* person : {"named-reader", "second-reader", "some-reader", "cora"}) {
    static_cast<void>(practice.daemon.issue(person, "reader"));
  }
  practice.add(id, embargo(R"("REPORT","IDENTIFYING_FACTS")", readers));
}

void tells_nothing(const HttpAnswer& answer, const std::string& what) {
  for (const auto& canary : canaries) {
    std::string body = answer.head + answer.body;
    for (auto& letter : body) letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    INFO(what << " tells " << canary);
    CHECK(body.find(canary) == std::string::npos);
  }
}

}  // namespace review::service_test
