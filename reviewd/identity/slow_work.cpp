#include "reviewd/identity/slow_work.hpp"

namespace reviewd {
namespace {

constexpr int at_once = 2;
constexpr std::size_t most_waiting = 32;

}  // namespace

SlowWork::SlowWork() {
  for (int i = 0; i < at_once; ++i) threads_.emplace_back([this] { run(); });
}

SlowWork::~SlowWork() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    waiting_.clear();
  }
  wake_.notify_all();
  for (auto& thread : threads_) thread.join();
}

bool SlowWork::add(std::function<void()> work) {
  {
    const std::lock_guard lock(mutex_);
    if (stopping_ || waiting_.size() >= most_waiting) return false;
    waiting_.push_back(std::move(work));
  }
  wake_.notify_one();
  return true;
}

void SlowWork::run() {
  for (;;) {
    std::function<void()> work;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
      if (stopping_) return;
      work = std::move(waiting_.front());
      waiting_.pop_front();
    }
    work();
  }
}

}  // namespace reviewd
