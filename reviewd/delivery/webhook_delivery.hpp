#pragma once

#include <spdlog/logger.h>

#include <atomic>
#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "libreview/registers/webhook_events.hpp"
#include "reviewd/delivery/webhook_posts.hpp"
#include "reviewd/http/metrics.hpp"
#include "reviewd/settings/config.hpp"
#include "reviewd/storage/storage_thread.hpp"

namespace reviewd {

/// The thread that tells other programs what happened, all of them at one time and each of one event after the other:
/// who is slow holds up nobody else. It writes down how each try went. An event is sent before that is written down:
/// where the service dies in between it goes twice, with the same id, never not at all.
class WebhookDelivery {
 public:
  /// `storage` and `metrics` must outlive it.
  WebhookDelivery(StorageThread& storage, Metrics& metrics, const Config& config,
                  std::shared_ptr<spdlog::logger> logger);
  /// Ends at once: what is under way counts as not tried.
  ~WebhookDelivery();
  WebhookDelivery(const WebhookDelivery&) = delete;
  WebhookDelivery& operator=(const WebhookDelivery&) = delete;

 private:
  using Clock = std::chrono::steady_clock;

  /// A delivery with what it takes to send it.
  struct Job {
    review::EventDelivery delivery;
    std::string address;
    bool private_allowed;
    std::vector<std::string> secrets;
  };
  /// What one webhook gets now, in order; the first is under way.
  struct Round {
    std::deque<Job> jobs{};
    Clock::time_point until{};  ///< what is not begun by then is asked for anew: much may have changed
    bool more = false;          ///< more may wait than is in it
  };
  /// How a try went, of a delivery of some round.
  struct Tried {
    review::EventDelivery delivery;
    Posted posted;
    std::optional<std::chrono::milliseconds> wait;  ///< until the next try; nothing where there is none
  };

  void run();
  /// Begins a round for each webhook that has none and something due.
  void look();
  [[nodiscard]] std::vector<Job> due();
  /// Whether all that is sent is on disk before it is sent.
  [[nodiscard]] bool keep_bodies(std::vector<Job>& jobs);
  void begin(const Job& job);
  [[nodiscard]] std::vector<WebhookPosts::Ended> wait(Clock::time_point until);
  /// Writes down how tries went, and goes on with the rounds. Whether to look at once.
  [[nodiscard]] bool go_on(const std::vector<WebhookPosts::Ended>& ended);
  [[nodiscard]] Tried tried(const Job& job, const Posted& posted) const;
  [[nodiscard]] bool note(const std::vector<Tried>& all);
  void log(const Job& job, const Posted& posted);
  /// Has it written; whether it is on disk.
  [[nodiscard]] bool written(std::function<review::Result<void>(Storage&)> work);

  StorageThread& storage_;
  Metrics& metrics_;
  WebhookSettings settings_;
  std::string address_;  ///< of this service
  std::shared_ptr<spdlog::logger> logger_;
  std::atomic<bool> stopping_ = false;
  WebhookPosts posts_;
  std::map<std::string, Round> rounds_;         ///< by webhook
  std::map<std::int64_t, Posted> sent_;         ///< how tries went that are not written down yet
  std::vector<WebhookPosts::Ended> not_begun_;  ///< ended without being sent
  std::thread thread_;
};

}  // namespace reviewd
