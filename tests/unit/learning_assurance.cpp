#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "libreview/learning/assurance_register.hpp"
#include "libreview/learning/pledge_register.hpp"
#include "libreview/learning/training_figures.hpp"
#include "libreview/vocabulary/names.hpp"
#include "tests/support/small_case.hpp"

namespace review::test {
namespace {

/// How an answer that was due on Tue 31 March 2026 stands on a day.
std::string state(const std::string& returned_on, v1::Completeness completeness, const std::string& today,
                  bool waived = false) {
  v1::AssuranceFile file;
  file.set_due_on("2026-03-31");
  file.set_returned_on(returned_on);
  file.set_completeness(completeness);
  file.set_waived(waived);
  return short_name_of(assurance_state(file, day(today)), v1::AssuranceState_descriptor());
}

/// A round of a question of which so many gave each answer from 1 on.
v1::EvaluationQuestion asked(const std::vector<int>& people, int fewest) {
  v1::EvaluationQuestionFile file;
  file.set_scale(v1::TRAINING_SCALE_YES_PARTLY_NO);
  auto& round = *file.add_rounds();
  round.set_round(v1::EVALUATION_ROUND_AFTER);
  for (std::size_t i = 0; i < people.size(); ++i) {
    auto& answer = *round.add_answers();
    answer.set_value(static_cast<int>(i) + 1);
    answer.set_people(people[i]);
  }
  return evaluation_figures(file, fewest);
}

}  // namespace

TEST_CASE("an answer is in time up to its day, and in part it is not there", "[unit]") {
  const auto none = v1::COMPLETENESS_UNSPECIFIED;
  CHECK(state("", none, "2026-03-31") == "AWAITED");
  CHECK(state("", none, "2026-04-01") == "OVERDUE");
  CHECK(state("2026-03-31", v1::COMPLETENESS_FULL, "2026-06-01") == "RETURNED");
  CHECK(state("2026-04-01", v1::COMPLETENESS_FULL, "2026-06-01") == "RETURNED_LATE");
  CHECK(state("2026-03-01", v1::COMPLETENESS_PARTIAL, "2026-03-31") == "AWAITED");
  CHECK(state("2026-03-01", v1::COMPLETENESS_PARTIAL, "2026-04-01") == "OVERDUE");
  CHECK(state("2026-03-01", v1::COMPLETENESS_DECLINED, "2026-04-01") == "DECLINED");
  CHECK(state("", none, "2026-04-01", true) == "WAIVED");
}

TEST_CASE("a share is told where enough people answered, and never of nobody", "[unit]") {
  const auto enough = asked({5, 5, 10}, 20).rounds(1);
  CHECK_FALSE(enough.few());
  CHECK(enough.answers(0).percent() == 25);
  CHECK(enough.answers(2).percent() == 50);
  const auto few = asked({5, 5, 9}, 20).rounds(1);
  CHECK(few.few());
  CHECK(few.answered() == 19);
  CHECK_FALSE(few.answers(0).has_percent());
  CHECK(few.answers(2).people() == 9);
  const auto nobody = asked({}, 1).rounds(1);
  CHECK(nobody.held());
  CHECK(nobody.few());
  CHECK(nobody.answers_size() == 3);
  // Where the law sets no number, no share is told.
  CHECK(asked({50, 50, 0}, 0).rounds(1).few());
}

TEST_CASE("a round that did not take place has no figures, and stands in its place", "[unit]") {
  const auto figures = asked({1}, 1);
  REQUIRE(figures.rounds_size() == 3);
  CHECK(figures.rounds(0).round() == v1::EVALUATION_ROUND_BEFORE);
  CHECK_FALSE(figures.rounds(0).held());
  CHECK(figures.rounds(0).answers().empty());
  CHECK_FALSE(figures.rounds(0).has_answered());
  CHECK(figures.rounds(1).held());
  CHECK_FALSE(figures.rounds(2).held());
}

TEST_CASE("a body that came by another spelling of its name was there", "[unit]") {
  v1::ProgrammeFile programme;
  for (const auto* agency : {"POLICE", "city-hospital", "fire"}) programme.add_agencies(agency);
  v1::TrainingFile training;
  training.set_held_on("2026-01-20");
  for (const auto* agency : {"police", "fire"}) {
    auto& came = *training.add_attendance();
    came.set_agency(agency);
    came.set_people(std::string(agency) == "fire" ? 0 : 4);
  }
  const auto row = training_row(training, programme, 20);
  CHECK(row.people() == 4);
  CHECK(std::vector<std::string>(row.absent().begin(), row.absent().end()) ==
        std::vector<std::string>{"city-hospital", "fire"});
  training.clear_held_on();
  CHECK(training_row(training, programme, 20).absent().empty());
}

TEST_CASE("only pledges that young people approved count as not judged", "[unit]") {
  v1::ProgrammeFile programme;
  for (const auto answer : {v1::PLEDGE_ANSWER_APPROVED, v1::PLEDGE_ANSWER_SENT_BACK, v1::PLEDGE_ANSWER_APPROVED})
    programme.add_pledges()->set_answer(answer);
  auto& judged = *programme.mutable_pledges(0)->add_judgements();
  judged.set_round(1);
  judged.set_judgement(v1::PLEDGE_JUDGEMENT_KEPT);
  const auto all = pledge_register(programme);
  CHECK(all.approved() == 2);
  CHECK(all.waiting() == 1);
  REQUIRE(all.rounds_size() == 1);
  CHECK(all.rounds(0).kept() == 1);
  CHECK(all.rounds(0).not_judged() == 1);
}

}  // namespace review::test
