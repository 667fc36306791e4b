#include "libreview/story/check_proceedings.hpp"

#include <fmt/format.h>

#include "libreview/story/words.hpp"
#include "libreview/vocabulary/names.hpp"

namespace review {

std::string check_slips(const Expectation& expected, const v1::Case& found) {
  for (const auto& one : found.proceedings()) {
    if (one.proceedings() != expected.name) continue;
    int kept = one.end_slips_size();
    for (const auto& step : one.steps()) kept += step.slips_size();
    const auto kept_words = std::to_string(kept);
    const auto slipped_words = std::to_string(one.slips());
    const auto asked_kept = expected.details.find("kept");
    const bool all_kept = asked_kept == expected.details.end() || asked_kept->second == kept_words;
    if (slipped_words == expected.details.at("slips") && all_kept) return {};
    return fmt::format("slipped {}, and {} moved days are kept", slipped_words, kept_words);
  }
  return "there are no such proceedings";
}

std::string check_warning(const Expectation& expected, const v1::Case& found) {
  std::string kinds;
  bool there = false;
  for (const auto& warning : found.warnings()) {
    there = there || choice_word(warning.kind()) == expected.name;
    kinds += (kinds.empty() ? "" : ", ") + choice_word(warning.kind());
  }
  if (there == (expected.subject == Subject::warning)) return {};
  return kinds.empty() ? std::string("there is no warning") : "there is " + kinds;
}

std::string check_finding(const Expectation& expected, const v1::Case& found) {
  const auto said = short_name_of(found.finding(), v1::FactFinding_descriptor());
  const auto word = said.empty() ? std::string("none") : choice_word(said);
  return word == expected.name ? std::string() : "it is " + word;
}

}  // namespace review
