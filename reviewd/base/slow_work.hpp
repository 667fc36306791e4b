#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

namespace reviewd {

/// Threads for what takes long and much memory: the digests of passwords, two at once, so that two hundred people who
/// sign in at nine do not take the memory of the machine, and nobody else waits for them. Of what is one person's, one
/// is worked on at a time, and a few may wait: nobody takes all the threads, or all the places.
class SlowWork {
 public:
  explicit SlowWork(std::size_t most_waiting = 32);
  /// Asks what has begun to stop, and waits for it; what waits is dropped.
  ~SlowWork();
  SlowWork(const SlowWork&) = delete;
  SlowWork& operator=(const SlowWork&) = delete;

  /// False where too much waits already, of all or of this person; empty: of nobody.
  [[nodiscard]] bool add(std::function<void()> work, std::string person = {});
  /// Told at the end: what takes many seconds looks at it, and gives up.
  [[nodiscard]] std::stop_token stopping() const { return stop_.get_token(); }

 private:
  struct Waiting {
    std::function<void()> work;
    std::string person;
  };

  void run();
  /// The first that may begin now; the end where there is none.
  [[nodiscard]] std::deque<Waiting>::iterator next();

  std::size_t most_waiting_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Waiting> waiting_;
  std::vector<std::string> at_work_;  ///< whose work is being done
  bool stopping_ = false;
  std::stop_source stop_;
  std::vector<std::thread> threads_;
};

}  // namespace reviewd
