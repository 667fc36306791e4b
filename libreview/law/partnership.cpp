#include "libreview/law/partnership.hpp"

#include <algorithm>

namespace review {

int Partnership::like_from(std::string_view of) const {
  const auto rule = std::ranges::find(likeness, of, &LikenessRule::of);
  return rule == likeness.end() ? 100 : rule->percent;
}

}  // namespace review
