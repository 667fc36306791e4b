#pragma once

#include <cstdint>
#include <span>

namespace review {

/// Where salts, ids and secrets come from. Tests give a fixed one.
class Random {
 public:
  virtual ~Random() = default;
  /// Fills all of `bytes`.
  virtual void fill(std::span<std::uint8_t> bytes) = 0;
};

}  // namespace review
