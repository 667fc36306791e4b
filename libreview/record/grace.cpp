#include "libreview/record/grace.hpp"

#include <chrono>

namespace review {

std::optional<Instant> end_of_grace(const std::string& recorded_time, const Partnership& partnership) {
  const auto recorded = parse_instant(recorded_time);
  if (!recorded) return std::nullopt;
  return *recorded + std::chrono::minutes(partnership.recall_minutes);
}

}  // namespace review
