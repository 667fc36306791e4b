#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace reviewd {

/// Why words may be erased: a closed list.
struct ErasureGround {
  std::string_view name;   ///< as it travels
  std::string_view words;  ///< for people
  std::string_view cites;  ///< where the law says so
};

[[nodiscard]] const std::vector<ErasureGround>& erasure_grounds();
/// The row, or null.
[[nodiscard]] const ErasureGround* find_erasure_ground(std::string_view name);

/// Names in one text, with blanks between, as a proposal keeps them.
[[nodiscard]] std::string joined(const std::set<std::string>& names);
[[nodiscard]] std::set<std::string> parted(const std::string& names);

}  // namespace reviewd
