#pragma once

#include "libreview/store/random.hpp"

namespace review {

/// The operating system's generator, through libsodium.
class SystemRandom final : public Random {
 public:
  /// Throws std::runtime_error where the system has no source of randomness.
  SystemRandom();
  void fill(std::span<std::uint8_t> bytes) override;
};

}  // namespace review
