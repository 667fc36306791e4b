#include "reviewd/identity/guesses.hpp"

#include <algorithm>

namespace reviewd {
namespace {

using std::chrono::seconds;

constexpr int free_tries = 5;
constexpr seconds longest_wait{60};
constexpr std::chrono::hours forgotten_after{1};
constexpr std::size_t most_accounts = 10000;

seconds wait_after(int wrong) {
  if (wrong < free_tries) return seconds{0};
  return std::min(longest_wait, seconds{1 << std::min(wrong - free_tries, 6)});
}

}  // namespace

seconds Guesses::begin(const std::string& person, Instant now) {
  const std::lock_guard lock(mutex_);
  std::erase_if(tries_, [&](const auto& one) { return one.second.next + forgotten_after < now; });
  // So many names at once are a flood: one that need not wait at this moment makes room.
  if (tries_.size() >= most_accounts && !tries_.contains(person)) {
    const auto oldest = std::min_element(tries_.begin(), tries_.end(), [](const auto& one, const auto& other) {
      return one.second.next < other.second.next;
    });
    if (now < oldest->second.next) return longest_wait;
    tries_.erase(oldest);
  }
  auto& tries = tries_[person];
  if (now < tries.next) return std::chrono::ceil<seconds>(tries.next - now);
  ++tries.wrong;
  tries.next = now + wait_after(tries.wrong);
  return seconds{0};
}

void Guesses::right(const std::string& person) {
  const std::lock_guard lock(mutex_);
  tries_.erase(person);
}

}  // namespace reviewd
