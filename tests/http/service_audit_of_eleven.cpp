#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <map>

#include "libreview/law/england.hpp"
#include "tests/http/service_support.hpp"
#include "tests/support/audit_of_eleven.hpp"
#include "tests/support/browser.hpp"

/// The published audit of eleven cases, recorded entry by entry as an audit is, and read where people read it.
namespace review::service_test {
namespace {

constexpr const char* eleven_template = "multi-agency-case-audit";

/// The standards of the template, in its order.
std::vector<std::string> standard_ids() {
  std::vector<std::string> ids;
  for (const auto& one : england().audit_template(eleven_template)->versions[0].standards()) ids.push_back(one.id);
  return ids;
}

class AuditOfEleven {
 public:
  AuditOfEleven() : standards_(standard_ids()) {
    const auto opened = practice_.coordinator.post(
        "/v1/programmes", R"({"programmeOpened":{"sort":"MULTI_AGENCY_AUDIT","title":"Eleven cases"}})");
    REQUIRE(opened.status == 201);
    id_ = opened.text("/programme");
    add(fmt::format(R"({{"auditDesignSettled":{{"template":"{}","priorities":[{{"id":"neglect","title":"Neglect"}},)"
                    R"({{"id":"exploitation","title":"Exploitation"}},{{"id":"early-help","title":"Early help"}}]}}}})",
                    eleven_template));
    for (const auto& name : test::eleven_cases()) {
      add(fmt::format(R"({{"auditCaseSelected":{{"auditCase":"{}","priority":"{}","agencies":["{}"]}}}})", name,
                      test::priority_of_eleven(name), fmt::join(test::agencies_of_eleven(name), "\",\"")));
    }
    for (const auto& part : test::parts_of_eleven()) {
      for (const auto& name : part.cases) add(returned(part, name));
    }
  }
  [[nodiscard]] std::string at(const std::string& below = "") const { return "/programmes/" + id_ + "/audit" + below; }
  [[nodiscard]] Practice& practice() { return practice_; }
  [[nodiscard]] const std::vector<std::string>& standards() const { return standards_; }

 private:
  void add(const std::string& body) {
    const auto answer = practice_.coordinator.post("/v1/programmes/" + id_ + "/entries", body);
    INFO(body << "\n" << answer.body);
    REQUIRE(answer.status == 201);
  }
  [[nodiscard]] std::string returned(const test::AgencyPart& part, const std::string& name) const {
    std::string answers;
    for (std::size_t i = 0; i < standards_.size(); ++i) {
      const bool failed = part.failed(static_cast<int>(i) + 1, name);
      answers += fmt::format(R"({}{{"standard":"{}","result":"{}"{}}})", answers.empty() ? "" : ",", standards_[i],
                             failed ? "NOT_MET" : "MET", failed ? R"(,"why":"Invented.")" : "");
    }
    return fmt::format(R"({{"agencyAuditedCase":{{"agency":"{}","auditCase":"{}","answers":[{}]}}}})", part.agency,
                       name, answers);
  }

  Practice practice_;
  std::vector<std::string> standards_;
  std::string id_;
};

TEST_CASE("A published audit of eleven cases is recorded, and says 9 of 11 over the API, on its page and as CSV",
          "[service]") {
  AuditOfEleven eleven;
  auto& coordinator = eleven.practice().coordinator;
  const auto found = coordinator.get("/v1" + eleven.at());
  REQUIRE(found.status == 200);
  const auto audit = found.json();
  CHECK(audit.at("outstanding").as_array().empty());
  CHECK(audit.at("cases").as_array().size() == 11);
  CHECK(audit.at("returns").as_array().size() == 39);
  const auto& rows = audit.at("standards").as_array();
  REQUIRE(rows.size() == eleven.standards().size());
  std::map<int, std::string> cases;
  for (const auto& row : rows) {
    const auto& tally = row.at("cases");
    cases[static_cast<int>(row.at("number").as_int64())] =
        fmt::format("{} of {} ({}%)", tally.at("reached").as_int64(), tally.at("applicable").as_int64(),
                    tally.at("percent").as_int64());
  }
  CHECK(cases[1] == "9 of 11 (82%)");
  CHECK(cases[2] == "7 of 11 (64%)");
  CHECK(cases[3] == "11 of 11 (100%)");
  CHECK(cases[15] == "3 of 11 (27%)");
  CHECK(cases[18] == "6 of 11 (55%)");
  CHECK(cases[20] == "8 of 11 (73%)");

  const auto file = coordinator.get("/v1" + eleven.at(":csv"));
  REQUIRE(file.status == 200);
  CHECK(says(file, "\r\nSTANDARD,right-agencies,,,,9,11,82,0,37,0,2,37,39,95,0,0,0"));
  CHECK(says(file, "\r\nSTANDARD,help-assessed,,,,3,11,27,0,29,0,10,29,39,74,0,0,0"));

  auto browser = test::Browser::of(eleven.practice().daemon, "a-smith", "coordinator");
  const auto page = browser.open(eleven.at());
  REQUIRE(page.status == 200);
  // Each standard with its own share: the row of the first, up to the next.
  const auto first = page.body.find("1. Every agency that should be working with the child is");
  const auto second = page.body.find("2. Each of them takes part", first);
  REQUIRE(second != std::string::npos);
  CHECK(says(page.body.substr(first, second - first), "9 of 11 (82%)"));
  CHECK(says(page, "3 of 11 (27%)"));
}

}  // namespace
}  // namespace review::service_test
