#include "libreview/store/random_id.hpp"

#include <string_view>
#include <vector>

namespace review {

std::string random_id(Random& random, std::size_t length) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz234567";
  std::vector<std::uint8_t> bytes(length);
  random.fill(bytes);
  std::string id;
  id.reserve(length);
  for (const auto byte : bytes) id += letters[id.empty() ? byte & 15 : byte & 31];
  return id;
}

}  // namespace review
