#include "tests/http/held_case.hpp"

#include <fmt/format.h>

#include <map>

#include "reviewd/api/endpoint.hpp"
#include "tests/support/small_zip.hpp"

namespace review::service_test {
namespace {

const std::string named_child =
    R"({"incidentLogged":{"incidentOn":"2026-01-02","localAuthorityAwareOn":"2026-01-05","harm":"SERIOUS_HARM",)"
    R"("abuseOrNeglect":"SUSPECTED","occurredIn":"sandwell","children":[{"pseudonym":"Child A","ageYears":7,)"
    R"("name":"Thistledown Oakenshawe","bornOn":"2017-03-09","address":"1 Oakenshawe Lane",)"
    R"("school":"Marrowfield School","nhsNumber":"999 000 0018"}]}})";

/// With each of the documents and entries, where the pattern names one.
std::vector<std::string> addresses_of(const std::string& pattern, const std::string& id,
                                      const std::vector<std::string>& entries) {
  const auto names = [&](std::string_view part) { return pattern.find(part) != std::string::npos; };
  const std::vector<std::string> none = {"none"};
  const std::vector<std::string> documents = {"document-1", "document-2", "document-3"};
  std::vector<std::string> all;
  for (const auto& entry : names("{entry}") ? entries : none) {
    for (const auto& document : names("{document}") ? documents : none) {
      const std::map<std::string, std::string> parts = {{"case", id},
                                                        {"entry", entry},
                                                        {"document", document},
                                                        {"version", "1"},
                                                        {"embargo", "embargo-1"},
                                                        {"clock", "notify-panel"},
                                                        {"kind", "draftCommented"},
                                                        {"review", "review-1"}};
      auto address = pattern;
      for (auto from = address.find('{'); from != std::string::npos; from = address.find('{')) {
        const auto to = address.find('}', from);
        const auto part = parts.find(address.substr(from + 1, to - from - 1));
        address.replace(from, to + 1 - from, part == parts.end() ? "none" : part->second);
      }
      all.push_back(address);
    }
  }
  return all;
}

}  // namespace

std::string embargo(const std::string& covers, const std::string& readers) {
  return fmt::format(
      R"({{"embargoPlaced":{{"covers":[{}],"reason":"A trial is to come.","reviewOn":"2026-07-01","readers":[{}]}}}})",
      covers, readers);
}

Held::Held(const DaemonWish& wish) : practice(wish) {
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
  std::vector<std::string> patterns;
  for (const auto& endpoint : reviewd::endpoints()) {
    if (endpoint.method == "GET" && endpoint.pattern != "/v1/journal/head") patterns.push_back(endpoint.pattern);
  }
  return addresses_of(patterns, held);
}

void tells_nothing(const HttpAnswer& answer, const std::string& what, const std::vector<std::string>& of) {
  for (const auto& canary : of) {
    std::string body = answer.head + answer.body;
    for (auto& letter : body) letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    INFO(what << " tells " << canary);
    CHECK(body.find(canary) == std::string::npos);
  }
}

std::vector<std::string> addresses_of(const std::vector<std::string>& patterns, Held& held) {
  auto entries = texts(held.practice.coordinator.get(held.at("/entries?pageSize=200")), "entries", "entry");
  entries.emplace_back("none");
  std::vector<std::string> all;
  for (const auto& pattern : patterns) {
    const auto some = addresses_of(pattern, held.id, entries);
    all.insert(all.end(), some.begin(), some.end());
  }
  return all;
}

}  // namespace review::service_test
