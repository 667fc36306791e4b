#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <tuple>
#include <vector>

#include "libreview/alerts/owner.hpp"
#include "libreview/embargo/delay_letter.hpp"
#include "libreview/embargo/planner.hpp"
#include "libreview/embargo/recall.hpp"
#include "libreview/embargo/warnings.hpp"
#include "libreview/embargo/wording.hpp"
#include "libreview/law/england.hpp"
#include "tests/support/small_case.hpp"

/// What speaks against a day, and what is said of a publication, by vectors that were worked out by hand.
namespace review::test {
namespace {

using Texts = std::vector<std::string>;

/// The kinds of what speaks against a day, each with its own day.
Texts against(std::string_view on, std::vector<DayOfLife> lives = {}, std::vector<ListedDay> listed = {}) {
  Texts all;
  for (const auto& one : plan_warnings({day(on), std::move(lives), std::move(listed)}, law(), calendar())) {
    all.push_back(one.kind + " " + one.on.iso());
  }
  return all;
}

DayOfLife birth(std::string_view on) { return {DayOfLife::Sort::birth, "Child A", day(on)}; }

const YearlyEvent& local_elections() {
  const auto& yearly = law().publication().yearly;
  const auto found = std::ranges::find(yearly, "local-elections", &YearlyEvent::id);
  REQUIRE(found != yearly.end());
  return *found;
}

}  // namespace

TEST_CASE("nothing speaks against an ordinary Tuesday", "[unit]") { CHECK(against("2026-06-09").empty()); }

TEST_CASE("a birthday is told seven days around the day, and not eight", "[unit]") {
  for (const auto* born : {"2019-06-02", "2019-06-09", "2019-06-16"}) {
    INFO(born);
    CHECK(against("2026-06-09", {birth(born)}) == Texts{"BIRTHDAY 2026" + std::string(born).substr(4)});
  }
  CHECK(against("2026-06-09", {birth("2019-06-01")}).empty());
  CHECK(against("2026-06-09", {birth("2019-06-17")}).empty());
}

TEST_CASE("a birthday over the turn of the year is told, and one before the birth is not", "[unit]") {
  CHECK(against("2027-01-05", {birth("2019-12-30")}) == Texts{"BIRTHDAY 2026-12-30"});
  CHECK(against("2026-12-29", {birth("2019-01-04")}) == Texts{"BIRTHDAY 2027-01-04"});
  CHECK(against("2026-06-09", {birth("2027-06-09")}).empty());
}

TEST_CASE("somebody born on 29 February has the 28th in other years", "[unit]") {
  CHECK(against("2026-02-26", {birth("2020-02-29")}) == Texts{"BIRTHDAY 2026-02-28"});
  CHECK(against("2028-03-02", {birth("2020-02-29")}) == Texts{"BIRTHDAY 2028-02-29"});
}

TEST_CASE("anniversaries of the incident and of a death are told with how many years", "[unit]") {
  const PlanFacts facts{
      day("2026-06-09"),
      {{DayOfLife::Sort::incident, "", day("2025-06-08")}, {DayOfLife::Sort::death, "Child A", day("2024-06-11")}},
      {}};
  const auto all = plan_warnings(facts, law(), calendar());
  REQUIRE(all.size() == 2);
  CHECK(all[0].says == "1 year since the incident is 1 day before the planned day: Mon 8 June 2026.");
  CHECK(all[1].says == "2 years since Child A died is 2 days after the planned day: Thu 11 June 2026.");
  CHECK_FALSE(all[0].same_day);
}

TEST_CASE("a hearing near the day is told, by the kind of its proceedings", "[unit]") {
  CHECK(against("2026-06-09", {}, {{"Criminal", day("2026-06-12")}}) == Texts{"HEARING 2026-06-12"});
  CHECK(against("2026-06-09", {}, {{"Criminal", day("2026-06-30")}}).empty());
}

TEST_CASE("days off, the day before them, and a Friday are told", "[unit]") {
  CHECK(against("2026-06-13") == Texts{"NOT_A_WORKING_DAY 2026-06-13"});
  CHECK(against("2026-05-25") == Texts{"NOT_A_WORKING_DAY 2026-05-25"});
  // The Friday before the spring bank holiday: the holiday is what is told.
  const auto all = plan_warnings({day("2026-05-22"), {}, {}}, law(), calendar());
  REQUIRE(all.size() == 1);
  CHECK(all[0].says == "This is the last working day before a holiday. The next one is Tue 26 May 2026.");
  CHECK(against("2026-06-12") == Texts{"BEFORE_DAYS_OFF 2026-06-12"});
  CHECK(against("2026-12-24") == Texts{"BEFORE_DAYS_OFF 2026-12-24"});
}

TEST_CASE("the pre-election period is twenty-five working days before the first Thursday in May", "[unit]") {
  // As councils announced: 30 March 2026; 26 March 2024; 27 March 2023, a year with the coronation after it.
  for (const auto& [year, from, to] :
       {std::tuple{2026, "2026-03-30", "2026-05-07"}, std::tuple{2025, "2025-03-25", "2025-05-01"},
        std::tuple{2024, "2024-03-26", "2024-05-02"}, std::tuple{2023, "2023-03-27", "2023-05-04"}}) {
    const auto days = days_of(local_elections(), year, calendar());
    REQUIRE(days);
    CHECK(days->from.iso() == from);
    CHECK(days->to.iso() == to);
  }
  CHECK(against("2026-03-31") == Texts{"EVENT 2026-03-30"});
  CHECK(against("2026-05-07") == Texts{"EVENT 2026-03-30"});
  CHECK(against("2026-05-12").empty());
  for (const auto& one : plan_warnings({day("2026-04-21"), {}, {}}, law(), calendar())) {
    CHECK(one.grade == "K");
    CHECK_FALSE(one.cites.empty());
  }
}

TEST_CASE("a partnership says what is on in its area, and how long a publication may be recalled", "[unit]") {
  const auto own = england({"own.toml",
                            "id = \"own\"\nname = \"Own\"\nrecall-minutes = 120\n"
                            "[[event]]\nid = \"inquiry\"\ntitle = \"A local inquiry\"\nfrom = 2026-06-08\nto = "
                            "2026-06-10\n"});
  REQUIRE(own);
  CHECK(own->partnership().recall_minutes == 120);
  const auto all = plan_warnings({day("2026-06-09"), {}, {}}, *own, calendar());
  REQUIRE(all.size() == 1);
  CHECK(all[0].says == "A local inquiry: Mon 8 June 2026 to Wed 10 June 2026.");
  CHECK_FALSE(england({"own.toml",
                       "id = \"own\"\nname = \"Own\"\n[[event]]\nid = \"x\"\ntitle = \"X\"\nfrom = 2026-06-08\nto = "
                       "2026-06-07\n"}));
}

TEST_CASE("birthdays come first, whatever else there is", "[unit]") {
  const auto all = against("2026-05-07", {{DayOfLife::Sort::incident, "", day("2025-05-06")}, birth("2019-05-08")},
                           {{"Inquest", day("2026-05-05")}});
  CHECK(all == Texts{"BIRTHDAY 2026-05-08", "ANNIVERSARY 2026-05-06", "HEARING 2026-05-05", "EVENT 2026-03-30"});
}

TEST_CASE("a day that is past and what holds publication on it are told before all else", "[unit]") {
  PlanFacts facts{day("2026-06-09"), {birth("2019-06-09")}, {}};
  facts.holds = {"Open proceedings (Criminal) hold publication until they are concluded."};
  facts.past = true;
  const auto all = plan_warnings(facts, law(), calendar());
  REQUIRE(all.size() == 3);
  CHECK(all[0].kind == "PAST");
  CHECK(all[0].says == "Tue 9 June 2026 is past. Plan another day.");
  CHECK(all[1].kind == "HOLD");
  CHECK(all[1].says == facts.holds.front());
  CHECK(all[1].on == facts.on);
  CHECK(all[2].kind == "BIRTHDAY");
}

TEST_CASE("wording follows what was found and not what was suspected", "[unit]") {
  CHECK(wording_for(v1::FACT_FINDING_UNSPECIFIED).about == "alleged abuse or neglect");
  CHECK(wording_for(v1::FACT_FINDING_FOUND).about.find("found") != std::string_view::npos);
  for (const auto finding : {v1::FACT_FINDING_NOT_FOUND, v1::FACT_FINDING_NOT_DECIDED}) {
    CHECK(wording_for(finding).about.find("abuse") == std::string_view::npos);
    CHECK(wording_for(finding).sentence.find("abuse") == std::string_view::npos);
  }
}

TEST_CASE("a publication can be recalled for the minutes that the partnership says, and is out after them", "[unit]") {
  v1::ReviewFile review;
  CHECK_FALSE(recall_until(review, law().partnership()));
  CHECK_FALSE(is_out(review, law().partnership(), parse_instant("2026-06-10T10:00:00Z").value()));
  review.set_published_on("2026-06-10");
  review.set_published_time("2026-06-10T10:00:00.000Z");
  REQUIRE(recall_until(review, law().partnership()));
  CHECK(rfc3339(*recall_until(review, law().partnership())) == "2026-06-10T11:00:00.000Z");
  CHECK_FALSE(is_out(review, law().partnership(), parse_instant("2026-06-10T10:59:59Z").value()));
  CHECK(is_out(review, law().partnership(), parse_instant("2026-06-10T11:00:00Z").value()));
  review.set_taken_down_on("2026-06-20");
  CHECK_FALSE(is_out(review, law().partnership(), parse_instant("2026-06-21T11:00:00Z").value()));
  CHECK(has_been_out(review, law().partnership(), parse_instant("2026-06-21T11:00:00Z").value()));
}

TEST_CASE("the owner of a step is who is told of its clock", "[unit]") {
  v1::CaseFile file;
  for (const auto* name : {"review-1", "review-2"}) {
    auto& review = *file.add_reviews();
    review.set_review(name);
    auto& step = *review.add_steps();
    step.set_step(v1::PUBLICATION_STEP_LEGAL_READ);
    step.set_owner(std::string("lawyer-of-") + name);
    auto& needed = *file.add_milestones();
    needed.set_name("preparation-needed");
    needed.set_subject(name);
  }
  CHECK(owner_of(file, "legal-read") == "lawyer-of-review-1");
  CHECK(owner_of(file, "legal-read:review-2") == "lawyer-of-review-2");
  CHECK(owner_of(file, "report-check") == "lawyer-of-review-1");
  CHECK(owner_of(file, "report-check:review-2") == "lawyer-of-review-2");
  CHECK(owner_of(file, "family-read").empty());
  CHECK(owner_of(file, "rapid-review").empty());
  CHECK(owner_of({}, "legal-read").empty());
}

TEST_CASE("the letter about a delay says what holds, what was done and when it is expected, and names nobody",
          "[unit]") {
  v1::CaseFile file;
  file.set_case_("26-0007");
  auto& child = *file.add_children();
  child.set_pseudonym("Quillfeather");
  auto& trial = *file.add_proceedings();
  trial.set_kind(v1::PROCEEDINGS_KIND_CRIMINAL);
  trial.set_open(true);
  trial.set_holds(true);
  trial.set_opened_on("2026-02-04");
  trial.set_expected_end("2026-11");
  trial.add_steps()->set_listed_on("2026-10-05");
  auto& review = *file.add_reviews();
  review.set_review("review-1");
  file.add_actions()->set_complete(true);
  file.add_actions();
  const auto letter = delay_letter(
      {file, review, "Westmoor Partnership", "SIN-1", "6 months", "2026-01-21", "2026-07-21", 3, 1, day("2026-07-23")});
  INFO(letter.text);
  for (const auto* words :
       {"Your reference: SIN-1", "Our reference: 26-0007", "The partners decided on it on 21 January 2026.",
        "The 6 months in which to publish ended on 21 July 2026.",
        "Other proceedings (Criminal) have held publication since 4 February 2026. The next day in them is 5 October "
        "2026.",
        "November 2026", "2 actions; 1 is complete", "3 findings", "1 briefing", "alleged abuse or neglect",
        "Westmoor Partnership"}) {
    INFO(words);
    CHECK(letter.text.find(words) != std::string::npos);
  }
  CHECK(letter.text.find("Quillfeather") == std::string::npos);
}

TEST_CASE("the letter tells what holds a joined case, and of a hidden one only that something does", "[unit]") {
  v1::CaseFile file;
  file.set_case_("26-0007");
  auto& care = *file.add_proceedings();
  care.set_kind(v1::PROCEEDINGS_KIND_FAMILY_COURT);
  care.set_finding(v1::FACT_FINDING_FOUND);
  auto& review = *file.add_reviews();
  review.set_review("review-1");
  review.set_expected_on("2026-06");
  v1::CaseFile other;
  other.set_case_("26-0008");
  auto& trial = *other.add_proceedings();
  trial.set_kind(v1::PROCEEDINGS_KIND_CRIMINAL);
  trial.set_open(true);
  trial.set_holds(true);
  trial.set_opened_on("2026-02-04");
  trial.set_expected_end("2026-03");
  DelayFacts facts{file, review, "Westmoor Partnership", "", "", "", "", 0, 0, day("2026-07-23")};
  facts.others = {other};
  const auto says = [&](std::string_view words) { return delay_letter(facts).text.find(words) != std::string::npos; };
  CHECK(says("Other proceedings (Criminal) have held publication since 4 February 2026."));
  CHECK(says("They were expected to end in March 2026, and have not ended."));
  CHECK_FALSE(says("26-0008"));
  CHECK_FALSE(says("[Nothing"));
  // A day that is past is not expected, and a trial of one case leaves what is said of the other alleged.
  CHECK_FALSE(says("June 2026"));
  CHECK(says("alleged abuse or neglect"));
  facts.hidden = {"26-0008"};
  CHECK(says("Something in another case of this review holds publication."));
  CHECK_FALSE(says("Criminal"));
}

TEST_CASE("the letter speaks of time as it stands on its day, and says when the delay was told before", "[unit]") {
  v1::CaseFile file;
  auto& review = *file.add_reviews();
  review.set_review("review-1");
  review.set_planned_on("2026-07-20");
  file.add_actions();
  DelayFacts facts{file, review, "Westmoor Partnership", "", "", "2026-01-21", "2026-07-21", 0, 0, day("2026-07-01")};
  const auto says = [&](std::string_view words) { return delay_letter(facts).text.find(words) != std::string::npos; };
  CHECK(says("The time in which to publish ends on 21 July 2026."));
  CHECK(says("We cannot publish within this time."));
  CHECK(says("We now expect to publish on 20 July 2026."));
  CHECK(says("1 action; none is complete"));
  CHECK_FALSE(says("last wrote"));
  review.set_delay_reported_on("2026-07-02");
  facts.written_on = day("2026-07-23");
  CHECK(says("We have not published within this time. We last wrote to you about this on 2 July 2026."));
  // The planned day is past and nothing holds: no end of anything is awaited.
  CHECK(says("We will write again when the day is settled."));
  CHECK_FALSE(says("when what holds the report has ended"));
  auto& trial = *file.add_proceedings();
  trial.set_open(true);
  trial.set_holds(true);
  trial.set_opened_on("2026-02-04");
  trial.set_expected_end("2026-11-06");
  CHECK(says("They are expected to end on 6 November 2026."));
  CHECK(says("when what holds the report has ended"));
}

TEST_CASE("that victims are anonymous for life is warned of with the law that says so", "[unit]") {
  v1::CaseFile file;
  CHECK(warnings_on(file, {}, law(), day("2026-05-05")).empty());
  file.add_reviews()->set_review("review-1");
  const auto all = warnings_on(file, {}, law(), day("2026-05-05"));
  REQUIRE(all.size() == 1);
  CHECK(all.front().kind == "LIFELONG_ANONYMITY");
  CHECK(all.front().why.find("Sexual Offences (Amendment) Act 1992, section 1") != std::string::npos);
}

}  // namespace review::test
