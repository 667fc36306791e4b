#include <fmt/format.h>

#include <sstream>

#include "libreview/base/refuse_at.hpp"
#include "libreview/law/known_names.hpp"
#include "libreview/law/law_check.hpp"
#include "reviewd/settings/partnership_settings.hpp"

namespace reviewd {
namespace {

/// The first line of the rules that names, in quotes, something that the fault is about; 0 where none does.
int line_of(const std::string& rules, const std::string& where) {
  std::istringstream words(where);
  for (std::string word; words >> word;) {
    while (!word.empty() && (word.back() == ',' || word.back() == ':')) word.pop_back();
    std::istringstream lines(rules);
    int number = 0;
    for (std::string line; std::getline(lines, line);) {
      ++number;
      if (line.find("\"" + word + "\"") != std::string::npos) return number;
    }
  }
  return 0;
}

}  // namespace

review::Result<InForce> checked_in_force(const Config& config, const Settled& settled) {
  auto made = in_force(config, settled);
  if (!made) return review::refuse_at(made.error(), "/value");
  const auto faults = review::law_check(made->law, review::kind_names(), review::milestone_names());
  if (faults.empty()) return made;
  const auto own = settled.find("overlay-law");
  const auto& rules = own == settled.end() ? config.overlay_text : own->second;
  review::Refusal refusal{review::Code::malformed, "The rules would not hold together. Nothing was changed."};
  for (const auto& fault : faults) {
    const auto line = line_of(rules, fault.where);
    refusal.violations.push_back(
        review::Violation{"/value", line > 0 ? fmt::format("Line {}: {} {}.", line, fault.where, fault.says)
                                             : fmt::format("{} {}.", fault.where, fault.says)});
  }
  return review::refuse(std::move(refusal));
}

}  // namespace reviewd
