#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "libreview/calendar/instant.hpp"

namespace reviewd {

/// Spreadsheets that are being brought in: one a person, in memory only, and gone some hours after they were last asked
/// for or when the service ends. Nothing of them reaches a disk before it is imported. A `File` says its name (`past`),
/// whose it is (`person`) and when it was last asked for (`asked`).
template <class File>
class KeptFiles {
 public:
  /// In the place of the person's earlier one, and of the oldest where too many are kept.
  void keep(File file) {
    std::erase_if(files_, [&](const File& one) { return one.person == file.person || one.asked + life < file.asked; });
    if (files_.size() >= most) files_.erase(std::ranges::min_element(files_, {}, &File::asked));
    files_.push_back(std::move(file));
  }

  /// The person's own; null where there is none of that name.
  [[nodiscard]] File* find(std::string_view name, std::string_view person, review::Instant now) {
    std::erase_if(files_, [&](const File& one) { return one.asked + life < now; });
    const auto found =
        std::ranges::find_if(files_, [&](const File& one) { return one.past == name && one.person == person; });
    if (found == files_.end()) return nullptr;
    found->asked = now;
    return &*found;
  }

 private:
  static constexpr std::chrono::hours life{4};
  static constexpr std::size_t most = 8;

  std::vector<File> files_{};
};

}  // namespace reviewd
