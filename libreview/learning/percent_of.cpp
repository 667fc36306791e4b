#include "libreview/learning/percent_of.hpp"

namespace review {

std::optional<int> percent_of(int part, int whole) {
  if (whole <= 0) return std::nullopt;
  const auto doubled = 200LL * part + whole;
  return static_cast<int>(doubled / (2LL * whole));
}

}  // namespace review
