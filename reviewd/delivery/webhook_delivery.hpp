#pragma once

#include <spdlog/logger.h>

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "libreview/registers/webhook_events.hpp"
#include "reviewd/delivery/webhook_post.hpp"
#include "reviewd/http/metrics.hpp"
#include "reviewd/settings/config.hpp"
#include "reviewd/storage/storage_thread.hpp"

namespace reviewd {

/// The thread that tells other programs what happened: of each webhook one event after the other, and writes down how
/// each try went. An event is sent before that is written down: where the service dies in between it goes twice, with
/// the same id, never not at all.
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
  /// A delivery with what it takes to send it.
  struct Job {
    review::EventDelivery delivery;
    std::string address;
    bool private_allowed;
    std::vector<std::string> secrets;
  };

  void run();
  [[nodiscard]] bool rest();
  /// Whether something was done, so that more may be to do.
  [[nodiscard]] bool send_some();
  [[nodiscard]] std::vector<Job> due();
  [[nodiscard]] bool send(Job& job);
  [[nodiscard]] bool has_body(Job& job);
  [[nodiscard]] Posted post(const Job& job) const;
  [[nodiscard]] bool note(const Job& job, const Posted& posted);
  /// Has it written; whether it is on disk.
  [[nodiscard]] bool written(std::function<review::Result<void>(Storage&)> work);

  StorageThread& storage_;
  Metrics& metrics_;
  WebhookSettings settings_;
  std::string address_;  ///< of this service
  std::shared_ptr<spdlog::logger> logger_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::atomic<bool> stopping_ = false;
  std::map<std::int64_t, Posted> sent_;  ///< how tries went that could not be written down yet
  std::thread thread_;
};

}  // namespace reviewd
