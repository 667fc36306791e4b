#include <fmt/format.h>

#include <boost/json/serialize.hpp>
#include <catch2/catch.hpp>

#include "libreview/vocabulary/parse_json.hpp"
#include "reviewd/web/case_view.hpp"
#include "reviewd/web/cases_view.hpp"
#include "reviewd/web/clock_view.hpp"
#include "reviewd/web/entry_view.hpp"
#include "reviewd/web/home_view.hpp"
#include "reviewd/web/timeline.hpp"

namespace reviewd {
namespace {

boost::json::value json(std::string_view text) { return review::parse_json(text).value(); }

const boost::json::value of_case = json(R"({"case":"26-0003","stage":"LOGGED","openedOn":"2026-11-04",
  "children":[{"child":"child-1","pseudonym":"Child P","ageYears":4}],"localAuthority":"sandwell",
  "harm":"SERIOUS_HARM","abuseOrNeglect":"SUSPECTED",
  "holds":[{"kind":"EMBARGO","name":"embargo-1","since":"2026-11-05","why":"An embargo holds it.","reviewOn":"2026-12-15"}],
  "clocks":[
    {"clock":"tell-partners","case":"26-0003","title":"Tell the partners","state":"MET","dueOn":"2026-11-16",
     "stoppedOn":"2026-11-12","owedBy":"US"},
    {"clock":"rapid-review","case":"26-0003","title":"Send the rapid review to the Panel","state":"RUNNING",
     "dueOn":"2026-11-30","workingDaysLeft":6,"owedBy":"US"},
    {"clock":"notify-panel","case":"26-0003","title":"Notify the Panel","state":"OVERDUE","dueOn":"2026-11-16",
     "workingDaysLate":4,"owedBy":"US"}],
  "nextEntries":[{"kind":"notificationDecided","label":"Notification decided","why":""},
    {"kind":"noteAdded","label":"Note added","why":""},{"kind":"memberAdded","label":"Member added","why":""},
    {"kind":"caseReopened","label":"Case reopened","why":"\"Case reopened\" does not fit the stage LOGGED of this case."}],
  "irregularities":[],"version":3})");

boost::json::array entries(std::size_t count) {
  boost::json::array all;
  for (std::size_t i = 1; i <= count; ++i) {
    all.push_back(json(fmt::format(R"({{"entry":"e{}","occurredOn":"2026-11-04","recordedBy":"people/a-smith",
      "recordedTime":"2026-11-04T10:00:00.000Z","noteAdded":{{"text":"Words that stay on their own page."}}}})",
                                   i)));
  }
  return all;
}

TEST_CASE("A case shows first what is late, then what is due, and folds away what is done", "[web]") {
  const auto view = case_view(of_case, entries(3), 1, true);
  CHECK(view.at("name") == "Child P");
  CHECK(view.at("stage") == "Incident logged");
  const auto& clocks = view.at("clocks").as_array();
  REQUIRE(clocks.size() == 2);
  CHECK(clocks[0].at("title") == "Notify the National Panel");
  CHECK(clocks[0].at("state") == "Out of timescale");
  CHECK(view.at("done").as_array().size() == 1);
  CHECK(view.at("overdueCount") == "1 date is");
  CHECK(view.at("hasHolds") == true);
  CHECK(view.at("holds").at(0).at("review") == "Tuesday 15 December 2026");
}

TEST_CASE("A case says what can come next, and why the rest cannot, to those who may record", "[web]") {
  const auto view = case_view(of_case, entries(1), 1, true);
  const auto& next = view.at("next");
  CHECK(next.at("usual") ==
        json(R"([{"label":"Notification decided","address":"/cases/26-0003/add/notificationDecided"},
    {"label":"Note added","address":"/cases/26-0003/add/noteAdded"}])"));
  CHECK(next.at("later").at(0).at("why") == "\"Case reopened\" does not fit the stage “Incident logged” of this case.");
  CHECK_FALSE(case_view(of_case, entries(1), 1, false).contains("next"));
}

TEST_CASE("Updates come newest first, fifty a page, and a page past the last one is the last", "[web]") {
  const auto first = timeline(entries(120), "/cases/26-0003", 1);
  CHECK(first.at("updates").as_array().size() == 50);
  CHECK(first.at("updates").at(0).at("address") == "/cases/26-0003/entries/e120");
  CHECK(first.at("older") == "/cases/26-0003?page=2#updates");
  CHECK(first.at("newer") == "");
  CHECK(first.at("pages").as_array().size() == 3);
  const auto last = timeline(entries(120), "/cases/26-0003", 99);
  CHECK(last.at("updates").as_array().size() == 20);
  CHECK(last.at("updates").at(19).at("address") == "/cases/26-0003/entries/e1");
  CHECK(timeline(entries(50), "/cases/26-0003", 1).at("hasPages") == false);
  CHECK(timeline({}, "/cases/26-0003", 1).at("updates").as_array().empty());
}

TEST_CASE("An update tells its choices in the list, and its free text on its own page only", "[web]") {
  const auto all = timeline(entries(1), "/cases/26-0003", 1);
  CHECK(boost::json::serialize(all).find("Words that stay") == std::string::npos);
  const auto chosen = json(R"([{"entry":"e1","occurredOn":"2026-11-03","recordedBy":"people/a-smith",
    "recordedTime":"2026-11-04T10:00:00.000Z","correctedBy":"e2",
    "agencyReturnReceived":{"agency":"police","completeness":"FULL"}},{"entry":"e2","hidden":true}])")
                          .as_array();
  const auto shown = timeline(chosen, "/cases/26-0003", 1).at("updates").as_array();
  CHECK(shown[0].at("title") == "An update that you may not see");
  CHECK(shown[1].at("facts") == "Police · Full");
  CHECK(shown[1].at("note") == "Corrected by a later update");
  CHECK(shown[1].at("recorded") == "Wednesday 4 November 2026");
}

TEST_CASE("How a date was worked out is told day by day, with the local date and its warning", "[web]") {
  const auto clock = json(R"({"clock":"notify-panel","case":"26-0003","title":"Notify the Panel","state":"OVERDUE",
    "startedOn":"2026-11-13","startedBy":"entries/e1","dueOn":"2026-11-16","workingDaysLate":4,"length":1,
    "unit":"WORKING_DAYS","counting":"day-after","owedBy":"US","legalStatus":"STATUTORY_GUIDANCE","law":"england-2026",
    "cites":["Working Together"],"asOf":"2026-11-20",
    "working":[{"date":"2026-11-13","counted":false,"day":0,"why":"day 0: the count starts on the day after"},
      {"date":"2026-11-14","counted":false,"day":0,"why":"Saturday"},
      {"date":"2026-11-16","counted":true,"day":1,"why":"working day"}],
    "local":{"dueOn":"2026-11-18","counting":"same-day","later":true,"warning":"It is later than the national date."},
    "runs":[{"startedOn":"2026-01-02","startedBy":"entries/e0","dueOn":"2026-01-09","stoppedOn":"2026-01-08","state":"MET"}]})");
  const auto view = clock_view(clock, of_case);
  const auto& days = view.at("working").as_array();
  REQUIRE(days.size() == 3);
  CHECK(days[1] == json(R"({"date":"Saturday 14 November 2026","counts":"Does not count","number":"","why":"Saturday",
    "quiet":true})"));
  CHECK(days[2].at("number") == "1");
  CHECK(view.at("rows").at(2).at("link") == "/cases/26-0003/entries/e1");
  CHECK(view.at("localLater") == "It is later than the national date.");
  CHECK(view.at("local").at(0).at("value") == "Wednesday 18 November 2026");
  CHECK(view.at("runs").at(0).at("state") == "Completed in timescale");
  CHECK_FALSE(filled("clock", view).empty());
}

TEST_CASE("Home lists what is soon by working days, and says so where there is nothing", "[web]") {
  HomeFacts facts;
  facts.name_of = [](const std::string&) { return std::string("Child P"); };
  facts.soon.clocks = json(R"([
    {"clock":"a","case":"26-0001","title":"A","state":"RUNNING","dueOn":"2026-11-27","workingDaysLeft":5},
    {"clock":"b","case":"26-0001","title":"B","state":"RUNNING","dueOn":"2026-11-30","workingDaysLeft":6},
    {"clock":"c","case":"26-0001","title":"C","state":"RUNNING","dueOn":"2026-11-27","workingDaysLeft":5,"minimum":true},
    {"clock":"d","case":"26-0001","title":"D","state":"DUE_TODAY","dueOn":"2026-11-20"}])")
                          .as_array();
  facts.held = json(R"([{"case":"24-0001","holds":[{"kind":"COURT_ORDER","name":"order-1"},
    {"kind":"EMBARGO","name":"embargo-1","reviewOn":"2026-12-15"}]}])")
                   .as_array();
  const auto view = home_view(facts);
  const auto& soon = view.at("sections").at(1).at("rows").as_array();
  REQUIRE(soon.size() == 2);
  CHECK(soon[0].at("title") == "A");
  CHECK(soon[1].at("title") == "D");
  CHECK(view.at("held").at(0).at("what") == "Embargo");
  CHECK(view.at("held").at(1).at("review") == "No day was given");
  CHECK(filled("home", view).find("Nothing of yours is out of timescale.") != std::string::npos);
}

TEST_CASE("The list of cases keeps its filter in the address", "[web]") {
  const CaseFilter filter{"LOGGED", true, "token/1"};
  CHECK(api_filter(filter) == "stage=\"LOGGED\" AND held=true");
  CHECK(cases_address(filter) == "/cases?stage=LOGGED&held=yes&page=token%2F1");
  CHECK(api_filter({}).empty());
  CHECK(cases_address({}) == "/cases");
  boost::json::object answer{{"cases", {of_case}}, {"nextPageToken", "t2"}};
  const auto view = cases_view(answer, {"LOGGED", false, ""});
  CHECK(view.at("more") == "/cases?stage=LOGGED&page=t2");
  CHECK(view.at("rows").at(0).at("next") == "Notify the National Panel");
  CHECK(view.at("rows").at(0).at("holds") == "Embargo, looked at again Tuesday 15 December 2026");
  CHECK(filled("cases", view).find("value=\"LOGGED\" selected") != std::string::npos);
}

TEST_CASE("An update is told field by field in the words of the schema", "[web]") {
  const auto entry = json(R"({"entry":"e1","case":"26-0003","occurredOn":"2026-11-04","recordedBy":"people/a-smith",
    "recordedTime":"2026-11-05T10:00:00.000Z","withdrawnBy":"e9",
    "agencyReturnReceived":{"agency":"police","involvement":"INVOLVED","currentRisk":"NOT_KNOWN"}})");
  const auto view = entry_view(entry, of_case, Offers(), true);
  CHECK(view.at("heading") == "Agency summary received");
  CHECK(view.at("withdrawnBy") == "/cases/26-0003/entries/e9");
  CHECK(view.at("correct") == "");
  const auto page = filled("entry", view);
  for (const auto* words :
       {"Wednesday 4 November 2026", "police", "Not known", "a-smith", "Thursday 5 November 2026"}) {
    INFO(words);
    CHECK(page.find(words) != std::string::npos);
  }
  const auto hidden = entry_view(json(R"({"entry":"e2","hidden":true})"), of_case, Offers(), true);
  CHECK(hidden.at("heading") == "An update that you may not see");
}

TEST_CASE("The page of a long case stays short", "[web]") {
  CHECK(filled("case", case_view(of_case, entries(200), 1, true)).size() < 60 * 1024);
}

}  // namespace
}  // namespace reviewd
