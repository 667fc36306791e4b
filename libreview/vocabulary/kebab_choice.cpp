#include "libreview/vocabulary/kebab_choice.hpp"

#include <algorithm>

#include "libreview/vocabulary/names.hpp"

namespace review {

std::string kebab_choice(std::string_view short_name) {
  std::string name = kebab(short_name);
  std::ranges::transform(name, name.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return name;
}

}  // namespace review
