#include "reviewd/base/slow_work.hpp"

#include <algorithm>

namespace reviewd {
namespace {

constexpr int at_once = 2;
constexpr std::ptrdiff_t most_of_one_person = 3;

}  // namespace

SlowWork::SlowWork(std::size_t most_waiting) : most_waiting_(most_waiting) {
  for (int i = 0; i < at_once; ++i) threads_.emplace_back([this] { run(); });
}

SlowWork::~SlowWork() {
  stop_.request_stop();
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    waiting_.clear();
  }
  wake_.notify_all();
  for (auto& thread : threads_) thread.join();
}

bool SlowWork::add(std::function<void()> work, std::string person) {
  {
    const std::lock_guard lock(mutex_);
    if (stopping_ || waiting_.size() >= most_waiting_) return false;
    const auto theirs =
        std::count_if(waiting_.begin(), waiting_.end(), [&](const Waiting& one) { return one.person == person; });
    if (!person.empty() && theirs >= most_of_one_person) return false;
    waiting_.push_back({std::move(work), std::move(person)});
  }
  wake_.notify_one();
  return true;
}

std::deque<SlowWork::Waiting>::iterator SlowWork::next() {
  return std::find_if(waiting_.begin(), waiting_.end(), [this](const Waiting& one) {
    return one.person.empty() || std::find(at_work_.begin(), at_work_.end(), one.person) == at_work_.end();
  });
}

void SlowWork::run() {
  std::unique_lock lock(mutex_);
  for (;;) {
    wake_.wait(lock, [this] { return stopping_ || next() != waiting_.end(); });
    if (stopping_) return;
    const auto first = next();
    auto work = std::move(first->work);
    const auto person = std::move(first->person);
    waiting_.erase(first);
    at_work_.push_back(person);
    lock.unlock();
    work();
    work = nullptr;  // what it holds goes before the next begins
    lock.lock();
    at_work_.erase(std::find(at_work_.begin(), at_work_.end(), person));
  }
}

}  // namespace reviewd
