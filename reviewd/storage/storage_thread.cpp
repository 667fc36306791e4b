#include "reviewd/storage/storage_thread.hpp"

#include <vector>

#include "libreview/store/store_broken.hpp"
#include "reviewd/storage/store_failure.hpp"

namespace reviewd {
namespace {

constexpr std::size_t most_waiting = 1024;
constexpr std::size_t most_in_group = 64;
/// How often it is looked whether there is room again.
constexpr std::chrono::seconds between_tries{1};

/// What a request before this one showed, and failed before it was recorded, is not put down to whoever asks now.
Written written_by(const StorageThread::Write& one, Storage& storage) {
  (void)storage.desk().take_shown();
  return one.write(storage);
}

}  // namespace

StorageThread::StorageThread(std::unique_ptr<Storage> storage, Events events, std::unique_ptr<Reserve> reserve)
    : storage_(std::move(storage)), events_(std::move(events)), reserve_(std::move(reserve)) {
  if (reserve_ && !reserve_->make()) set_full(true);
  thread_ = std::thread([this] { run(); });
}

StorageThread::~StorageThread() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

bool StorageThread::read(Read read) {
  {
    const std::lock_guard lock(mutex_);
    if (reads_.size() >= most_waiting || stopping_) return false;
    reads_.push_back(std::move(read));
  }
  wake_.notify_one();
  return true;
}

bool StorageThread::write(Write write) {
  {
    const std::lock_guard lock(mutex_);
    if (writes_.size() >= most_waiting || stopping_) return false;
    writes_.push_back(std::move(write));
  }
  wake_.notify_one();
  return true;
}

std::size_t StorageThread::waiting() const {
  const std::lock_guard lock(mutex_);
  return reads_.size() + writes_.size();
}

void StorageThread::run() {
  for (;;) {
    std::deque<Write> group;
    std::deque<Read> reads;
    {
      std::unique_lock lock(mutex_);
      const auto waits = [this] { return stopping_ || !reads_.empty() || !writes_.empty(); };
      if (full_) {
        wake_.wait_for(lock, between_tries, waits);
      } else {
        wake_.wait(lock, waits);
      }
      if (stopping_ && reads_.empty() && writes_.empty()) return;
      while (!writes_.empty() && group.size() < most_in_group) {
        group.push_back(std::move(writes_.front()));
        writes_.pop_front();
      }
      reads.swap(reads_);
    }
    if (full_) make_reserve_again();
    if (!group.empty()) commit_group(group);
    for (const auto& read : reads) answer(read);
  }
}

void StorageThread::answer(const Read& read) {
  try {
    (void)storage_->desk().take_shown();
    read.read(*storage_);
  } catch (const review::StoreBroken&) {
    broken();
    read.refuse(store_broken());
  } catch (const std::exception& failure) {
    events_.failed(log_words(failure));
    read.refuse(refusal_of(failure));
  }
}

void StorageThread::commit_group(std::deque<Write>& writes) {
  if (broken_) {
    for (const auto& one : writes) one.refuse(store_broken());
    return;
  }
  if (full_) {
    std::erase_if(writes, [](const Write& one) {
      if (!one.goes_on) one.refuse(store_full());
      return !one.goes_on;
    });
  }
  if (writes.empty()) return;
  std::vector<std::function<void()>> releases;
  bool whole = true;
  try {
    storage_->journal().begin();
    for (const auto& one : writes) {
      auto written = written_by(one, *storage_);
      whole = !written.store_full;
      if (!whole) break;
      releases.push_back(std::move(written.release));
    }
    whole = whole && storage_->journal().commit().has_value();
  } catch (const review::StoreBroken&) {
    broken();
    for (const auto& one : writes) one.refuse(store_broken());
    return;
  } catch (const std::exception&) {
    whole = false;
  }
  if (whole) {
    for (const auto& release : releases) release();
    return;
  }
  storage_->journal().rollback();
  for (const auto& one : writes) commit_alone(one);
}

void StorageThread::commit_alone(const Write& one) {
  try {
    storage_->journal().begin();
    auto written = written_by(one, *storage_);
    if (!written.store_full && storage_->journal().commit().has_value()) {
      written.release();
      return;
    }
    storage_->journal().rollback();
    if (one.goes_on && give_up_reserve()) return commit_alone(one);
    one.refuse(store_full());
  } catch (const review::StoreBroken&) {
    broken();
    one.refuse(store_broken());
  } catch (const std::exception& failure) {
    storage_->journal().rollback();
    events_.failed(log_words(failure));
    one.refuse(refusal_of(failure));
  }
}

bool StorageThread::give_up_reserve() {
  if (!reserve_ || !reserve_->give_up()) return false;
  set_full(true);
  return true;
}

void StorageThread::make_reserve_again() {
  const auto now = std::chrono::steady_clock::now();
  if (now - tried_ < between_tries) return;
  tried_ = now;
  if (reserve_->make()) set_full(false);
}

void StorageThread::set_full(bool full) {
  full_ = full;
  tried_ = std::chrono::steady_clock::now();
  if (events_.full) events_.full(full);
}

void StorageThread::broken() {
  storage_->journal().rollback();
  if (!broken_.exchange(true)) events_.broken();
}

}  // namespace reviewd
