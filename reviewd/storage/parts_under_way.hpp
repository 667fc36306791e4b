#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace reviewd {

/// Answers that are being put together in parts, each of which keeps what it has in memory: so many at once, and of one
/// person so many.
class PartsUnderWay {
 public:
  static constexpr std::size_t most = 16;
  static constexpr std::size_t most_of_one = 3;

  /// One of them, until it is gone.
  using Place = std::shared_ptr<const void>;
  /// Null where there is no place.
  [[nodiscard]] static Place begin(const std::shared_ptr<PartsUnderWay>& all, const std::string& person);

 private:
  std::mutex mutex_;
  std::map<std::string, std::size_t> of_;
  std::size_t count_ = 0;
};

}  // namespace reviewd
