#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <string_view>

namespace reviewd {

/// Digests of passwords: argon2id with 64 MiB and 2 passes, and a salt of their own, as `crypto_pwhash_str` writes
/// them. With a pepper, a secret that is not in the store, the password goes through it first: whoever has the store
/// alone cannot even begin to guess. Such a digest begins with the mark of its pepper. Any thread.
class Passwords {
 public:
  /// An empty pepper is none.
  explicit Passwords(std::string pepper = {});

  /// Takes about a tenth of a second and the memory. Throws std::bad_alloc where there is not enough.
  [[nodiscard]] std::string digest(std::string_view password) const;
  /// Whether the password is that of the digest. An empty digest (no such person, no password yet), and one made with
  /// another pepper, takes as long, and is nobody's. A digest from before there was a pepper still counts.
  [[nodiscard]] bool is(std::string_view password, const std::string& digest) const;
  /// Whether the digest is made with less memory or fewer passes than today, or without today's pepper.
  [[nodiscard]] bool is_old(const std::string& digest) const;
  /// How many passwords were compared so far: one for each call of `is`, whoever is asked for.
  [[nodiscard]] std::uint64_t compared() const { return compared_; }

 private:
  [[nodiscard]] std::string peppered(std::string_view password) const;

  std::string pepper_;
  std::string mark_;  ///< `pepper=` and 8 hexadecimal digits; empty without a pepper
  std::string nobodys_;
  mutable std::atomic<std::uint64_t> compared_ = 0;
};

}  // namespace reviewd
