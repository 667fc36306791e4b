#pragma once

#include <chrono>
#include <vector>

namespace reviewd {

/// How long after each try that failed the next one is made, before jitter: the times that Standard Webhooks suggests,
/// a little more than three days in all.
inline const std::vector<std::chrono::seconds> usual_retries = {
    std::chrono::seconds{5}, std::chrono::minutes{5}, std::chrono::minutes{30},
    std::chrono::hours{2},   std::chrono::hours{5},   std::chrono::hours{10},
    std::chrono::hours{14},  std::chrono::hours{20},  std::chrono::hours{24}};

/// Which webhooks there may be, and how long they are tried: `[webhooks]` of the configuration.
struct WebhookSettings {
  /// A webhook may be made that stands in a private network or on this machine.
  bool allow_private = false;
  std::vector<std::chrono::seconds> retries = usual_retries;
};

}  // namespace reviewd
