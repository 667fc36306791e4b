#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace reviewd {

/// Threads for what takes long and much memory: the digests of passwords, two at once, so that two hundred people who
/// sign in at nine do not take the memory of the machine, and nobody else waits for them.
class SlowWork {
 public:
  SlowWork();
  /// Finishes what has begun; what waits is dropped.
  ~SlowWork();
  SlowWork(const SlowWork&) = delete;
  SlowWork& operator=(const SlowWork&) = delete;

  /// False where too much waits already.
  [[nodiscard]] bool add(std::function<void()> work);

 private:
  void run();

  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> waiting_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace reviewd
