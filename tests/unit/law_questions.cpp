#include <catch2/catch.hpp>

#include "libreview/law/england.hpp"
#include "libreview/law/law_check.hpp"
#include "tests/support/small_case.hpp"
#include "tests/unit/law_small.hpp"

/// The bank of questions of scrutiny: versions, a partnership's own areas, and what `law check` finds wrong in it.
namespace review::law_test {
namespace {

std::string area(const std::string& id, const std::string& version) {
  return "[[question-area]]\nid = \"" + id + "\"\ntitle = \"" + id + "\"\n" + version;
}

std::string version(const std::string& from, const std::string& questions) {
  return "[[question-area.version]]\nfrom = " + from +
         "\ncites = [{ source = \"act\" }]\ngrade = \"S\"\nquestions = [" + questions + "]\n";
}

std::string faults_of(const std::string& questions, const std::string& overlay = "") {
  SmallLaw law;
  law.questions = questions;
  if (!overlay.empty()) law.overlay = "id = \"own\"\nname = \"Own\"\n" + overlay;
  const auto book = law.read();
  if (!book) return book.error().says;
  std::string all;
  for (const LawFault& fault : law_check(*book, {"incident-logged", "informed"}, {})) {
    all += fault.where + ": " + fault.says + "\n";
  }
  return all;
}

bool finds(const std::string& faults, const std::string& words) { return faults.find(words) != std::string::npos; }

TEST_CASE("A question has the words of the version that was in force on the day", "[unit][law]") {
  SmallLaw law;
  law.questions = area("learning", version("2020-01-01", "\"again: Did it happen again?\"") +
                                       version("2024-01-01", "\"again: What came up again, and why?\""));
  const auto book = law.read();
  REQUIRE(book.has_value());
  const auto& areas = book->question_areas();
  CHECK(find_question(areas, "again", test::day("2019-12-31")).question == nullptr);
  CHECK(find_question(areas, "again", test::day("2023-12-31")).question->text == "Did it happen again?");
  CHECK(find_question(areas, "again", test::day("2024-01-01")).question->text == "What came up again, and why?");
  CHECK(find_question(areas, "never", test::day("2024-01-01")).question == nullptr);
}

TEST_CASE("A partnership adds areas of its own to the bank", "[unit][law]") {
  SmallLaw law;
  law.questions = area("learning", version("2020-01-01", "\"again: Did it happen again?\""));
  law.overlay = "id = \"own\"\nname = \"Own\"\n" + area("rivers", version("2020-01-01", "\"boats: Who has a boat?\""));
  const auto book = law.read();
  REQUIRE(book.has_value());
  REQUIRE(book->question_areas().size() == 2);
  CHECK_FALSE(book->question_areas().front().local);
  CHECK(book->question_areas().back().local);
  CHECK(find_question(book->question_areas(), "boats", test::day("2026-01-01")).area->id == "rivers");
}

TEST_CASE("Law check finds what is wrong with the bank of questions", "[unit][law]") {
  const auto good = area("learning", version("2020-01-01", "\"again: Did it happen again?\""));
  CHECK(faults_of(good) == faults_of(""));
  CHECK(finds(faults_of(good + good), "is there twice"));
  CHECK(finds(faults_of(area("learning", "")), "has no version"));
  CHECK(finds(faults_of(area("learning", version("2020-01-01", "\"a: A?\", \"a: B?\""))), "a is there twice"));
  CHECK(finds(faults_of(area("learning", version("2020-01-01", "\"A b: A?\""))), "is no name of a question"));
  CHECK(finds(faults_of(area("learning", version("2024-01-01", "\"a: A?\"") + version("2020-01-01", "\"a: A?\""))),
              "has versions out of order"));
  CHECK(finds(faults_of(good + area("other", version("2020-01-01", "\"again: Again?\""))), "is in learning too"));
  CHECK(finds(faults_of(good, area("own", version("2020-01-01", "\"again: Again?\""))), "is in learning too"));
  CHECK(finds(faults_of(area("learning", version("2020-01-01", "\"no colon\""))), "has no colon"));
}

TEST_CASE("One area of the law is what a check of a review's quality judges", "[unit][law]") {
  std::vector<std::string> judged;
  const RuleBook law = england();
  for (const auto& one : law.question_areas()) {
    if (one.judged) judged.push_back(one.id);
  }
  CHECK(judged == std::vector<std::string>{"review-quality"});
}

}  // namespace
}  // namespace review::law_test
