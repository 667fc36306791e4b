#include "reviewd/identity/address_tries.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "libreview/store/digest.hpp"

namespace reviewd {
namespace {

using std::chrono::seconds;

constexpr std::size_t most_addresses = 20'000;
constexpr std::size_t network_bytes = 8;
constexpr double minute = 60;

}  // namespace

std::string network_of(std::string_view address) {
  std::array<std::uint8_t, 16> bytes{};
  if (::inet_pton(AF_INET6, std::string(address).c_str(), bytes.data()) != 1) return std::string(address);
  const bool mapped = std::all_of(bytes.begin(), bytes.begin() + 10, [](auto byte) { return byte == 0; }) &&
                      bytes[10] == 0xFF && bytes[11] == 0xFF;
  if (mapped) return review::to_hex(bytes);
  return review::to_hex(std::span<const std::uint8_t>(bytes).first(network_bytes));
}

double AddressTries::filled(const Bucket& bucket, Instant now) const {
  const std::chrono::duration<double> passed = now - bucket.at;
  return std::min(static_cast<double>(burst_),
                  bucket.left + passed.count() * static_cast<double>(per_minute_) / minute);
}

void AddressTries::forget_full(Instant now) {
  std::erase_if(buckets_, [&](const auto& one) { return filled(one.second, now) >= static_cast<double>(burst_); });
}

seconds AddressTries::take(std::string_view address, Instant now) {
  const std::lock_guard lock(mutex_);
  const auto key = network_of(address);
  if (buckets_.size() >= most_addresses && !buckets_.contains(key)) {
    forget_full(now);
    if (buckets_.size() >= most_addresses) return seconds{60};
  }
  auto& bucket = buckets_.try_emplace(key, Bucket{static_cast<double>(burst_), now}).first->second;
  bucket = {filled(bucket, now), now};
  if (bucket.left < 1) {
    const auto wait = (1 - bucket.left) * minute / static_cast<double>(per_minute_);
    return seconds{std::max<std::int64_t>(1, static_cast<std::int64_t>(std::ceil(wait)))};
  }
  bucket.left -= 1;
  return seconds{0};
}

void AddressTries::give_back(std::string_view address) {
  const std::lock_guard lock(mutex_);
  const auto found = buckets_.find(network_of(address));
  if (found != buckets_.end()) found->second.left += 1;
}

}  // namespace reviewd
