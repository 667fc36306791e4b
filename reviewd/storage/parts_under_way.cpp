#include "reviewd/storage/parts_under_way.hpp"

namespace reviewd {

PartsUnderWay::Place PartsUnderWay::begin(const std::shared_ptr<PartsUnderWay>& all, const std::string& person) {
  {
    const std::lock_guard lock(all->mutex_);
    if (all->count_ >= most || all->of_[person] >= most_of_one) return nullptr;
    ++all->count_;
    ++all->of_[person];
  }
  const auto end = [all, person](const void*) {
    const std::lock_guard lock(all->mutex_);
    --all->count_;
    if (--all->of_[person] == 0) all->of_.erase(person);
  };
  return Place(all.get(), end);
}

}  // namespace reviewd
