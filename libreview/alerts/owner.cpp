#include "libreview/alerts/owner.hpp"

#include "libreview/record/case_file.hpp"
#include "libreview/vocabulary/kebab_choice.hpp"
#include "libreview/vocabulary/names.hpp"

namespace review {
namespace {

constexpr std::string_view check_for_names = "report-check";

/// The review that a clock without a name is about: the first whose publication was prepared.
std::string first_prepared(const v1::CaseFile& file) {
  for (const auto& one : file.milestones()) {
    if (one.name() == "preparation-needed") return one.subject();
  }
  return {};
}

}  // namespace

std::string clock_of(v1::PublicationStep step) {
  return kebab_choice(short_name_of(step, v1::PublicationStep_descriptor()));
}

std::string owner_of(const v1::CaseFile& file, std::string_view clock) {
  const auto colon = clock.find(':');
  const auto* review =
      find_review(file, colon == std::string_view::npos ? first_prepared(file) : std::string(clock.substr(colon + 1)));
  if (review == nullptr) return {};
  const auto name = clock.substr(0, colon) == check_for_names ? clock_of(v1::PUBLICATION_STEP_LEGAL_READ)
                                                              : std::string(clock.substr(0, colon));
  for (const auto& step : review->steps()) {
    if (clock_of(step.step()) == name) return step.owner();
  }
  return {};
}

}  // namespace review
