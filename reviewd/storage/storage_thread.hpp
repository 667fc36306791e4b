#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string_view>
#include <thread>

#include "libreview/base/refusal.hpp"
#include "reviewd/storage/reserve.hpp"
#include "reviewd/storage/storage.hpp"

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
///
/// With a reserve, a disk that is full keeps nobody from reading: the reserve is given up for what goes on then, and
/// everything else is refused at once, until there is room to make it again.
class StorageThread {
 public:
  /// What answers where the work failed for good: the disk is full, the store is broken, an entry was altered.
  using Refuse = std::function<void(const review::Refusal&)>;

  struct Read {
    std::function<void(Storage&)> read;
    Refuse refuse;
  };
  struct Write {
    std::function<Written(Storage&)> write;
    Refuse refuse;
    bool goes_on = false;  ///< done also while the disk is full: it records what was shown, or who signed in
  };

  /// What the thread tells of, from the thread.
  struct Events {
    std::function<void()> broken;                  ///< once, when the store failed: nothing is acknowledged any more
    std::function<void(std::string_view)> failed;  ///< of each request that failed: words for the log
    std::function<void(bool)> full{};              ///< the reserve was given up, or is there again (false)
  };

  StorageThread(std::unique_ptr<Storage> storage, Events events, std::unique_ptr<Reserve> reserve = nullptr);
  /// Finishes what waits.
  ~StorageThread();
  StorageThread(const StorageThread&) = delete;
  StorageThread& operator=(const StorageThread&) = delete;

  /// False where the queue is full.
  [[nodiscard]] bool read(Read read);
  [[nodiscard]] bool write(Write write);
  [[nodiscard]] bool is_broken() const { return broken_; }
  /// The reserve is given up: reading goes on, and nothing new is taken.
  [[nodiscard]] bool is_full() const { return full_; }
  /// How many requests wait.
  [[nodiscard]] std::size_t waiting() const;

 private:
  void run();
  void answer(const Read& read);
  void commit_group(std::deque<Write>& writes);
  void commit_alone(const Write& write);
  void broken();
  /// Whether there is room again for what failed on a full disk.
  [[nodiscard]] bool give_up_reserve();
  void make_reserve_again();
  void set_full(bool full);

  std::unique_ptr<Storage> storage_;
  Events events_;
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Read> reads_;
  std::deque<Write> writes_;
  bool stopping_ = false;
  std::atomic<bool> broken_ = false;
  std::unique_ptr<Reserve> reserve_;
  std::atomic<bool> full_ = false;
  std::chrono::steady_clock::time_point tried_{};  ///< when the reserve was last tried to be made again
  std::thread thread_;
};

}  // namespace reviewd
