#include <fmt/format.h>

#include <algorithm>

#include "libreview/law/england.hpp"
#include "libreview/views/alert_rows.hpp"
#include "tests/unit/desk_support.hpp"

namespace review::test {
namespace {

constexpr int plenty_told = 1000;

/// What is told on the day of the office, as `clock step`.
std::vector<std::string> told(DeskOffice& office) {
  Transaction transaction(office.journal);
  REQUIRE(office.desk.tell(office.moment(), plenty_told));
  std::vector<std::string> all;
  for (const auto& alert : office.alerts.to_hand_out(plenty_told)) {
    all.push_back(alert.clock + " " + alert.step);
    REQUIRE(office.alerts.handed_out(alert.alert));
  }
  REQUIRE(transaction.commit());
  std::ranges::sort(all);
  return all;
}

std::vector<std::string> told_on(DeskOffice& office, std::string_view iso) {
  office.today = day(iso);
  return told(office);
}

using Texts = std::vector<std::string>;

/// The alerts that stand for the reader, as `clock step`.
Texts stand(DeskOffice& office, bool settled = false) {
  Texts all;
  for (const auto& id : alerts_seen(*office.store, {"", "", settled, {}, plenty_told}, office.reader, office.today)) {
    const auto alert = office.alerts.find(id);
    all.push_back(alert->clock + " " + alert->step + (alert->settled.empty() ? "" : " " + alert->settled));
  }
  std::ranges::sort(all);
  return all;
}

}  // namespace

TEST_CASE("each step of a clock is told once, and settles the one before it", "[unit]") {
  DeskOffice office;
  office.open();
  CHECK(told(office).empty());
  CHECK(told_on(office, "2026-03-05") == Texts{"notify-panel before-2", "tell-partners before-2"});
  CHECK(told(office).empty());
  CHECK(told_on(office, "2026-03-06") == Texts{"notify-panel before-1", "tell-partners before-1"});
  CHECK(told_on(office, "2026-03-07").empty());
  CHECK(stand(office) == Texts{"notify-panel before-1", "tell-partners before-1"});
  CHECK(stand(office, true) == Texts{"notify-panel before-1", "notify-panel before-2 next-step",
                                     "tell-partners before-1", "tell-partners before-2 next-step"});
}

TEST_CASE("what was not told in time is not told later: only where it stands is", "[unit]") {
  DeskOffice office;
  office.open();
  CHECK(told_on(office, "2026-03-20") == Texts{"notify-panel escalate", "tell-partners escalate"});
  CHECK(told_on(office, "2026-03-23") == Texts{"notify-panel again-1", "tell-partners again-1"});
}

TEST_CASE("what an entry makes due is told with it, and what it ends is settled", "[unit]") {
  DeskOffice office;
  const auto id = office.open();
  CHECK(told_on(office, "2026-03-09") == Texts{"notify-panel due", "tell-partners due"});
  office.must(id, "{'panelNotified':{'informed':['SAFEGUARDING_PARTNERS']}}");
  CHECK(stand(office).empty());
  CHECK(stand(office, true) == Texts{"notify-panel due ended", "tell-partners due ended"});
  office.must(id, "{'embargoPlaced':{'reason':'why','reviewOn':'2026-03-09'}}");
  CHECK(stand(office) == Texts{"embargo-review due"});
}

TEST_CASE("an arm whose day moves is armed anew, and told anew", "[unit]") {
  DeskOffice office;
  const auto id = office.open();
  office.must(id, "{'panelNotified':{'informed':['SAFEGUARDING_PARTNERS']}}");
  office.must(id, "{'embargoPlaced':{'reason':'why','reviewOn':'2026-03-09'}}");
  CHECK(told(office) == Texts{"embargo-review before-5"});
  office.today = day("2026-03-03");
  office.must(id, "{'embargoExtended':{'reason':'why','reviewOn':'2026-03-30'}}");
  CHECK(told(office).empty());
  CHECK(stand(office).empty());
  CHECK(stand(office, true) == Texts{"embargo-review before-5 moved"});
  CHECK(told_on(office, "2026-03-16") ==
        Texts{"embargo-review before-10", "rapid-review before-5", "rapid-review-meeting due"});
  CHECK(told_on(office, "2026-03-23") ==
        Texts{"embargo-review before-5", "rapid-review due", "rapid-review-meeting escalate"});
  const auto stands = alerts_seen(*office.store, {"", id, false, {}, plenty_told}, office.reader, office.today);
  REQUIRE(stands.size() == 3);
  CHECK(office.alerts.find(stands[2])->key() == "cases/26-0001/embargo-review/2/before-5");
}

TEST_CASE("a crash in between tells nothing twice and loses nothing", "[unit]") {
  DeskOffice office;
  office.open();
  office.today = day("2026-03-09");
  {
    Transaction transaction(office.journal);
    REQUIRE(office.desk.tell(office.moment(), plenty_told));
    CHECK(office.alerts.to_hand_out(plenty_told).size() == 2);
  }
  CHECK(office.alerts.to_hand_out(plenty_told).empty());
  CHECK(told(office) == Texts{"notify-panel due", "tell-partners due"});
  REQUIRE(office.desk.rebuild_views(true));
  CHECK(told(office).empty());
}

TEST_CASE("another ladder is told by as soon as it is in force", "[unit]") {
  DeskOffice office;
  office.open();
  const auto patient = england({"patient.toml", "id = \"p\"\nname = \"P\"\nchase-after = 20\nescalate-after = 30\n"});
  REQUIRE(patient);
  Desk before{Desk::Parts{office.journal, office.views, *patient, calendar(), office.random, true, "patient",
                          office.arms, office.alerts, office.roster}};
  REQUIRE(before.rebuild_views(true));
  office.today = day("2026-03-13");
  {
    Transaction transaction(office.journal);
    REQUIRE(before.tell(office.moment(), plenty_told));
    REQUIRE(transaction.commit());
  }
  CHECK(stand(office) == Texts{"notify-panel overdue", "tell-partners overdue"});
  REQUIRE(office.desk.rebuild_views(true));
  CHECK(told(office).size() == 4);
  CHECK(stand(office) == Texts{"notify-panel chase", "tell-partners chase"});
  REQUIRE(office.desk.rebuild_views(true));
  CHECK(told(office).empty());
}

TEST_CASE("how it stands is said with a day that moved, and not again with the next entry", "[unit]") {
  DeskOffice office;
  const auto id = office.open();
  office.must(id, "{'panelNotified':{'informed':['SAFEGUARDING_PARTNERS']}}");
  CHECK(told_on(office, "2026-03-17") == Texts{"rapid-review before-5", "rapid-review-meeting overdue"});
  const auto known = calendar().with_holidays({{day("2026-03-18"), "A day", "one-off", "proclamation-2026"}});
  Desk moved{Desk::Parts{office.journal, office.views, law(), known, office.random, true, "moved", office.arms,
                         office.alerts, office.roster}};
  REQUIRE(moved.rebuild_views(true));
  const auto tell_and_note = [&] {
    Transaction transaction(office.journal);
    REQUIRE(moved.tell(office.moment(), plenty_told));
    REQUIRE(moved.record(office.recording(id, "{'noteAdded':{'text':'A note'}}")));
    REQUIRE(transaction.commit());
  };
  tell_and_note();
  CHECK(stand(office) == Texts{"rapid-review moved", "rapid-review-meeting overdue"});
  office.today = day("2026-03-20");
  tell_and_note();
  CHECK(stand(office) == Texts{"rapid-review before-2", "rapid-review-meeting chase"});
}

TEST_CASE("what is watched: an embargo that may be lifted, a planned day, a delay that is to be reported", "[unit]") {
  DeskOffice office;
  const auto id = office.open();
  office.must(id, "{'panelNotified':{'informed':['SAFEGUARDING_PARTNERS']}}");
  office.must(id, "{'proceedingsOpened':{'kind':'CRIMINAL'}}");
  office.must(id, "{'embargoPlaced':{'reason':'why','reviewOn':'2027-03-09'}}");
  CHECK(told(office).empty());
  office.today = day("2026-03-03");
  office.must(id, "{'proceedingsConcluded':{'outcome':'x'}}");
  CHECK(told(office) == Texts{"embargo-may-lift:embargo-1 due"});
  office.must(id, "{'proceedingsReopened':{'reasons':'an appeal'}}");
  CHECK(stand(office).empty());
}

TEST_CASE("a delay is told where another case of the same review is what holds publication", "[unit]") {
  DeskOffice office;
  const auto decided = [&] {
    const auto id = office.open();
    office.must(id, "{'panelNotified':{'informed':['SAFEGUARDING_PARTNERS']}}");
    office.must(id, fmt::format("{{'rapidReviewDecided':{{'outcome':'LCSPR','criteria':{},'reasons':'why'}}}}",
                                review_criteria));
    return id;
  };
  const auto lead = decided();
  const auto joined = decided();
  const auto beside = decided();
  office.must(lead, fmt::format("{{'reviewCommissioned':{{'joinsCases':['{}','{}']}}}}", joined, beside));
  // Which of the cases are armed for a delay.
  const auto armed = [&] {
    Texts all;
    auto rows = office.store->prepare("SELECT record FROM alert_arms WHERE clock LIKE 'delay-to-report%' AND live = 1");
    while (rows.step()) all.push_back(rows.text(0));
    std::ranges::sort(all);
    return all;
  };
  const Texts all{"cases/" + lead, "cases/" + joined, "cases/" + beside};
  CHECK(armed().empty());
  office.must(joined, "{'proceedingsOpened':{'kind':'CRIMINAL'}}");
  CHECK(armed() == all);
  CHECK(told_on(office, "2026-08-03").size() > 3);
  const auto before = stand(office);
  REQUIRE(office.desk.rebuild_views(true));
  CHECK(told(office).empty());
  CHECK(stand(office) == before);
  SECTION("until it holds no longer") {
    office.must(joined, "{'proceedingsConcluded':{'outcome':'x'}}");
    CHECK(armed().empty());
  }
  SECTION("or whoever leads the review has told it") {
    office.must(lead, "{'delayReported':{'to':['PANEL'],'reasons':'why'}}");
    CHECK(armed() == all);
    office.must(lead, "{'delayReported':{'to':['SECRETARY_OF_STATE'],'reasons':'why'}}");
    CHECK(armed().empty());
  }
  SECTION("of the one that tells it no more than of itself") {
    office.must(beside, "{'delayReported':{'to':['PANEL','SECRETARY_OF_STATE'],'reasons':'why'}}");
    CHECK(armed() == Texts{"cases/" + lead, "cases/" + joined});
  }
}

TEST_CASE("an order that lets an anonymised report be published delays nothing", "[unit]") {
  DeskOffice office;
  const auto id = office.open();
  office.must(id, "{'panelNotified':{'informed':['SAFEGUARDING_PARTNERS']}}");
  office.must(
      id, fmt::format("{{'rapidReviewDecided':{{'outcome':'LCSPR','criteria':{},'reasons':'why'}}}}", review_criteria));
  office.must(id, "{'courtOrderRecorded':{'court':'Crown Court','permitsAnonymised':true,'advice':'The judge'}}");
  const auto is_armed = [&] {
    auto rows = office.store->prepare("SELECT 1 FROM alert_arms WHERE clock LIKE 'delay-to-report%' AND live = 1");
    return rows.step();
  };
  CHECK_FALSE(is_armed());
  office.must(id, "{'courtOrderRecorded':{'court':'Crown Court'}}");
  CHECK(is_armed());
}

TEST_CASE("a planned day is told of while the accepted version has no advance copy", "[unit]") {
  DeskOffice office;
  const auto id = office.open();
  office.must(id, "{'panelNotified':{'informed':['SAFEGUARDING_PARTNERS']}}");
  office.must(
      id, fmt::format("{{'rapidReviewDecided':{{'outcome':'LCSPR','criteria':{},'reasons':'why'}}}}", review_criteria));
  office.must(id, "{'reviewCommissioned':{}}");
  office.must(id, "{'draftReceived':{'version':1}}");
  office.must(id, "{'reportAccepted':{'version':1}}");
  office.must(id, "{'publicationPlanned':{'plannedOn':'2026-03-31'}}");
  const auto lacks = [&] {
    const auto all = stand(office);
    return std::ranges::count(all, "publication-without-copy:review-1 before-6") == 1;
  };
  // Six working days are left: a copy that goes out now is too late for the day.
  CHECK(told_on(office, "2026-03-20").size() > 1);
  CHECK_FALSE(lacks());
  CHECK(told_on(office, "2026-03-23").size() > 1);
  CHECK(lacks());
  // It goes out, and comes too late: the day is to be moved. A day that is far enough away needs no other copy.
  office.must(id, "{'advanceCopySent':{'to':['PANEL','OFSTED'],'version':1}}");
  CHECK(lacks());
  office.must(id, "{'advanceCopySent':{'to':['SECRETARY_OF_STATE'],'version':1}}");
  CHECK(lacks());
  office.must(id, "{'publicationPlanned':{'plannedOn':'2026-04-02'}}");
  CHECK_FALSE(lacks());
  office.must(id, "{'publicationPlanned':{'plannedOn':'2026-03-31'}}");
  CHECK(lacks());
  office.must(id, "{'reportReturned':{'reasons':'why'}}");
  office.must(id, "{'draftReceived':{'version':2}}");
  office.must(id, "{'reportAccepted':{'version':2}}");
  CHECK(lacks());
  office.must(id, "{'publicationPlanned':{'plannedOn':'2026-05-20'}}");
  CHECK_FALSE(lacks());
}

TEST_CASE("somebody has it in hand, or puts it off for themselves", "[unit]") {
  DeskOffice office;
  office.open();
  CHECK(told_on(office, "2026-03-09").size() == 2);
  const auto seen = alerts_seen(*office.store, {"", "", false, {}, plenty_told}, office.reader, office.today);
  REQUIRE(seen.size() == 2);
  const auto first = office.alerts.acknowledge(seen[0], "ann", office.moment().now);
  REQUIRE(first);
  CHECK(office.alerts.acknowledge(seen[0], "bob", office.moment().now)->acknowledged_by == "ann");
  REQUIRE(office.alerts.snooze(seen[1], "ann", day("2026-03-10"), office.moment().now));
  CHECK(stand(office) == Texts{"notify-panel due"});
  const Reader other{"bob", Role::coordinator};
  CHECK(alerts_seen(*office.store, {"", "", false, {}, plenty_told}, other, office.today).size() == 2);
  office.today = day("2026-03-10");
  CHECK(stand(office).size() == 2);
  CHECK(office.alerts.acknowledge("none", "ann", office.moment().now).error().code == Code::not_found);
}

TEST_CASE("an alert of a case that the reader does not see is not there", "[unit]") {
  DeskOffice office;
  const auto id = office.open();
  CHECK(told_on(office, "2026-03-09").size() == 2);
  const auto sees = [&](const Reader& reader) {
    return alerts_seen(*office.store, {"", "", false, {}, plenty_told}, reader, office.today).size();
  };
  CHECK(sees({"a-chair", Role::chair}) == 2);
  CHECK(sees({"a-member", Role::panel_member}) == 0);
  CHECK(sees({"an-administrator", Role::administrator}) == 0);
  office.must(id, "{'conflictDeclared':{'person':'a-chair','managed':'EXCLUDED'}}");
  CHECK(sees({"a-chair", Role::chair}) == 0);
}

}  // namespace review::test
