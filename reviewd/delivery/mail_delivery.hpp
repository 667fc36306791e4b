#pragma once

#include <spdlog/logger.h>

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

#include "libreview/registers/outbox.hpp"
#include "reviewd/settings/mail_setup.hpp"
#include "reviewd/storage/storage_thread.hpp"

namespace reviewd {

/// The thread that sends what is in the outbox, one mail after the other, and writes down what became of each. A mail
/// is sent before that is written down: where the service dies in between it goes twice, never not at all.
class MailDelivery {
 public:
  /// `storage` must outlive it.
  MailDelivery(StorageThread& storage, MailSetup setup, std::shared_ptr<spdlog::logger> logger);
  /// Ends after the mail that is being sent.
  ~MailDelivery();
  MailDelivery(const MailDelivery&) = delete;
  MailDelivery& operator=(const MailDelivery&) = delete;

 private:
  void run();
  [[nodiscard]] bool rest();
  [[nodiscard]] bool stopping();
  [[nodiscard]] std::vector<review::Mail> due();
  void send(const review::Mail& mail);

  StorageThread& storage_;
  MailSetup setup_;
  std::shared_ptr<spdlog::logger> logger_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopping_ = false;
  std::set<std::int64_t> sent_;  ///< the server took them, and that could not be written down yet
  std::thread thread_;
};

}  // namespace reviewd
