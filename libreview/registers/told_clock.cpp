#include "libreview/registers/told_clock.hpp"

#include "libreview/store/digest.hpp"

namespace review {
namespace {

constexpr std::size_t subject_digits = 32;

}  // namespace

std::string told_clock(const Store& store, std::string_view record, std::string_view clock) {
  const auto colon = clock.find(':');
  if (colon == std::string_view::npos) return std::string(clock);
  const auto digest = sha256({"told-clock ", store.key(), record, "\n", clock});
  return std::string(clock.substr(0, colon + 1)) + to_hex(digest).substr(0, subject_digits);
}

}  // namespace review
