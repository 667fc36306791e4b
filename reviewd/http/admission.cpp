#include "reviewd/http/admission.hpp"

#include <sys/resource.h>

#include <algorithm>

namespace reviewd {
namespace {

/// Connections never use up the descriptors that the store, its backups and the listener need.
std::int64_t within_descriptors(std::int64_t wanted) {
  constexpr std::int64_t kept_back = 64;
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return wanted;
  return std::max<std::int64_t>(1, std::min(wanted, static_cast<std::int64_t>(limit.rlim_cur) - kept_back));
}

}  // namespace

bool is_loopback(std::string_view address) {
  return address.starts_with("127.") || address == "::1" || address.starts_with("::ffff:127.");
}

Admission::Admission(const Limits& limits)
    : connections_(within_descriptors(limits.connections)),
      per_address_(limits.connections_per_address),
      rate_(static_cast<double>(limits.requests_per_second)),
      burst_(static_cast<double>(limits.request_burst)),
      spare_loopback_(limits.spare_loopback),
      buffered_most_(static_cast<std::size_t>(limits.buffered_bytes)) {}

bool Admission::exempt(std::string_view address) const { return spare_loopback_ && is_loopback(address); }

Admission::Verdict Admission::enter(std::string_view address) {
  const std::lock_guard lock(mutex_);
  if (open_ >= connections_) return Verdict::too_many_in_all;
  if (!exempt(address)) {
    const auto found = callers_.find(std::string(address));
    const std::int64_t held = found == callers_.end() ? 0 : found->second.connections;
    if (per_address_ > 0 && held >= per_address_) return Verdict::too_many_from_address;
    auto& caller = found == callers_.end() ? callers_[std::string(address)] : found->second;
    if (found == callers_.end()) caller.tokens = burst_;
    ++caller.connections;
  }
  ++open_;
  return Verdict::taken;
}

void Admission::leave(std::string_view address) {
  const std::lock_guard lock(mutex_);
  --open_;
  if (exempt(address)) return;
  const auto found = callers_.find(std::string(address));
  if (found == callers_.end()) return;
  const bool never_asked = found->second.filled == Clock::time_point{};
  if (--found->second.connections <= 0 && never_asked) callers_.erase(found);
}

bool Admission::may_ask(std::string_view address, Clock::time_point now) {
  if (rate_ <= 0 || exempt(address)) return true;
  const std::lock_guard lock(mutex_);
  forget_full_buckets(now);
  const auto [found, is_new] = callers_.try_emplace(std::string(address));
  auto& caller = found->second;
  if (is_new) caller.tokens = burst_;
  if (caller.filled != Clock::time_point{}) {
    const std::chrono::duration<double> since = now - caller.filled;
    caller.tokens = std::min(burst_, caller.tokens + since.count() * rate_);
  }
  caller.filled = now;
  if (caller.tokens < 1) return false;
  caller.tokens -= 1;
  return true;
}

void Admission::forget_full_buckets(Clock::time_point now) {
  if (now - swept_ < std::chrono::minutes(1)) return;
  swept_ = now;
  const std::chrono::duration<double> to_fill(burst_ / rate_);
  std::erase_if(callers_,
                [&](const auto& each) { return each.second.connections <= 0 && now - each.second.filled > to_fill; });
}

bool Admission::reserve(std::size_t bytes) {
  const std::lock_guard lock(mutex_);
  if (bytes > buffered_most_ - buffered_) return false;
  buffered_ += bytes;
  return true;
}

void Admission::release(std::size_t bytes) {
  const std::lock_guard lock(mutex_);
  buffered_ -= bytes;
}

}  // namespace reviewd
