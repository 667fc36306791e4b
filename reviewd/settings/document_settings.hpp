#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace reviewd {

/// What documents may be, and who checks them: `[documents]` of the configuration.
struct DocumentSettings {
  /// A program and its arguments, which gets each content on its standard input: exit 0 means clean, 1 means that it
  /// found something, anything else that it could not tell. None: nothing is checked.
  std::vector<std::string> check{};
  std::chrono::seconds check_time{60};  ///< after which the program is ended, and has not told
  std::int64_t most_bytes = 25 * 1024 * 1024;

  [[nodiscard]] bool checks() const { return !check.empty(); }
  /// The program without its folder, for people.
  [[nodiscard]] std::string check_name() const {
    return checks() ? check.front().substr(check.front().rfind('/') + 1) : std::string("none");
  }
};

}  // namespace reviewd
