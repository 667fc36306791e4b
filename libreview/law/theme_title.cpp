#include "libreview/law/theme_title.hpp"

namespace review {

std::string theme_title(const RuleBook& law, const std::string& theme) {
  for (const auto& list : law.theme_lists()) {
    for (const auto& one : list.themes) {
      if (one.id == theme) return one.title;
    }
  }
  return theme;
}

}  // namespace review
