#include "reviewd/identity/breaker.hpp"

#include <algorithm>

namespace reviewd {
namespace {

constexpr std::chrono::minutes window{1};

}  // namespace

std::chrono::seconds Breaker::take(Instant now) {
  const std::lock_guard lock(mutex_);
  if (now >= begun_ + window) {
    begun_ = now;
    wrong_ = 0;
  }
  if (wrong_ >= most_) return std::chrono::ceil<std::chrono::seconds>(begun_ + window - now);
  ++wrong_;
  return std::chrono::seconds{0};
}

void Breaker::right() {
  const std::lock_guard lock(mutex_);
  wrong_ = std::max<std::int64_t>(0, wrong_ - 1);
}

}  // namespace reviewd
