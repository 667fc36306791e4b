#include <fmt/format.h>

#include <boost/json/array.hpp>

#include "tests/http/held_case.hpp"

/// What was learned over all cases, and themes that are suggested.
namespace review::service_test {
namespace {

namespace json = boost::json;
using Words = std::vector<std::string>;

std::string learned(const std::string& finding) {
  return fmt::format(R"({{"learningCaptured":{{"findings":[{}]}}}})", finding);
}

/// `26-0001/gap`, in the order of the list.
Words found(HttpCaller& caller, const std::string& asked = "") {
  const auto answer = caller.get("/v1/findings" + asked);
  INFO(answer.body);
  REQUIRE(answer.status == 200);
  Words all;
  const auto value = answer.json();
  for (const auto& one : value.at("findings").as_array()) {
    all.push_back(fmt::format("{}/{}", one.at("case").as_string().c_str(), one.at("finding").as_string().c_str()));
  }
  return all;
}

/// Two cases on 1 June 2026: what one found, the other confirms.
struct Two {
  Practice practice;
  std::string first = practice.open();
  std::string second = practice.open();

  Two() {
    practice.day("2026-06-01");
    practice.add(first, learned(R"({"id":"gap","finding":"A mulberry gap.","why":"No rota.","themes":["babies"],)"
                                R"("source":"TABLETOP_REVIEW","foundOn":"2026-02","agencies":["POLICE"]})"));
    practice.add(second,
                 learned(fmt::format(R"({{"id":"again","finding":"=The gap again.","themes":["babies","neglect"],)"
                                     R"("source":"DATA","bearsOn":[{{"finding":"gap","bearing":"CONFIRMS",)"
                                     R"("ofCase":"cases/{}"}}]}})",
                                     first)));
  }
};

TEST_CASE("Findings of all cases are listed with their source, and with what bears on them", "[service]") {
  Two two;
  auto& caller = two.practice.coordinator;
  CHECK(found(caller) == Words{two.second + "/again", two.first + "/gap"});
  const auto answer = caller.get("/v1/findings").json();
  const auto& again = answer.at("findings").at(0);
  CHECK(again.at("source") == "DATA");
  CHECK(again.at("foundOn") == "2026-06-01");
  CHECK(again.at("bearsOn").at(0).at("case") == json::string(two.first));
  const auto& gap = answer.at("findings").at(1);
  CHECK(gap.at("found") == "A mulberry gap.");
  CHECK(gap.at("why") == "No rota.");
  CHECK(gap.at("foundOn") == "2026-02");
  CHECK(gap.at("agencies").at(0) == "POLICE");
  CHECK(gap.at("borneOnBy").at(0).at("finding") == "again");
  CHECK(gap.at("borneOnBy").at(0).at("bearing") == "CONFIRMS");
}

TEST_CASE("Findings are narrowed, in pages, and a name that there is not is refused", "[service]") {
  Two two;
  auto& caller = two.practice.coordinator;
  CHECK(found(caller, "?filter=theme=neglect") == Words{two.second + "/again"});
  CHECK(found(caller, "?filter=source=TABLETOP_REVIEW") == Words{two.first + "/gap"});
  CHECK(found(caller, "?filter=foundOn%3C=%222026-02-15%22") == Words{two.first + "/gap"});
  const auto page = caller.get("/v1/findings?pageSize=1");
  CHECK(page.json().at("findings").as_array().size() == 1);
  CHECK(found(caller, "?pageSize=1&pageToken=" + page.text("/nextPageToken")) == Words{two.first + "/gap"});
  const auto wrong = caller.get("/v1/findings?filter=theme=neglct");
  CHECK(wrong.status == 400);
  CHECK(wrong.code() == "not-a-choice");
  CHECK(says(wrong, "Did you mean neglect?"));
  CHECK(caller.get("/v1/findings?filter=case=26-0099").code() == "not-a-choice");
  CHECK(caller.get("/v1/findings?filter=colour=red").code() == "malformed");
}

TEST_CASE("Of a case that somebody does not see no finding is listed, and none of the others points to it",
          "[service]") {
  Two two;
  auto member = somebody(two.practice, "pam", "panel-member");
  CHECK(found(member).empty());
  two.practice.add(two.second, member_of("pam", "police"));
  CHECK(found(member) == Words{two.second + "/again"});
  CHECK_FALSE(says(member.get("/v1/findings"), two.first));
  CHECK_FALSE(says(member.get("/v1/cases/" + two.second + "/entries"), two.first));
  two.practice.add(two.first, member_of("pam", "police"));
  CHECK(found(member).size() == 2);
  CHECK(somebody(two.practice, "an-agency", "agency-contact").get("/v1/findings").code() == "not-permitted");
}

TEST_CASE("To point to a finding of a case that one does not see is refused as if there were none", "[service]") {
  Two two;
  two.practice.add(two.second, member_of("rita", "police", "REVIEWER"));
  auto reviewer = somebody(two.practice, "rita", "reviewer");
  const auto sent = [&](const std::string& of_case) {
    const auto answer = reviewer.post(
        "/v1/cases/" + two.second + "/entries",
        learned(fmt::format(R"({{"finding":"x","bearsOn":[{{"finding":"gap","bearing":"CONFIRMS","ofCase":"{}"}}]}})",
                            of_case)));
    CHECK(answer.status == 409);
    return without(answer.text("/detail"), of_case);
  };
  CHECK(sent(two.first) == sent("26-0099"));
}

TEST_CASE("What was seen in the list of findings is on record", "[service]") {
  Two two;
  auto reader = somebody(two.practice, "some-reader", "reader");
  CHECK(reads_of(two.practice, two.first, "some-reader").empty());
  CHECK(found(reader, "?filter=source=TABLETOP_REVIEW").size() == 1);
  CHECK_FALSE(reads_of(two.practice, two.first, "some-reader").empty());
  CHECK(reads_of(two.practice, two.second, "some-reader").empty());
}

TEST_CASE("A name under an embargo is blotted out of findings too, in the list and in its file", "[service]") {
  Held held;
  held.practice.add(held.id, learned(fmt::format(R"({{"finding":"{0}","why":"{0}","themes":["babies"]}})", repeated)));
  held.place();
  auto reader = somebody(held.practice, "some-reader", "reader");
  CHECK(found(reader).size() == 1);
  tells_nothing(reader.get("/v1/findings"), "findings", told_of_child);
  tells_nothing(reader.get("/v1/findings:csv"), "the file of findings", told_of_child);
  CHECK(says(somebody(held.practice, "named-reader", "reader").get("/v1/findings"), "Thistledown"));
}

TEST_CASE("The list of findings goes into a spreadsheet, where no cell is a formula", "[service]") {
  Two two;
  const auto file = two.practice.coordinator.get("/v1/findings:csv?filter=theme=babies");
  CHECK(file.status == 200);
  CHECK(says(file, "OFFICIAL-SENSITIVE"));
  CHECK(says(file, "babies; neglect"));
  CHECK(says(file, "CONFIRMS " + two.first + "/gap"));
  CHECK_FALSE(says(file, ",=The gap"));
}

TEST_CASE("Themes are suggested from a text that comes in the body, and nothing is kept of it", "[service]") {
  Practice practice;
  auto& caller = practice.coordinator;
  const auto before = practice.size();
  const auto answer = caller.post("/v1/themes:suggest", R"({"text":"Bruising of a baby was explained away."})");
  CHECK(answer.status == 200);
  CHECK(answer.text("/themes/0/theme") == "critical-thinking");
  CHECK(answer.text("/themes/0/words/0") == "explained away");
  CHECK(answer.text("/themes/1/theme") == "babies");
  CHECK(answer.text("/themes/1/words/0") == "baby");
  CHECK(answer.text("/themes/1/words/1") == "Bruising");
  CHECK(caller.post("/v1/themes:suggest", R"({"text":""})").json().at("themes").as_array().empty());
  CHECK(caller.post("/v1/themes:suggest", "{}").code() == "missing-field");
  CHECK(caller.post("/v1/themes:suggest", R"({"text":"x","colour":"red"})").code() == "unknown-field");
  CHECK(caller.get("/v1/themes:suggest?text=baby").status != 200);
  CHECK(practice.size() == before);
}

TEST_CASE("The law lists every theme with what it stands on", "[service]") {
  Practice practice;
  const auto law = practice.coordinator.get("/v1/law").json();
  const auto& lists = law.at("themeLists").as_array();
  REQUIRE(lists.size() == 4);
  CHECK(lists[0].at("list") == "panel-2020");
  CHECK(lists[0].at("themes").at(4).at("theme") == "information-sharing");
  for (const auto& list : lists) CHECK_FALSE(list.at("cites").as_array().empty());
}

}  // namespace
}  // namespace review::service_test
