#pragma once

#include <spdlog/logger.h>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include "reviewd/alerts/clock_gauges.hpp"
#include "reviewd/storage/storage_thread.hpp"

namespace reviewd {

/// The thread that has told what is due: at start, and then every minute, so that a London day that begins is noticed
/// whatever the clock of the machine does. It counts the clocks for a monitor as well. What an entry makes due is told
/// with the entry itself.
class Alerter {
 public:
  /// `storage` must outlive it.
  Alerter(StorageThread& storage, std::shared_ptr<Heartbeat> heartbeat, std::shared_ptr<ClockGauges> clocks,
          std::shared_ptr<spdlog::logger> logger);
  /// Ends after what is being told.
  ~Alerter();
  Alerter(const Alerter&) = delete;
  Alerter& operator=(const Alerter&) = delete;

 private:
  void run();
  /// Whether more is left to tell.
  [[nodiscard]] bool tell_some();
  [[nodiscard]] bool rest();

  StorageThread& storage_;
  std::shared_ptr<Heartbeat> heartbeat_;
  std::shared_ptr<ClockGauges> clocks_;
  std::shared_ptr<spdlog::logger> logger_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace reviewd
