#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "libreview/journal/head.hpp"

namespace review {

/// The first place where the log does not hold. Carries no words of an entry.
struct [[nodiscard]] BadLeaf {
  std::int64_t seq = 0;
  std::string record;  ///< as stored, empty where it cannot be told
  std::string says;
};

/// What a verification looked at and what it found.
struct [[nodiscard]] Verification {
  std::int64_t checked = 0;  ///< entries found good
  std::int64_t erased = 0;   ///< of these, how many have lost their sealed part
  Head head{};               ///< of the whole log, where nothing is bad
  std::optional<BadLeaf> bad{};

  [[nodiscard]] bool good() const { return !bad; }
};

}  // namespace review
