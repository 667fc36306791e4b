#include "libreview/record/watched_by_group.hpp"

#include <fmt/format.h>

#include "libreview/record/monitoring_groups.hpp"

namespace review {

void watched_by_a_group(const Question& question, const std::string& named, const std::string& pointer) {
  const auto& partnership = question.occasion.law.partnership();
  if (named.empty() || find_group(partnership, named) != nullptr) return;
  question.findings.add(
      Code::not_a_choice,
      fmt::format("Choose one of the groups of the partnership that watch over actions: {}.", group_names(partnership)),
      {}, pointer);
}

}  // namespace review
