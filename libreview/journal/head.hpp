#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "libreview/base/result.hpp"

namespace review {

/// The state of the log in one line: how many leaves, and the root of the Merkle tree over them. Whoever keeps a head
/// can check later that the log still begins with those leaves. A head that nobody else holds proves nothing.
struct Head {
  std::int64_t size = 0;
  std::string root_hex;  ///< 64 lower-case digits

  [[nodiscard]] bool operator==(const Head&) const = default;
};

/// `size root`, as `reviewctl journal head` prints it, without a line end.
[[nodiscard]] std::string head_line(const Head& head);

/// Reads what `head_line` writes; blanks around it are allowed. Refuses anything else as malformed.
[[nodiscard]] Result<Head> parse_head(std::string_view line);

}  // namespace review
