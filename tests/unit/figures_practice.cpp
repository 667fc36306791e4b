#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "tests/support/counted_year.hpp"

/// The figures that two partnerships printed, counted again from invented cases of the same course.
namespace review::test {
namespace {

constexpr const char* child_of_16 = ",'children':[{'pseudonym':'Young Person A','ageYears':16}]";

void refer(CountedYear& year, const char* on, const char* decided_on, const char* outcome) {
  auto& one = year.begin(on);
  one.must("{'learningReferred':{'referredBy':'police','concern':'Invented.','children':[{'pseudonym':'Child'}]}}");
  if (outcome == nullptr) return;
  one.on(decided_on).must(fmt::format("{{'referralDecided':{{'outcome':'{}','reasons':'Invented.'}}}}", outcome));
}

/// A family is offered a part in the review of its case, and what it says.
void offer(SmallCase& one, const char* answer) {
  one.must(fmt::format("{{'familyContacted':{{'who':'A parent','offer':'To take part in the review.','answer':'{}'}}}}",
                       answer));
}

/// Sandwell, April 2022 to March 2023.
CountedYear sandwell() {
  CountedYear year;
  auto& assault = year.begin("2022-04-25");
  assault.must(incident_on("2022-04-25", "SERIOUS_HARM", "SUSPECTED", child_of_16));
  rapid_review(assault, "2022-04-28", "2022-05-13", "2022-05-13", "LCSPR");
  assault.on("2022-05-27").must("{'reviewCommissioned':{'reviewers':['reviewer-1']}}");
  assault.must("{'proceedingsOpened':{'kind':'CRIMINAL','proceedings':'trial'}}");
  offer(assault, "LATER");
  assault.on("2023-02-13").must("{'reportAccepted':{}}");
  assault.must("{'embargoPlaced':{'reason':'Invented.','proceedings':['trial'],'reviewOn':'2023-05-15'}}");

  auto& baby = year.begin("2022-07-04");
  baby.must(
      incident_on("2022-07-04", "SERIOUS_HARM", "DISPUTED", ",'children':[{'pseudonym':'Baby B','ageWeeks':20}]"));
  rapid_review(baby, "2022-07-04", "2022-07-18", "2022-07-18", "TABLETOP");
  baby.on("2022-08-01").must("{'reviewCommissioned':{'reviewers':['reviewer-1']}}");
  offer(baby, "DECLINES");
  baby.on("2023-01-16").must("{'reportAccepted':{}}");

  auto& sudden = year.begin("2022-12-05");
  sudden.must(incident_on("2022-12-05", "DEATH", "SUSPECTED",
                          ",'jointAgencyResponse':true,'children':[{'pseudonym':'Child C','ageYears':7}]"));
  rapid_review(sudden, "2022-12-09", "2022-12-22", "2022-12-22", "THEMATIC_LCSPR");
  sudden.on("2023-01-12").must("{'reviewCommissioned':{'reviewers':['reviewer-1']}}");
  offer(sudden, "NOT_ANSWERED");

  // The second report that waited for the police, from before the year.
  auto& before = year.begin("2022-04-04");
  before.must(
      "{'caseBroughtIn':{'kind':'LIVE','stageAsAt':'REPORT_ACCEPTED','harm':'DEATH','abuseOrNeglect':'KNOWN',"
      "'outcome':'LCSPR','knownDates':[{'kind':'panel-notified','on':'2021-06-01'},"
      "{'kind':'rapid-review-submitted','on':'2021-06-21'},{'kind':'panel-responded','on':'2021-07-05'}]}}");
  before.must("{'proceedingsOpened':{'kind':'CRIMINAL'}}");

  refer(year, "2022-05-09", "2022-05-23", "TABLETOP");
  auto& spotlight = year.begin("2022-05-10");
  spotlight.must("{'learningReferred':{'referredBy':'police','concern':'Invented.'}}");
  spotlight.on("2022-05-24").must("{'referralDecided':{'outcome':'SPOTLIGHT','reasons':'Invented.'}}");
  spotlight.must("{'reviewCommissioned':{'reviewers':['reviewer-1']}}");
  offer(spotlight, "DECLINES");
  spotlight.on("2022-11-01").must("{'reportAccepted':{}}");
  for (int i = 0; i < 3; ++i) refer(year, "2022-09-05", "2022-09-19", "LEARNING_BRIEFING");
  refer(year, "2022-10-03", "2022-10-17", "NO_FURTHER_ACTION");
  for (int i = 0; i < 2; ++i) refer(year, "2022-10-03", "2022-10-17", "SINGLE_AGENCY_REVIEW");
  for (int i = 0; i < 4; ++i) refer(year, "2023-03-06", "", nullptr);

  for (int i = 0; i < 9; ++i)
    year.begin("2022-11-07").must(incident_on("2022-11-07", "DEATH", "NOT_SUSPECTED", ",'jointAgencyResponse':true"));
  return year;
}

std::string authority_fact(const char* authority) { return fmt::format(",'occurredIn':'{}'", authority); }

/// Stoke-on-Trent and Staffordshire, July 2018 to March 2020.
CountedYear stoke() {
  CountedYear year;
  struct Case {
    const char* authority;
    const char* known;
    const char* met;
    const char* answered;
  };
  constexpr Case cases[] = {{"staffordshire", "2018-09-03", "2018-09-17", "2018-10-01"},
                            {"staffordshire", "2018-10-01", "2018-10-15", "2018-10-29"},
                            {"staffordshire", "2018-11-05", "2018-11-19", "2018-12-03"},
                            {"staffordshire", "2019-01-14", "2019-01-28", "2019-02-11"},
                            {"stoke-on-trent", "2019-02-04", "2019-02-18", "2019-03-04"},
                            {"stoke-on-trent", "2019-03-04", "2019-03-18", "2019-04-01"},
                            {"stoke-on-trent", "2019-06-03", "2019-06-17", "2019-07-01"},
                            {"stoke-on-trent", "2019-09-02", "2019-09-16", "2019-09-30"},
                            {"stoke-on-trent", "2019-10-07", "2019-10-21", "2019-11-04"}};
  std::size_t number = 0;
  for (const auto& given : cases) {
    ++number;
    auto& one = year.begin(given.known);
    one.must(incident_on(given.known, "SERIOUS_HARM", "SUSPECTED", authority_fact(given.authority)));
    rapid_review(one, given.known, given.met, given.met, number <= 7 ? "THEMATIC_LCSPR" : "NO_FURTHER_REVIEW");
    if (number != 1) continue;
    one.on("2019-11-11")
        .must(
            "{'reviewCommissioned':{'reviewers':['reviewer-1'],'joinsCases':['26-0002','26-0003','26-0004','26-0005',"
            "'26-0006','26-0007']}}");
  }
  year.join(1, {2, 3, 4, 5, 6, 7}, "2019-11-11");
  for (const char* stage : {"REPORT_ACCEPTED", "REVIEW"}) {
    auto& old = year.begin("2019-11-04");
    old.must(fmt::format("{{'caseBroughtIn':{{'kind':'SERIOUS_CASE_REVIEW','stageAsAt':'{}','gaps':['Invented.']}}}}",
                         stage));
    old.must("{'proceedingsOpened':{'kind':'CRIMINAL'}}");
  }
  return year;
}

}  // namespace

TEST_CASE("The figures that Sandwell printed for 2022 to 2023 are counted from cases of the same course", "[unit]") {
  const auto pack = sandwell().pack("2022-04-01", "2023-03-31", "2023-03-31");
  INFO(written(pack));
  CHECK(number_in(pack, "routes", "directed") == 12);
  CHECK(number_in(pack, "routes", "notified") == 3);
  CHECK(number_in(pack, "notifications", "in-time") == 3);
  CHECK(number_in(pack, "notifications", "late") == 0);
  CHECK(number_in(pack, "rapid-reviews", "in-time") == 3);
  CHECK(number_in(pack, "rapid-review-days", "day-10", "met") == 2);
  CHECK(number_in(pack, "rapid-review-days", "day-9", "met") == 1);
  CHECK(number_in(pack, "rapid-review-days", "all", "sent") == 3);
  CHECK(number_in(pack, "decisions", "lcspr", "first") == 1);
  CHECK(number_in(pack, "decisions", "tabletop", "first") == 1);
  CHECK(number_in(pack, "decisions", "thematic-lcspr", "first") == 1);
  CHECK(number_in(pack, "panel-answers", "agrees") == 3);
  CHECK(number_in(pack, "panel-answers", "disagrees") == 0);
  CHECK(number_in(pack, "panel-answers", "waiting") == 0);
  CHECK(number_in(pack, "spotlight", "completed") == 1);
  CHECK(number_in(pack, "spotlight", "learning-briefing") == 3);
  CHECK(number_in(pack, "spotlight", "no-further-action") == 1);
  CHECK(number_in(pack, "joint-agency-responses", "all") == 10);
  CHECK(number_in(pack, "joint-agency-responses", "lcspr") == 1);
  CHECK(number_in(pack, "held", "all") == 2);
  CHECK(number_in(pack, "held", "criminal") == 2);
  CHECK(number_in(pack, "held", "embargo") == 1);
  CHECK(number_in(pack, "reviews", "accepted", "statutory") == 2);
  CHECK(number_in(pack, "reviews", "in-progress", "statutory") == 1);
  CHECK(number_in(pack, "directed", "waiting") == 4);
  // Each family was offered a part, and none took it.
  CHECK(number_in(pack, "families", "all", "offered") == 4);
  CHECK(number_in(pack, "families", "all", "not-offered") == 0);
  CHECK(number_in(pack, "families", "takes-part") == 0);
  CHECK(number_in(pack, "families", "declines") == 2);
  CHECK(number_in(pack, "families", "later") == 1);
  CHECK(number_in(pack, "families", "not-answered") == 1);
}

TEST_CASE("The figures that Stoke-on-Trent and Staffordshire printed are counted from cases of the same course",
          "[unit]") {
  const auto pack = stoke().pack("2018-07-01", "2020-03-31", "2020-03-31");
  INFO(written(pack));
  CHECK(number_in(pack, "rapid-reviews", "in-time") == 9);
  CHECK(number_in(pack, "notifications", "all", "staffordshire") == 4);
  CHECK(number_in(pack, "notifications", "all", "stoke-on-trent") == 5);
  CHECK(number_in(pack, "notifications", "all") == 9);
  CHECK(number_in(pack, "panel-answers", "agrees") == 9);
  CHECK(number_in(pack, "review-kinds", "thematic-lcspr", "reviews") == 1);
  CHECK(number_in(pack, "review-kinds", "thematic-lcspr", "cases") == 7);
  CHECK(number_in(pack, "review-kinds", "serious-case-review", "reviews") == 2);
  CHECK(number_in(pack, "reviews", "accepted", "serious-case-review") == 1);
  CHECK(number_in(pack, "reviews", "in-progress", "serious-case-review") == 1);
  CHECK(number_in(pack, "reviews", "in-progress", "statutory") == 1);
  CHECK(number_in(pack, "reviews", "published") == 0);
  CHECK(number_in(pack, "reviews", "all") == 3);
  CHECK(number_in(pack, "held", "criminal", "under-6-months") == 2);
  CHECK(number_in(pack, "held", "embargo") == 0);
  CHECK(number_in(pack, "held", "all") == 2);
}

TEST_CASE("A pack as at a day stays the same when the record grows", "[unit]") {
  auto year = sandwell();
  const auto before = written(year.pack("2022-04-01", "2023-03-31", "2023-03-31"));
  auto& late = year.begin("2023-04-17");
  late.must(
      "{'occurredOn':'2023-03-20','incidentLogged':{'localAuthorityAwareOn':'2023-03-20','harm':'DEATH',"
      "'abuseOrNeglect':'KNOWN','children':[{'ageYears':3}]}}");
  CHECK(written(year.pack("2022-04-01", "2023-03-31", "2023-03-31")) == before);
  CHECK(written(year.pack("2022-04-01", "2023-03-31", "2023-04-17")) != before);
}

TEST_CASE("A correction that turned a late notification into one in time is told, with who and when", "[unit]") {
  CountedYear year;
  auto& one = year.begin("2022-05-23");
  one.must(incident_on("2022-05-09", "DEATH", "KNOWN", ""));
  const auto sent = one.must("{'occurredOn':'2022-05-23','panelNotified':{'reference':'N-1'}}");
  CHECK(number_in(year.pack("2022-04-01", "2023-03-31", "2022-05-23"), "notifications", "late") == 1);
  one.on("2022-05-30")
      .as("bob")
      .must(fmt::format(
          "{{'entryCorrected':{{'entry':'{}','reason':'The receipt says so.','replacement':{{'occurredOn':'2022-05-12',"
          "'panelNotified':{{'reference':'N-1'}}}}}}}}",
          sent));
  const auto pack = year.pack("2022-04-01", "2023-03-31", "2022-05-30");
  CHECK(number_in(pack, "notifications", "late") == 0);
  CHECK(number_in(pack, "notifications", "in-time") == 1);
  CHECK(number_in(pack, "corrections", "late-to-in-time") == 1);
  CHECK(number_in(pack, "corrections", "in-time-to-late") == 0);
  const auto& remarks = table_in(pack, "corrections").remarks;
  REQUIRE(remarks.size() == 1);
  CHECK(remarks.front().says == "Notify the Panel: late became in time. Recorded by bob on Mon 30 May 2022.");
  CHECK(remarks.front().about.case_id == "26-0001");
  // The year after, nothing was corrected.
  CHECK(number_in(year.pack("2023-04-01", "2024-03-31", "2024-03-31"), "corrections", "all") == 0);
}

TEST_CASE("A correction made after the year is told in the year whose figure it turned, and in its own", "[unit]") {
  CountedYear year;
  auto& one = year.begin("2022-05-16");
  one.must(incident_on("2022-05-09", "DEATH", "KNOWN", ""));
  const auto sent = one.must("{'occurredOn':'2022-05-16','panelNotified':{'reference':'N-1'}}");
  const auto correct = [&](const char* on, const char* day) {
    one.on(on).must(
        fmt::format("{{'entryCorrected':{{'entry':'{}','reason':'Invented.','replacement':{{'occurredOn':'{}',"
                    "'panelNotified':{{'reference':'N-1'}}}}}}}}",
                    sent, day));
  };
  correct("2023-04-17", "2022-05-27");
  const auto late = year.pack("2022-04-01", "2023-03-31", "2023-04-17");
  CHECK(number_in(late, "notifications", "late") == 1);
  CHECK(number_in(late, "corrections", "in-time-to-late") == 1);
  CHECK(table_in(late, "corrections").remarks.front().says.ends_with(" on Mon 17 April 2023."));
  CHECK(number_in(year.pack("2022-04-01", "2023-03-31", "2023-04-16"), "corrections", "all") == 0);
  correct("2023-04-18", "2022-05-13");
  const auto in_time = year.pack("2022-04-01", "2023-03-31", "2023-04-18");
  CHECK(number_in(in_time, "notifications", "late") == 0);
  CHECK(number_in(in_time, "corrections", "late-to-in-time") == 1);
  // They were recorded in the next year, and turned nothing of the one before.
  CHECK(number_in(year.pack("2023-04-01", "2024-03-31", "2024-03-31"), "corrections", "all") == 2);
  CHECK(number_in(year.pack("2021-04-01", "2022-03-31", "2024-03-31"), "corrections", "all") == 0);
}

TEST_CASE("What happened in the incident happened to every child of whom nothing else was said", "[unit]") {
  CountedYear year;
  const auto notified_with = [&](const char* harm, const char* children) {
    auto& one = year.begin("2022-05-16");
    one.must(incident_on("2022-05-09", harm, "KNOWN", children));
    one.must("{'occurredOn':'2022-05-16','panelNotified':{'reference':'N-1'}}");
    return year.pack("2022-04-01", "2023-03-31", "2023-03-31");
  };
  CHECK(number_in(notified_with("DEATH", ",'children':[{'ageYears':9}]"), "children-harm", "death") == 1);
  CHECK(number_in(notified_with("DEATH", ",'children':[{'ageYears':9},{'ageYears':3}]"), "children-harm", "death") ==
        3);
  auto pack = notified_with("DEATH", ",'children':[{'ageYears':9,'harm':'OTHER'},{'ageYears':3}]");
  CHECK(number_in(pack, "children-harm", "death") == 4);
  CHECK(number_in(pack, "children-harm", "other") == 1);
  // What was said of the incident, not the gravest harm to one of its children.
  pack = notified_with("SERIOUS_HARM", ",'children':[{'ageYears':9,'harm':'DEATH'},{'ageYears':3}]");
  CHECK(number_in(pack, "children-harm", "death") == 5);
  CHECK(number_in(pack, "children-harm", "serious-harm") == 1);
  CHECK(number_in(pack, "children-harm", "not-recorded") == 0);
}

TEST_CASE("Children are counted by the age that their date of birth tells", "[unit]") {
  CountedYear year;
  const auto counted = [&](const char* child) {
    auto& one = year.begin("2022-05-16");
    one.must(incident_on("2022-05-09", "DEATH", "KNOWN",
                         fmt::format(",'incidentOn':'2022-05-08','children':[{{{}}}]", child)));
    one.must("{'occurredOn':'2022-05-16','panelNotified':{'reference':'N-1'}}");
    return year.pack("2022-04-01", "2023-03-31", "2023-03-31");
  };
  // One on the birthday, one on the day before it.
  CHECK(number_in(counted("'bornOn':'2017-05-08'"), "children-age", "5-to-10") == 1);
  CHECK(number_in(counted("'bornOn':'2017-05-09'"), "children-age", "1-to-4") == 1);
  CHECK(number_in(counted("'bornOn':'2022-02'"), "children-age", "under-1") == 1);
  CHECK(number_in(counted("'bornOn':'2017'"), "children-age", "not-recorded") == 1);
}

TEST_CASE("A correction after which something late is not counted any more leaves a trace", "[unit]") {
  CountedYear year;
  auto& one = year.begin("2022-05-09");
  const auto logged = one.must(incident_on("2022-05-09", "DEATH", "SUSPECTED", ""));
  CHECK(number_in(year.pack("2022-04-01", "2022-05-30", "2022-05-30"), "notifications", "overdue") == 1);
  one.on("2022-05-30")
      .as("bob")
      .must(fmt::format("{{'entryCorrected':{{'entry':'{}','reason':'Invented.','replacement':{}}}}}", logged,
                        incident_on("2022-05-09", "DEATH", "NOT_SUSPECTED", "")));
  const auto pack = year.pack("2022-04-01", "2022-05-30", "2022-05-30");
  CHECK(number_in(pack, "notifications", "all") == 0);
  // The Panel and the partners were to be told.
  CHECK(number_in(pack, "corrections", "late-to-not-counted", "corrected") == 2);
  CHECK(number_in(pack, "corrections", "all") == 2);
  const auto& remarks = table_in(pack, "corrections").remarks;
  REQUIRE(remarks.size() == 2);
  CHECK(remarks.front().says == "Notify the Panel: late, and now not counted. Recorded by bob on Mon 30 May 2022.");
}

TEST_CASE("A correction is told of each duty to tell somebody that it turned", "[unit]") {
  CountedYear year;
  auto& one = year.begin("2022-05-23");
  one.must(incident_on("2022-05-09", "DEATH", "KNOWN", ",'children':[{'ageYears':9,'lookedAfter':true}]"));
  const char* told =
      "{{'occurredOn':'{}','panelNotified':{{'reference':'N-1','informed':['SAFEGUARDING_PARTNERS','SECRETARY_OF_STATE'"
      "]}}}}";
  const auto sent = one.must(fmt::format(fmt::runtime(told), "2022-05-23"));
  one.on("2022-05-30")
      .must(fmt::format("{{'entryCorrected':{{'entry':'{}','reason':'Invented.','replacement':{}}}}}", sent,
                        fmt::format(fmt::runtime(told), "2022-05-12")));
  const auto pack = year.pack("2022-04-01", "2023-03-31", "2022-05-30");
  INFO(written(pack));
  // The Panel, the partners, and of the death of a child in care the Secretary of State and Ofsted.
  CHECK(number_in(pack, "corrections", "late-to-in-time", "corrected") == 3);
  CHECK(table_in(pack, "corrections").remarks.front().says.starts_with("Tell the Secretary of State and Ofsted"));
}

TEST_CASE("What is counted of a review on the last day of the period is what had happened by then", "[unit]") {
  CountedYear year;
  year.begin("2026-03-02").accepted();
  const auto at = [&](const char* to) { return year.pack("2026-01-01", to, "2026-07-01"); };
  CHECK(number_in(at("2026-03-31"), "reviews", "all") == 0);
  CHECK(number_in(at("2026-04-30"), "reviews", "in-progress") == 1);
  CHECK(number_in(at("2026-07-31"), "reviews", "accepted") == 1);
  CHECK(number_in(at("2026-03-19"), "rapid-reviews", "not-due") == 1);
  CHECK(number_in(at("2026-03-31"), "panel-answers", "waiting") == 1);
}

TEST_CASE("An action counts as overdue by the clock that its case shows", "[unit]") {
  CountedYear year;
  auto& one = year.begin("2026-03-02").reviewed("LCSPR");
  one.on("2026-04-02").must("{'actionAgreed':{'action':'a','owner':'POLICE','dueOn':'2026-04-10'}}");
  one.must("{'actionAgreed':{'action':'b','owner':'POLICE','dueOn':'2026-05-20'}}");
  one.on("2026-04-08").must("{'actionUpdated':{'action':'a','progress':'AMBER'}}");
  one.on("2026-04-14").must("{'actionUpdated':{'action':'b','progress':'COMPLETE'}}");
  const auto pack = year.pack("2026-04-01", "2026-04-30", "2026-05-01");
  CHECK(number_in(pack, "actions", "amber", "overdue") == 1);
  CHECK(number_in(pack, "actions", "complete", "in-time") == 1);
  CHECK(number_in(pack, "actions", "all") == 2);
  CHECK(number_in(year.pack("2026-05-01", "2026-05-31", "2026-05-31"), "actions", "all") == 1);
}

TEST_CASE("A theme that was found before comes again, and a case counts once for it", "[unit]") {
  CountedYear year;
  const char* found =
      "{'learningCaptured':{'findings':[{'finding':'x','themes':['neglect']},{'finding':'y','themes':['neglect']}]}}";
  year.begin("2026-03-02").reviewed("LCSPR").on("2026-04-02").must(found);
  year.begin("2026-03-02").reviewed("LCSPR").must(found);
  const auto pack = year.pack("2026-04-02", "2026-12-31", "2026-12-31");
  CHECK(number_in(pack, "themes", "neglect", "period") == 1);
  CHECK(number_in(pack, "themes", "neglect", "before") == 1);
}

}  // namespace review::test
