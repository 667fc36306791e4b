#pragma once

#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

#include "reviewd/settings/document_settings.hpp"
#include "reviewd/storage/storage_thread.hpp"

namespace reviewd {

/// Tells the thread below that a document waits. It may be rung before the thread begins, from any thread.
class DocumentBell {
 public:
  void ring();
  void end();
  /// Until somebody rings, the time is over, or the end; false at the end.
  [[nodiscard]] bool wait(std::chrono::seconds at_most);

 private:
  std::mutex mutex_;
  std::condition_variable wake_;
  bool rung_ = false;
  bool ended_ = false;
};

/// The quarantine: a thread that has each document that is held checked by the program of the settings, one at a time,
/// apart from the storage thread. What it cannot tell stays held, and is tried again a minute later.
class DocumentChecks {
 public:
  /// `storage` must outlive it. Begins with what was held when the service stopped.
  DocumentChecks(StorageThread& storage, DocumentSettings settings, std::shared_ptr<DocumentBell> bell);
  /// Ends a check that runs: the document stays held.
  ~DocumentChecks();
  DocumentChecks(const DocumentChecks&) = delete;
  DocumentChecks& operator=(const DocumentChecks&) = delete;

 private:
  void run();
  void check(const review::DocumentRow& row);

  StorageThread& storage_;
  DocumentSettings settings_;
  std::shared_ptr<DocumentBell> bell_;
  std::atomic<bool> stopping_ = false;
  std::thread thread_;
};

}  // namespace reviewd
