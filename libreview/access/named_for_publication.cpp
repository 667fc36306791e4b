#include "libreview/access/named_for_publication.hpp"

#include <algorithm>
#include <string>

#include "libreview/access/entry_access.hpp"
#include "libreview/access/sight.hpp"
#include "libreview/record/case_file.hpp"

namespace review {
namespace {

/// The review in the case that publishes it; itself where that case is not there.
const v1::ReviewFile& in_lead(const v1::ReviewFile& review, const std::vector<v1::CaseFile>& others) {
  const auto lead = std::ranges::find(others, review.led_by(), &v1::CaseFile::case_);
  if (review.led_by().empty() || lead == others.end()) return review;
  const auto* there = find_review(*lead, review.lead_review());
  return there == nullptr ? review : *there;
}

bool is_among(const google::protobuf::RepeatedPtrField<std::string>& names, const std::string& person) {
  return std::ranges::find(names, person) != names.end();
}

/// Somebody reads through a live embargo of the case by name.
bool is_named_reader(const v1::CaseFile& file, const std::string& person) {
  return std::ranges::any_of(file.embargoes(), [&](const v1::EmbargoFile& embargo) {
    return !embargo.lifted() && is_among(embargo.readers(), person);
  });
}

}  // namespace

bool is_named_for_publication(const Reader& reader, const v1::CaseFile& file, const v1::ReviewFile& review,
                              const std::vector<v1::CaseFile>& others, Date today) {
  const auto& who = reader.person;
  if (who.empty() || reader.role == Role::script) return false;
  const auto& led = in_lead(review, others);
  const auto has_step =
      std::ranges::any_of(led.steps(), [&](const v1::PublicationStepFile& step) { return step.owner() == who; });
  if (has_step || led.planned_by() == who || is_among(led.reviewers(), who)) return true;
  if (reader.role == Role::coordinator && is_member(file, who, today)) return true;
  return is_named_reader(file, who) ||
         std::ranges::any_of(others, [&](const v1::CaseFile& other) { return is_named_reader(other, who); });
}

bool sees_days_of_life(const Reader& reader, const v1::CaseFile& file, const v1::ReviewFile& review,
                       const std::vector<v1::CaseFile>& others, Date today) {
  if (is_named_for_publication(reader, file, review, others, today)) return true;
  return in_lead(review, others).planned_on().empty() && reader.role != Role::script &&
         records_kind(reader, "publication-planned") && !sees_by_glass(reader, file, today);
}

}  // namespace review
