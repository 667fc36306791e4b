#pragma once

#include <spdlog/logger.h>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include "reviewd/alerts/clock_gauges.hpp"
#include "reviewd/storage/storage_thread.hpp"

namespace reviewd {

/// The thread that has told what is due, handed out and sent on its way: at start and then every minute, so that a
/// London day that begins is noticed whatever the clock of the machine does, and besides within a second of whatever
/// leaves something to tell or to hand out: an entry, a day off that was approved. The round of the minute counts the
/// clocks for a monitor as well. What an entry makes due is told with the entry itself, and handed out here.
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
  /// What became of what was told.
  enum class Told { all, some, failed };

  void run();
  /// Tells until nothing is left. What fails is logged, and waits for the next minute.
  void tell(bool counts);
  [[nodiscard]] Told tell_some(bool counts);
  /// Whether something is due that was not told, or told and not handed out.
  [[nodiscard]] bool something_waits();
  [[nodiscard]] bool stopping();
  [[nodiscard]] bool rest();

  StorageThread& storage_;
  std::shared_ptr<Heartbeat> heartbeat_;
  std::shared_ptr<ClockGauges> clocks_;
  std::shared_ptr<spdlog::logger> logger_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopping_ = false;
  bool failed_ = false;  ///< of its thread alone
  std::thread thread_;
};

}  // namespace reviewd
