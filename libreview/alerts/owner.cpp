#include "libreview/alerts/owner.hpp"

#include <algorithm>

#include "libreview/record/case_file.hpp"
#include "libreview/vocabulary/names.hpp"

namespace review {
namespace {

/// The review that a clock without a name is about: the first whose publication was prepared.
std::string first_prepared(const v1::CaseFile& file) {
  for (const auto& one : file.milestones()) {
    if (one.name() == "preparation-needed") return one.subject();
  }
  return {};
}

}  // namespace

std::string clock_of(v1::PublicationStep step) {
  std::string name = short_name_of(step, v1::PublicationStep_descriptor());
  std::ranges::transform(name, name.begin(), [](char c) {
    return c == '_' ? '-' : static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
  });
  return name;
}

std::string owner_of(const v1::CaseFile& file, std::string_view clock) {
  const auto colon = clock.find(':');
  const auto* review =
      find_review(file, colon == std::string_view::npos ? first_prepared(file) : std::string(clock.substr(colon + 1)));
  if (review == nullptr) return {};
  for (const auto& step : review->steps()) {
    if (clock_of(step.step()) == clock.substr(0, colon)) return step.owner();
  }
  return {};
}

}  // namespace review
