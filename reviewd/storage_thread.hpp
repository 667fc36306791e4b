#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include "reviewd/storage.hpp"

namespace reviewd {

/// What a write did before it is on disk.
struct Written {
  std::function<void()> release;  ///< gives the answer; called once, after the commit
  bool store_full = false;        ///< the disk is full, and with it the whole transaction is gone
};

/// The one thread that touches the store. It answers reads between commits and commits waiting writes in groups: it
/// takes what waits, never waiting for more, and releases every answer only after the commit, refusals included. If a
/// write throws, or the disk is full, the group is rolled back and each write is done once more in a transaction of its
/// own, so that only the one at fault fails. There are no savepoints.
class StorageThread {
 public:
  using Read = std::function<void(Storage&)>;
  using Write = std::function<Written(Storage&)>;

  /// A write, and what answers where it failed for good: the disk is full, or the store is broken.
  struct Job {
    Write write;
    std::function<void(review::Code)> refuse;
  };

  /// `on_broken` is called once, from the thread, when the store failed: nothing is acknowledged any more.
  StorageThread(std::unique_ptr<Storage> storage, std::function<void()> on_broken);
  /// Finishes what waits.
  ~StorageThread();
  StorageThread(const StorageThread&) = delete;
  StorageThread& operator=(const StorageThread&) = delete;

  /// False where the queue is full.
  [[nodiscard]] bool read(Read read);
  [[nodiscard]] bool write(Job job);
  [[nodiscard]] bool is_broken() const { return broken_; }
  /// How many requests wait.
  [[nodiscard]] std::size_t waiting() const;

 private:
  void run();
  void commit_group(std::deque<Job>& jobs);
  void commit_alone(Job& job);
  void broken();

  std::unique_ptr<Storage> storage_;
  std::function<void()> on_broken_;
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Read> reads_;
  std::deque<Job> writes_;
  bool stopping_ = false;
  std::atomic<bool> broken_ = false;
  std::thread thread_;
};

}  // namespace reviewd
