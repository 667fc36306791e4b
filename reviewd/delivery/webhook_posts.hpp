#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <vector>

#include "reviewd/delivery/webhook_post.hpp"

namespace reviewd {

/// Sends to many receivers at one time, from the one thread that calls it: a slow one holds up no other. Each try has 5
/// seconds to connect and 15 in all, goes through no proxy and follows nothing; of the answer only its head matters.
/// Where private targets are not allowed, every address that the name leads to is looked at as it is connected to, so
/// that a name that leads elsewhere now opens nothing; for that each try connects anew.
class WebhookPosts {
 public:
  /// A try that ended, by the number that it was begun with.
  struct Ended {
    std::int64_t number;
    Posted posted;
  };

  /// Throws std::runtime_error where libcurl does not start.
  WebhookPosts();
  /// What is under way is dropped at once, a name that is still looked up too.
  ~WebhookPosts();
  WebhookPosts(const WebhookPosts&) = delete;
  WebhookPosts& operator=(const WebhookPosts&) = delete;

  /// Sends it, while `wait` is called. The number is one that nothing under way has.
  void begin(std::int64_t number, WebhookPost post);
  /// What ended. Waits for that at most so long, and may come back early with nothing.
  [[nodiscard]] std::vector<Ended> wait(std::chrono::milliseconds longest);
  /// Ends the waiting, or the next one. From any thread.
  void wake();

 private:
  struct Sending;
  void take_ended(std::vector<Ended>& ended);

  void* multi_;  ///< libcurl's
  std::map<void*, std::unique_ptr<Sending>> sending_;
};

}  // namespace reviewd
