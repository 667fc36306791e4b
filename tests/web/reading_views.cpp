#include <fmt/format.h>

#include <boost/json/serialize.hpp>
#include <catch2/catch.hpp>

#include "libreview/vocabulary/parse_json.hpp"
#include "reviewd/web/case/case_view.hpp"
#include "reviewd/web/case/clock_view.hpp"
#include "reviewd/web/case/entry_view.hpp"
#include "reviewd/web/case/timeline.hpp"
#include "reviewd/web/home/cases_view.hpp"
#include "reviewd/web/home/home_view.hpp"
#include "reviewd/web/home/overview_view.hpp"
#include "reviewd/web/home/process_view.hpp"
#include "reviewd/web/home/search_view.hpp"

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

/// A page of `count` updates as the API gives it, newest first.
Updates updates(std::size_t count, std::size_t asked = 1) {
  Updates one{{}, count, page_of_updates(count, asked)};
  boost::json::array& all = one.entries;
  const auto newest = count - (one.page - 1) * updates_a_page;
  for (auto i = newest; i > 0 && all.size() < updates_a_page; --i) {
    all.push_back(json(fmt::format(R"({{"entry":"e{}","occurredOn":"2026-11-04","recordedBy":"people/a-smith",
      "recordedTime":"2026-11-04T10:00:00.000Z","noteAdded":{{"text":"Words that stay on their own page."}}}})",
                                   i)));
  }
  return one;
}

CaseStory story(std::size_t count) { return {updates(count), {}, {}, true}; }

TEST_CASE("A case shows first what is late, then what is due, and folds away what is done", "[web]") {
  const auto view = case_view(of_case, story(3));
  CHECK(view.at("name") == "Child P");
  CHECK(view.at("stage") == "Incident logged");
  const auto& clocks = view.at("clocks").as_array();
  REQUIRE(clocks.size() == 2);
  CHECK(clocks[0].at("title") == "Notify the National Panel");
  CHECK(clocks[0].at("state") == "Out of timescale");
  CHECK(view.at("done").as_array().size() == 1);
  CHECK(view.at("overdueCount") == "1 date is");
  const auto page = filled("case", view);
  CHECK(page.find("<strong>1 date is out of timescale.</strong> <a class=\"govuk-link\" href=\"#timescales\">") !=
        std::string::npos);
  CHECK(page.find("id=\"timescales\"") != std::string::npos);
  CHECK(view.at("hasHolds") == true);
  CHECK(view.at("holds").at(0).at("review") == "Tuesday 15 December 2026");
}

TEST_CASE("A case says what can come next, and why the rest cannot, to those who may record", "[web]") {
  const auto view = case_view(of_case, story(1));
  const auto& next = view.at("next");
  CHECK(next.at("usual") ==
        json(R"([{"label":"Decide whether to notify","address":"/cases/26-0003/add/notificationDecided"},
    {"label":"Add a note","address":"/cases/26-0003/add/noteAdded"}])"));
  CHECK(next.at("later").at(0).at("why") == "It does not fit the stage “Incident logged” of this case.");
  CHECK_FALSE(case_view(of_case, {updates(1), {}, {}, false}).contains("next"));
}

TEST_CASE("A rapid review that is still to be sent stands among the next steps of a review that is under way",
          "[web]") {
  auto joined = of_case;
  joined.as_object()["stage"] = "REVIEW";
  joined.as_object()["nextEntries"] = json(R"([{"kind":"rapidReviewSubmitted","label":"Sent","why":""}])");
  const auto view = case_view(joined, story(1));
  REQUIRE(view.at("next").at("usual").as_array().size() == 1);
  CHECK(view.at("next").at("usual").at(0).at("address") == "/cases/26-0003/add/rapidReviewSubmitted");
}

TEST_CASE("Updates come newest first, fifty a page, and a page past the last one is the last", "[web]") {
  const auto first = timeline(updates(120), "/cases/26-0003", Register());
  CHECK(first.at("updates").as_array().size() == 50);
  CHECK(first.at("updates").at(0).at("address") == "/cases/26-0003/entries/e120");
  CHECK(first.at("older") == "/cases/26-0003?page=2#updates");
  CHECK(first.at("newer") == "");
  CHECK(first.at("pages").as_array().size() == 3);
  const auto last = timeline(updates(120, 99), "/cases/26-0003", Register());
  CHECK(last.at("updates").as_array().size() == 20);
  CHECK(last.at("updates").at(19).at("address") == "/cases/26-0003/entries/e1");
  CHECK(timeline(updates(50), "/cases/26-0003", Register()).at("hasPages") == false);
  CHECK(timeline({}, "/cases/26-0003", Register()).at("updates").as_array().empty());
}

TEST_CASE("An update tells its choices in the list, and its free text on its own page only", "[web]") {
  const auto all = timeline(updates(1), "/cases/26-0003", Register());
  CHECK(boost::json::serialize(all).find("Words that stay") == std::string::npos);
  const auto chosen =
      json(R"([{"entry":"e2","hidden":true},{"entry":"e1","occurredOn":"2026-11-03","recordedBy":"people/a-smith",
    "recordedTime":"2026-11-04T10:00:00.000Z","correctedBy":"e2",
    "agencyReturnReceived":{"agency":"police-west","completeness":"FULL","currentRisk":"YES"}}])")
          .as_array();
  const Register known(json(R"({"agencies":[{"agency":"police-west","name":"Westmoor Police","contacts":[]}]})"));
  const auto shown = timeline({chosen, 2, 1}, "/cases/26-0003", known).at("updates").as_array();
  CHECK(shown[0].at("title") == "An update that you may not see");
  CHECK(shown[1].at("facts") == "Westmoor Police · Full · Does it name a present risk to a child? Yes");
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
  const auto view = clock_view(clock, of_case, Register());
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

TEST_CASE("Home lists what there is to do, and says so where there is nothing", "[web]") {
  const auto work = json(R"({"overdue":{"items":[],"more":false},"soon":{"items":[
    {"pseudonyms":["Child P"],"clock":{"clock":"a","case":"26-0001","title":"A","state":"RUNNING","dueOn":"2026-11-27",
     "workingDaysLeft":5}}],"more":true},"waiting":{"items":[],"more":false},
    "held":[{"case":"24-0001","pseudonyms":[],"holds":[{"kind":"COURT_ORDER","name":"order-1"},
    {"kind":"EMBARGO","name":"embargo-1","reviewOn":"2026-12-15"}]}]})");
  const auto saved = json(R"({"savedViews":[{"savedView":"v1","name":"Late <ones>","query":"due=late"}]})");
  const auto view = home_view(work, saved, Register());
  const auto& soon = view.at("sections").at(1);
  CHECK(soon.at("rows").at(0).at("dates").at(0).at("title") == "A");
  CHECK(soon.at("rows").at(0).at("name") == "Child P");
  CHECK(soon.at("more") == "Only the first 1 dates are shown.");
  CHECK(view.at("held").at(0).at("what") == "Embargo");
  CHECK(view.at("held").at(1).at("review") == "No day was given");
  const auto page = filled("home", view);
  CHECK(page.find("Nothing of yours is out of timescale.") != std::string::npos);
  CHECK(page.find("href=\"/cases?due=late\">Late &lt;ones&gt;</a>") != std::string::npos);
}

TEST_CASE("Home has one row a case, those first that nothing holds", "[web]") {
  const auto work = json(R"({"overdue":{"items":[
    {"pseudonyms":["Child Q"],"clock":{"clock":"b","case":"24-0001","title":"B","state":"OVERDUE","dueOn":"2026-11-03"}},
    {"pseudonyms":["Child P"],"clock":{"clock":"a","case":"26-0001","title":"A","state":"OVERDUE","dueOn":"2026-11-02"}},
    {"pseudonyms":["Child O"],"clock":{"clock":"a","case":"25-0001","title":"A","state":"OVERDUE","dueOn":"2025-03-02"}},
    {"pseudonyms":["Child Q"],"clock":{"clock":"a","case":"24-0001","title":"A","state":"OVERDUE","dueOn":"2025-01-02"}}
    ],"more":false},"soon":{"items":[],"more":false},"waiting":{"items":[],"more":false},
    "held":[{"case":"24-0001","pseudonyms":[],"holds":[{"kind":"COURT_ORDER","name":"order-1"},
    {"kind":"EMBARGO","name":"embargo-1","reviewOn":"2026-12-15"}]}]})");
  const auto view = home_view(work, json("{}"), Register());
  const auto& rows = view.at("sections").at(0).at("rows").as_array();
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].at("case") == "26-0001");
  CHECK(rows[0].at("held") == "");
  CHECK(rows[1].at("case") == "25-0001");
  CHECK(rows[2].at("held") == "Held, to be looked at by Tuesday 15 December 2026");
  CHECK(rows[2].at("dates").as_array().size() == 2);
}

TEST_CASE("A case tells of the incident, what was learned, its actions and its people", "[web]") {
  auto told = story(1);
  told.known = Register(json(R"({"agencies":[{"agency":"east-school","name":"East School","contacts":[]}]})"));
  told.counted = json(R"([
    {"incidentLogged":{"incidentOn":"2026-11","localAuthorityAwareOn":"2026-11-03","place":"Home",
      "occurredIn":"stoke-on-trent","summary":"Invented words."}},
    {"memberAdded":{"person":"b-member","role":"PANEL_MEMBER","agency":"east-school","until":"2026-12-01"}},
    {"occurredOn":"2026-11-05","conflictDeclared":{"person":"b-member","managed":"LEAVES_ITEM"}},
    {"meetingHeld":{"meeting":"m1","chair":"c-chair"}},
    {"entry":"e5","occurredOn":"2026-11-12","rapidReviewDecided":{"outcome":"LCSPR","meeting":"m1",
      "keyEpisodes":"A door stayed closed.","childVoice":"It was cold."}},
    {"learningCaptured":{"findings":[{"finding":"A gap.","why":"No rota."}]}},
    {"entry":"e6","recommendationMade":{"recommendation":"recommendation-1","text":"Have a rota.","to":["east-school"]}},
    {"entry":"e7","actionAgreed":{"action":"action-1","what":"Make a rota","owner":"east-school","dueOn":"2026-12-01"}},
    {"entry":"e8","actionUpdated":{"progress":"AMBER","reached":"DONE","update":"Half is written."}}])")
                     .as_array();
  auto shown = of_case;
  shown.as_object()["asOf"] = "2026-11-20";
  shown.as_object()["actions"] = json(R"([{"action":"action-1","owner":"east-school","dueOn":"2026-12-01",
    "entry":"e7","updateEntry":"e8","progress":"AMBER","reached":"DONE","skipped":["SAID"],"timesMoved":2,
    "rechecks":[{"finding":"NOT_KNOWN","on":"2026-11-19"}]}])");
  shown.as_object()["recommendations"] = json(R"([{"recommendation":"recommendation-1",
    "bodies":[{"by":"east-school","state":"REJECTED","on":"2026-11-19"}]}])");
  const auto page = filled("case", case_view(shown, told));
  for (const auto* words : {"November 2026",
                            "Tuesday 3 November 2026",
                            "Home, Stoke on Trent",
                            "Invented words.",
                            "What the rapid review found",
                            "A door stayed closed.",
                            "It was cold.",
                            "What did the child say",
                            "c-chair",
                            "/entries/e5",
                            "A gap.",
                            "No rota.",
                            "Make a rota",
                            "Amber: at risk",
                            "Half is written.",
                            "Completed. Left out: Said to be done",
                            "Moved later 2 times",
                            "Looked at again on Thursday 19 November 2026",
                            "Not known",
                            "Have a rota.",
                            "East School: Rejected on Thursday 19 November 2026",
                            "Panel member for East School. Sees the case until",
                            "Leaves the item, declared on Thursday 5 November 2026"}) {
    INFO(words);
    CHECK(page.find(words) != std::string::npos);
  }
}

TEST_CASE("The list of cases shows what it is narrowed to, each with the way to remove it", "[web]") {
  CasesFacts facts;
  facts.query.stage = "LOGGED";
  facts.query.held = true;
  facts.query.sort = "openedOn";
  facts.cases = boost::json::object{{"cases", {of_case}}, {"nextPageToken", "t2"}};
  facts.choices = json(R"({"localAuthorities":["sandwell"],"agencies":["POLICE"]})");
  const auto view = cases_view(facts);
  CHECK(view.at("more") == "/cases?stage=LOGGED&held=yes&sort=openedOn&page=t2");
  CHECK(view.at("selected").at(0) ==
        json(R"({"words":"Stage: Incident logged","address":"/cases?held=yes&sort=openedOn"})"));
  CHECK(view.at("selected").at(1).at("address") == "/cases?stage=LOGGED&sort=openedOn");
  CHECK(view.at("headings").at(1).at("direction") == "ascending");
  CHECK(view.at("headings").at(1).at("address") == "/cases?stage=LOGGED&held=yes&sort=openedOn-desc");
  CHECK(view.at("csv") == "/cases.csv?stage=LOGGED&held=yes&sort=openedOn");
  CHECK(view.at("rows").at(0).at("next") == "Notify the National Panel");
  CHECK(view.at("rows").at(0).at("holds") == "Embargo, to be looked at by Tue 15 Dec 2026");
  CHECK(view.at("rows").at(0).at("standing") == "Was due Mon 16 Nov 2026 · 4 working days late");
  CHECK(filled("cases", view).find("value=\"LOGGED\" selected") != std::string::npos);
}

TEST_CASE("A result of a search marks what was found, and no word of it is code", "[web]") {
  const auto answer = json(R"({"total":2,"more":false,"nextPageToken":"","finds":[
    {"case":"26-0003","pseudonyms":["Child P"],"stage":"LOGGED","words":[{"text":"26-0003","match":true}]},
    {"case":"26-0003","pseudonyms":["Child P"],"stage":"LOGGED","entry":"e1","kind":"agencyReturnReceived",
     "label":"Agency return received","occurredOn":"2026-11-04",
     "words":[{"text":"saw <b> ","match":false},{"text":"bruise & more","match":true}]}]})");
  const auto page = filled("search", search_view("bruise", answer, ""));
  CHECK(page.find("<mark>26-0003</mark>") != std::string::npos);
  CHECK(page.find("saw &lt;b&gt; <mark>bruise &amp; more</mark>") != std::string::npos);
  CHECK(page.find("Agency summary received") != std::string::npos);
  CHECK(page.find("2 results") != std::string::npos);
}

TEST_CASE("Where every review stands is said in days, duties and holds", "[web]") {
  const auto overview =
      json(R"({"asOf":"2026-11-20","more":false,"stages":[{"stage":"RAPID_REVIEW","cases":1,"late":1}],
    "cases":[{"case":"26-0001","pseudonyms":["Child A","Child B"],"stage":"RAPID_REVIEW","openedOn":"2026-11-01",
    "rapidReview":{"clock":"rapid-review","state":"RUNNING","day":4,"length":15},
    "next":{"clock":"agency-return:police","case":"26-0001","title":"Agency return","agency":"police","state":"OVERDUE",
      "dueOn":"2026-11-18","workingDaysLate":2,"owedBy":"AGENCY"},
    "owed":[{"owedBy":"US","dates":2,"late":0},{"owedBy":"AGENCY","agency":"police","dates":1,"late":1}],
    "holds":[{"kind":"EMBARGO","name":"embargo-1","reviewOn":"2026-12-15"}]}]})");
  const auto page = filled("overview", overview_view(overview, false, Register()));
  for (const auto* words :
       {"Day 4 of 15", "Child A and Child B", "The partnership: 2 dates", "Police: 1 date, 1 out of timescale",
        "Embargo, to be looked at by Tue 15 Dec 2026", "Agency summary: Police",
        "Was due Wed 18 Nov 2026 · 2 working days late", "Friday 20 November 2026"}) {
    INFO(words);
    CHECK(page.find(words) != std::string::npos);
  }
}

TEST_CASE("The pages of where every review stands follow one another, and lead back to the first", "[web]") {
  const auto page_with = [](const std::string& next, bool later) {
    const auto overview = json(R"({"asOf":"2026-11-20","more":true,"stages":[],"nextPageToken":")" + next + R"(",
      "cases":[{"case":"26-0001","pseudonyms":["Child A"],"stage":"RAPID_REVIEW","openedOn":"2026-11-01",
      "owed":[],"holds":[]}]})");
    return filled("overview", overview_view(overview, later, Register()));
  };
  const std::string onward = "href=\"/overview?page=abc\" rel=\"next\"";
  const std::string back = "href=\"/overview\"";
  const auto first = page_with("abc", false);
  CHECK(first.find(onward) != std::string::npos);
  CHECK(first.find(back) == std::string::npos);
  const auto last = page_with("", true);
  CHECK(last.find("rel=\"next\"") == std::string::npos);
  CHECK(last.find(back) != std::string::npos);
  CHECK(page_with("", false).find("<nav") == std::string::npos);
}

TEST_CASE("The process page takes every time from the law that is in force on the day", "[web]") {
  const auto law =
      json(R"({"clocks":[{"clock":"rapid-review","title":"Send the rapid review to the Panel","given":false,
    "minimum":false,"legalStatus":"statutory-guidance","versions":[
      {"from":"2018-06-29","length":15,"unit":"working-days","back":false,"cites":["Old"]},
      {"from":"2026-03-19","length":33,"unit":"working-days","back":false,"cites":["Working Together 2026"]}]}],
    "criteria":[{"decision":"notification","question":"Is abuse known?","from":"2018-06-29"}]})");
  const auto before = filled("process", process_view(law, "2026-03-18"));
  CHECK(before.find("Within 15 working days") != std::string::npos);
  const auto after = filled("process", process_view(law, "2026-03-19"));
  CHECK(after.find("Within 33 working days") != std::string::npos);
  CHECK(after.find("Statutory guidance says so: Working Together 2026") != std::string::npos);
  CHECK(after.find("Send the rapid review to the National Panel") != std::string::npos);
  CHECK(after.find("Is abuse known?") != std::string::npos);
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
       {"Wednesday 4 November 2026", "Police", "Not known", "a-smith", "Thursday 5 November 2026"}) {
    INFO(words);
    CHECK(page.find(words) != std::string::npos);
  }
  const auto hidden = entry_view(json(R"({"entry":"e2","hidden":true})"), of_case, Offers(), true);
  CHECK(hidden.at("heading") == "An update that you may not see");
}

TEST_CASE("The page of a long case stays short", "[web]") {
  CHECK(filled("case", case_view(of_case, story(200))).size() < 60 * 1024);
}

}  // namespace
}  // namespace reviewd
