#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "libreview/access/named_for_publication.hpp"
#include "libreview/record/fold.hpp"
#include "tests/support/small_case.hpp"

/// Whom the birthdays and anniversaries around a planned day are shown to.
namespace review::test {
namespace {

const Date today = *Date::parse("2026-06-01");

Reader reader(const std::string& person, Role role = Role::reader) { return {person, role}; }

/// A case with one review that "oak" reviews. Nothing is planned.
v1::CaseFile reviewed(const std::string& name = "26-0001") {
  v1::CaseFile file;
  file.set_case_(name);
  auto& review = *file.add_reviews();
  review.set_review("review-1");
  review.add_reviewers("oak");
  return file;
}

v1::CaseFile planned_by(const std::string& person) {
  auto file = reviewed();
  file.mutable_reviews(0)->set_planned_on("2026-06-15");
  file.mutable_reviews(0)->set_planned_by(person);
  return file;
}

bool is_named(const Reader& who, const v1::CaseFile& file, const std::vector<v1::CaseFile>& others = {}) {
  return is_named_for_publication(who, file, file.reviews(0), others, today);
}

bool sees_days(const Reader& who, const v1::CaseFile& file, const std::vector<v1::CaseFile>& others = {}) {
  return sees_days_of_life(who, file, file.reviews(0), others, today);
}

v1::EmbargoFile& embargo(v1::CaseFile& file, const std::string& named) {
  auto& embargo = *file.add_embargoes();
  embargo.set_embargo("embargo-1");
  embargo.add_readers(named);
  return embargo;
}

}  // namespace

TEST_CASE("A reviewer, whoever has a step and whoever recorded the day are named for a publication", "[unit]") {
  auto file = planned_by("cora");
  auto& step = *file.mutable_reviews(0)->add_steps();
  step.set_step(v1::PUBLICATION_STEP_LEGAL_READ);
  step.set_owner("lawyer");
  for (const auto* person : {"oak", "lawyer", "cora"}) {
    INFO(person);
    CHECK(is_named(reader(person), file));
    CHECK(sees_days(reader(person), file));
  }
  CHECK_FALSE(is_named(reader("somebody"), file));
  CHECK_FALSE(is_named(reader("cora", Role::script), file));
  CHECK_FALSE(is_named(reader(""), file));
}

TEST_CASE("What another review of the case names counts for that one alone", "[unit]") {
  auto file = planned_by("cora");
  auto& other = *file.add_reviews();
  other.set_review("review-2");
  other.add_reviewers("elm");
  CHECK_FALSE(is_named(reader("elm"), file));
  CHECK(is_named_for_publication(reader("elm"), file, file.reviews(1), {}, today));
}

TEST_CASE("The named readers of an embargo that holds are named, here and in a case that is reviewed with it",
          "[unit]") {
  auto file = planned_by("cora");
  CHECK_FALSE(is_named(reader("ash"), file));
  auto& placed = embargo(file, "ash");
  CHECK(is_named(reader("ash"), file));
  placed.set_lifted(true);
  CHECK_FALSE(is_named(reader("ash"), file));
  auto beside = reviewed("26-0002");
  embargo(beside, "elm");
  CHECK_FALSE(is_named(reader("elm"), file));
  CHECK(is_named(reader("elm"), file, {beside}));
}

TEST_CASE("The review coordinators who belong to the case on the day are named, other members are not", "[unit]") {
  auto file = planned_by("cora");
  auto& member = *file.add_members();
  member.set_person("bob");
  member.set_from("2026-01-01");
  CHECK(is_named(reader("bob", Role::coordinator), file));
  CHECK_FALSE(is_named(reader("bob", Role::panel_member), file));
  member.set_until("2026-05-31");
  CHECK_FALSE(is_named(reader("bob", Role::coordinator), file));
}

TEST_CASE("Of a review that another case leads, whoever is named there is named", "[unit]") {
  auto lead = planned_by("cora");
  lead.set_case_("26-0009");
  lead.mutable_reviews(0)->set_review("review-7");
  auto file = reviewed();
  file.mutable_reviews(0)->clear_reviewers();
  file.mutable_reviews(0)->set_led_by("26-0009");
  file.mutable_reviews(0)->set_lead_review("review-7");
  CHECK(is_named(reader("cora"), file, {lead}));
  CHECK(is_named(reader("oak"), file, {lead}));
  CHECK_FALSE(is_named(reader("cora"), file));
}

TEST_CASE("As long as no day is planned, whoever may plan one is shown the days, and nobody else who is not named",
          "[unit]") {
  auto file = reviewed();
  CHECK(sees_days(reader("cora", Role::coordinator), file));
  for (const auto role : roles()) {
    if (role == Role::coordinator) continue;
    INFO(role_name(role));
    CHECK_FALSE(sees_days(reader("somebody", role), file));
  }
  auto opened = reader("cora", Role::coordinator);
  opened.glass = {"26-0001"};
  file.set_sealed(true);
  CHECK_FALSE(sees_days(opened, file));
  const auto planned = planned_by("bob");
  CHECK_FALSE(sees_days(reader("cora", Role::coordinator), planned));
}

TEST_CASE("A plan names who recorded it last, and what was brought in whoever recorded it there", "[unit]") {
  SmallCase one;
  one.accepted();
  const auto plan = std::string("{'publicationPlanned':{'plannedOn':'2027-06-15'}}");
  one.as("cora").must(plan);
  CHECK(one.file().reviews(0).planned_by() == "cora");
  one.as("bob").must(plan);
  CHECK(one.file().reviews(0).planned_by() == "bob");
  auto brought = one.entries().back();
  brought.mutable_source()->set_recorded_by("ann");
  auto file = one.file();
  apply(file, brought);
  CHECK(file.reviews(0).planned_by() == "ann");
}

}  // namespace review::test
