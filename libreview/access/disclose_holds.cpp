#include "libreview/access/disclose_holds.hpp"

#include <fmt/format.h>

#include <string_view>

namespace review {
namespace {

constexpr std::string_view elsewhere = "ANOTHER_CASE";

}  // namespace

std::vector<v1::Hold> disclose(const std::vector<Held>& holds, const std::set<std::string>& hidden) {
  std::vector<v1::Hold> told;
  bool any_hidden = false;
  for (const auto& from : holds) {
    const auto slash = from.name.find('/');
    if (slash != std::string::npos && hidden.contains(from.name.substr(0, slash))) {
      any_hidden = true;
      continue;
    }
    auto& hold = told.emplace_back();
    hold.set_kind(from.kind);
    if (slash != std::string::npos) hold.set_case_(from.name.substr(0, slash));
    hold.set_name(slash == std::string::npos ? from.name : from.name.substr(slash + 1));
    hold.set_since(from.since);
    hold.set_why(from.why);
    if (!from.review_on.empty()) hold.set_review_on(from.review_on);
  }
  if (!any_hidden) return told;
  auto& hold = told.emplace_back();
  hold.set_kind(std::string(elsewhere));
  hold.set_why("Another case that is reviewed with this one holds publication.");
  return told;
}

std::vector<v1::Warning> disclose(const std::vector<PublicationWarning>& warnings,
                                  const std::set<std::string>& hidden) {
  std::vector<v1::Warning> told;
  bool any_hidden = false;
  for (const auto& from : warnings) {
    if (hidden.contains(from.case_id)) {
      any_hidden = true;
      continue;
    }
    const bool here = from.case_id.empty();
    auto& warning = told.emplace_back();
    warning.set_kind(from.kind);
    if (here && !from.name.empty()) warning.set_name(from.name);
    if (!from.since.empty()) warning.set_since(from.since);
    warning.set_why(here ? from.why : fmt::format("In case {}: {}", from.case_id, from.why));
    if (!from.until.empty()) warning.set_until(from.until);
  }
  if (!any_hidden) return told;
  auto& warning = told.emplace_back();
  warning.set_kind(std::string(elsewhere));
  warning.set_why(
      "Another case that is reviewed with this one has something to mind before publication. Ask who coordinates this "
      "review.");
  return told;
}

}  // namespace review
