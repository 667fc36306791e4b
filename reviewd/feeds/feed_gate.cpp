#include "reviewd/feeds/feed_gate.hpp"

#include "reviewd/base/options.hpp"

namespace reviewd {

std::chrono::seconds FeedGate::begin(const std::string& address, Instant now) {
  return spare_loopback_ && is_loopback(address) ? std::chrono::seconds{0} : tries_.take(address, now);
}

void FeedGate::right(const std::string& address) {
  if (!(spare_loopback_ && is_loopback(address))) tries_.give_back(address);
}

}  // namespace reviewd
