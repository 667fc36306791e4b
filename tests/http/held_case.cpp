#include "tests/http/held_case.hpp"

#include <fmt/format.h>

#include <set>

#include "reviewd/api/endpoint.hpp"
#include "tests/support/small_zip.hpp"

namespace review::service_test {
namespace {

const std::string named_child =
    R"({"incidentLogged":{"incidentOn":"2026-01-02","localAuthorityAwareOn":"2026-01-05","harm":"SERIOUS_HARM",)"
    R"("abuseOrNeglect":"SUSPECTED","occurredIn":"sandwell","children":[{"pseudonym":"Child A","ageYears":7,)"
    R"("name":"Thistledown Oakenshawe","bornOn":"2017-03-09","address":"1 Oakenshawe Lane",)"
    R"("school":"Marrowfield School","nhsNumber":"999 000 0018"}]}})";

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
  practice.add(id, fmt::format(R"({{"noteAdded":{{"text":"{}"}}}})", repeated));
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

std::vector<std::string> addresses(Held& held) {
  const auto entries = held.practice.coordinator.get(held.at("/entries?pageSize=200")).json();
  std::vector<std::string> all;
  std::set<std::string> parts = {"none"};
  for (const auto& entry : entries.at("entries").as_array()) parts.insert(entry.at("entry").as_string().c_str());
  for (const auto& endpoint : reviewd::endpoints()) {
    if (endpoint.method != "GET" || endpoint.pattern == "/v1/journal/head") continue;
    for (const std::string& entry : parts) {
      for (const char* document : {"document-1", "document-2", "document-3"}) {
        auto address = endpoint.pattern;
        const auto put = [&](const std::string& part, const std::string& value) {
          if (const auto found = address.find(part); found != std::string::npos)
            address.replace(found, part.size(), value);
        };
        const bool of_entry = address.find("{entry}") != std::string::npos;
        const bool of_document = address.find("{document}") != std::string::npos;
        if ((!of_entry && entry != "none") || (!of_document && std::string(document) != "document-1")) continue;
        put("{case}", held.id);
        put("{entry}", entry);
        put("{document}", document);
        put("{version}", "1");
        put("{embargo}", "embargo-1");
        put("{clock}", "notify-panel");
        put("{review}", "review-1");
        while (address.find('{') != std::string::npos) {
          const auto from = address.find('{');
          address.replace(from, address.find('}') + 1 - from, "none");
        }
        all.push_back(address);
      }
    }
  }
  return all;
}

void tells_nothing(const HttpAnswer& answer, const std::string& what, const std::vector<std::string>& of) {
  for (const auto& canary : of) {
    std::string body = answer.head + answer.body;
    for (auto& letter : body) letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    INFO(what << " tells " << canary);
    CHECK(body.find(canary) == std::string::npos);
  }
}

}  // namespace review::service_test
