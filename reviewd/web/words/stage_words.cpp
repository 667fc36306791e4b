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

std::string stage_words(std::string_view stage) {
  const auto found =
      std::find_if(stages().begin(), stages().end(), [&](const auto& each) { return each.first == stage; });
  return found == stages().end() ? std::string(stage) : found->second;
}

}  // namespace reviewd
