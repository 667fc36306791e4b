#include "tests/access/hidden_case.hpp"

#include <fmt/format.h>

#include <map>
#include <regex>

#include "reviewd/api/endpoint.hpp"
#include "reviewd/http/multipart.hpp"
#include "reviewd/web/frame/page.hpp"

namespace review::access_test {
namespace {

const std::string boundary = "invented-boundary";

std::string document_form() {
  return reviewd::write_multipart(
      boundary, {{"title", std::nullopt, "", "Draft"}, {"file", "draft.txt", "text/plain", "An invented text."}});
}

/// A body that the schema takes, by its name.
AboutCase with_body(AboutCase one, const std::string& takes) {
  static const std::map<std::string, std::string> bodies = {
      {"Entry", service_test::note},
      {"GlassWish", R"({"ground":"child-at-risk","reasons":"An invented reason of some length."})"},
      {"ReturnLinkWish", R"({"request":"none","agency":"none","contact":"none","expiresOn":"2026-02-01"})"},
      {"ReturnRequestWish", R"({"agencies":["none"]})"}};
  if (takes.empty()) return one;
  const auto known = bodies.find(takes);
  const bool files = takes == "DocumentForm" || takes == "ChronologyForm";
  one.body = files ? document_form() : known == bodies.end() ? "{}" : known->second;
  one.content_type = files ? "multipart/form-data; boundary=" + boundary : "application/json";
  return one;
}

void keep_in(const test::HttpAnswer& answer, int status) {
  INFO(answer.body);
  REQUIRE(answer.status == status);
}

}  // namespace

std::string AboutCase::of(const std::string& reference) const {
  static const std::map<std::string, std::string> parts = {
      {"{clock}", "notify-panel"}, {"{document}", "document-1"}, {"{version}", "1"}, {"{kind}", "noteAdded"}};
  auto address = pattern;
  address.replace(address.find("{case}"), 6, reference);
  for (auto at = address.find('{'); at != std::string::npos; at = address.find('{')) {
    const auto end = address.find('}', at) + 1;
    const auto known = parts.find(address.substr(at, end - at));
    address.replace(at, end - at, known == parts.end() ? "none" : known->second);
  }
  return address;
}

const std::vector<AboutCase>& about_cases() {
  static const std::vector<AboutCase> all = [] {
    std::vector<AboutCase> rows;
    for (const auto& endpoint : reviewd::endpoints()) {
      if (endpoint.pattern.find("{case}") == std::string::npos) continue;
      rows.push_back(with_body({endpoint.method, endpoint.pattern}, endpoint.takes));
    }
    for (const auto& page : reviewd::pages()) {
      if (page.pattern.find("{case}") != std::string::npos) rows.push_back({page.method, page.pattern, true});
    }
    return rows;
  }();
  return all;
}

const std::vector<HiddenCase::Person>& HiddenCase::people() {
  static const std::vector<Person> all = {{"not-a-member", "panel-member"},
                                          {"not-asked", "agency-contact"},
                                          {"not-on-the-list", "chair"},
                                          {"kept-out", "coordinator"},
                                          {"kept-out-too", "information-governance"},
                                          {"who-runs-it", "administrator"}};
  return all;
}

HiddenCase::HiddenCase() {
  reference = practice.notified_case();
  practice.add(reference, R"({"agencyReturnRequested":{"agencies":["police","city-hospital"],"dueOn":"2026-01-14"}})");
  for (int i = 0; i < 20; ++i) practice.add(reference, service_test::note);
  keep_in(practice.coordinator.post("/v1/cases/" + reference + "/documents", document_form(),
                                    {{"Content-Type", "multipart/form-data; boundary=" + boundary}}),
          201);
  // Somebody must be there to cover for the coordinator who is kept out.
  for (const auto& [name, role] : people()) {
    if (role == "administrator") continue;
    (void)practice.daemon.issue(name, role);
    if (name.starts_with("kept-out")) {
      practice.add(reference, fmt::format(R"({{"conflictDeclared":{{"person":"{}","managed":"EXCLUDED"}}}})", name));
    }
  }
  practice.add(reference,
               R"({"caseSealed":{"readers":["coordinator-1","kept-out","kept-out-too"],"reasons":"Invented."}})");
}

std::string traits(const test::HttpAnswer& answer, const std::string& reference) {
  static const std::regex ids(
      "[0-9a-f]{16}|[a-z2-7]{26}|Date: [^\r\n]*|\"glass\":\"[a-z2-7]{12}\"|[0-9-]{10}T[0-9:.]*Z");
  auto whole = std::regex_replace(answer.head + "\n" + answer.body, ids, "ID");
  for (auto at = whole.find(reference); at != std::string::npos; at = whole.find(reference)) {
    whole.replace(at, reference.size(), "CASE");
  }
  return whole;
}

}  // namespace review::access_test
