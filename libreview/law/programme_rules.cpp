#include "libreview/law/programme_rules.hpp"

#include <algorithm>

#include "libreview/vocabulary/names.hpp"

namespace review {

std::string programme_rule_id(v1::ProgrammeSort sort) {
  auto name = kebab(short_name_of(sort, v1::ProgrammeSort_descriptor()));
  std::ranges::transform(name, name.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return name;
}

}  // namespace review
