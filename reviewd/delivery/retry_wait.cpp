#include "reviewd/delivery/retry_wait.hpp"

#include <algorithm>

namespace reviewd {
namespace {

using std::chrono::milliseconds;

constexpr std::int64_t most_added = 5;  // one part in so many
constexpr std::chrono::hours longest_asked{24};

}  // namespace

std::optional<milliseconds> retry_wait(const std::vector<std::chrono::seconds>& retries, int before,
                                       std::uint8_t chance, std::chrono::seconds retry_after) {
  if (before < 0 || static_cast<std::size_t>(before) >= retries.size()) return std::nullopt;
  const milliseconds wait = retries[static_cast<std::size_t>(before)];
  const milliseconds added{wait.count() * chance / (most_added * UINT8_MAX)};
  const milliseconds asked = std::min<std::chrono::seconds>(retry_after, longest_asked);
  return std::max(wait + added, asked);
}

}  // namespace reviewd
