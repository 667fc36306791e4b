#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "libreview/store/random.hpp"

namespace reviewd {

/// Seals what the store keeps for a person and nobody reading the file shall have: XSalsa20-Poly1305 of libsodium with
/// a key of the person's own, made from the store's key and the pepper. Without a pepper it guards against a look, not
/// against whoever has the file: the store's key lies in it.
class SecretBox {
 public:
  /// An empty pepper is none.
  SecretBox(std::string_view store_key, std::string_view pepper) : store_key_(store_key), pepper_(pepper) {}

  [[nodiscard]] std::string seal(std::string_view secret, std::string_view person, review::Random& random) const;
  /// Nothing if it was altered, or sealed for somebody else or with another key. What was sealed before there was a
  /// pepper opens too.
  [[nodiscard]] std::optional<std::string> open(std::string_view sealed, std::string_view person) const;

 private:
  std::string store_key_;
  std::string pepper_;
};

}  // namespace reviewd
