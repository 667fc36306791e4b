#include "reviewd/web/words/stage_words.hpp"

#include <algorithm>

namespace reviewd {

const std::vector<std::pair<std::string, std::string>>& stages() {
  static const std::vector<std::pair<std::string, std::string>> all{
      {"REFERRED", "Case referred for consideration"},
      {"LOGGED", "Incident logged"},
      {"NOTIFIED", "National Panel notified"},
      {"RAPID_REVIEW", "Rapid review"},
      {"AWAITING_PANEL", "Waiting for the National Panel"},
      {"REVIEW", "Review under way"},
      {"REPORT_ACCEPTED", "Report accepted"},
      {"PUBLISHED", "Report published"},
      {"ACTIONS", "Actions under way"},
      {"CLOSED", "Closed"},
      {"WITHDRAWN", "Notification withdrawn"},
  };
  return all;
}

const std::vector<std::pair<std::string, std::string>>& programme_stages() {
  static const std::vector<std::pair<std::string, std::string>> all{
      {"PLANNED", "Planned"}, {"UNDER_WAY", "Under way"}, {"REPORTED", "Reported"}};
  return all;
}

std::string stage_words(std::string_view stage) {
  for (const auto* some : {&stages(), &programme_stages()}) {
    const auto found = std::find_if(some->begin(), some->end(), [&](const auto& each) { return each.first == stage; });
    if (found != some->end()) return found->second;
  }
  return std::string(stage);
}

}  // namespace reviewd
