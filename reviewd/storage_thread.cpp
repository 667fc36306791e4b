#include "reviewd/storage_thread.hpp"

#include <vector>

#include "libreview/journal/store_broken.hpp"

namespace reviewd {
namespace {

constexpr std::size_t most_waiting = 1024;
constexpr std::size_t most_in_group = 64;

}  // namespace

StorageThread::StorageThread(std::unique_ptr<Storage> storage, std::function<void()> on_broken)
    : storage_(std::move(storage)), on_broken_(std::move(on_broken)), thread_([this] { run(); }) {}

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

bool StorageThread::write(Job job) {
  {
    const std::lock_guard lock(mutex_);
    if (writes_.size() >= most_waiting || stopping_) return false;
    writes_.push_back(std::move(job));
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
    std::deque<Job> group;
    std::deque<Read> reads;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return stopping_ || !reads_.empty() || !writes_.empty(); });
      if (reads_.empty() && writes_.empty()) return;
      while (!writes_.empty() && group.size() < most_in_group) {
        group.push_back(std::move(writes_.front()));
        writes_.pop_front();
      }
      reads.swap(reads_);
    }
    if (!group.empty()) commit_group(group);
    for (auto& read : reads) {
      try {
        read(*storage_);
      } catch (const review::StoreBroken&) {
        broken();
      }
    }
  }
}

void StorageThread::commit_group(std::deque<Job>& jobs) {
  if (broken_) {
    for (auto& job : jobs) job.refuse(review::Code::read_only);
    return;
  }
  std::vector<std::function<void()>> releases;
  bool whole = true;
  try {
    storage_->journal().begin();
    for (auto& job : jobs) {
      auto written = job.write(*storage_);
      whole = !written.store_full;
      if (!whole) break;
      releases.push_back(std::move(written.release));
    }
    whole = whole && storage_->journal().commit().has_value();
  } catch (const review::StoreBroken&) {
    broken();
    for (auto& job : jobs) job.refuse(review::Code::read_only);
    return;
  } catch (const std::exception&) {
    whole = false;
  }
  if (whole) {
    for (auto& release : releases) release();
    return;
  }
  storage_->journal().rollback();
  for (auto& job : jobs) commit_alone(job);
}

void StorageThread::commit_alone(Job& job) {
  try {
    storage_->journal().begin();
    auto written = job.write(*storage_);
    if (!written.store_full && storage_->journal().commit().has_value()) {
      written.release();
      return;
    }
    storage_->journal().rollback();
    job.refuse(review::Code::store_full);
  } catch (const review::StoreBroken&) {
    broken();
    job.refuse(review::Code::read_only);
  } catch (const std::exception&) {
    storage_->journal().rollback();
    job.refuse(review::Code::read_only);
  }
}

void StorageThread::broken() {
  storage_->journal().rollback();
  if (!broken_.exchange(true)) on_broken_();
}

}  // namespace reviewd
