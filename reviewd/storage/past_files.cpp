#include "reviewd/storage/past_files.hpp"

#include <algorithm>
#include <chrono>

namespace reviewd {
namespace {

constexpr std::chrono::hours life{4};

}  // namespace

void PastFiles::keep(PastFile file) {
  std::erase_if(files_,
                [&](const PastFile& one) { return one.person == file.person || one.asked + life < file.asked; });
  if (files_.size() >= most) {
    files_.erase(std::min_element(files_.begin(), files_.end(),
                                  [](const auto& one, const auto& other) { return one.asked < other.asked; }));
  }
  files_.push_back(std::move(file));
}

PastFile* PastFiles::find(std::string_view past, std::string_view person, review::Instant now) {
  std::erase_if(files_, [&](const PastFile& one) { return one.asked + life < now; });
  const auto found = std::find_if(files_.begin(), files_.end(),
                                  [&](const PastFile& one) { return one.past == past && one.person == person; });
  if (found == files_.end()) return nullptr;
  found->asked = now;
  return &*found;
}

}  // namespace reviewd
