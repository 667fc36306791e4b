#include "libreview/figures/choice_rows.hpp"

#include <algorithm>

#include "libreview/vocabulary/names.hpp"

namespace review {
namespace {

std::string row_id(const google::protobuf::EnumValueDescriptor& value) {
  auto id = short_name(value);
  std::ranges::transform(id, id.begin(), [](char c) {
    if (c == '_') return '-';
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return id;
}

}  // namespace

std::vector<FigureLine> choice_rows(const google::protobuf::EnumDescriptor& type) {
  std::vector<FigureLine> rows;
  for (int i = 0; i < type.value_count(); ++i) {
    const auto& value = *type.value(i);
    if (value.number() != 0) rows.push_back({row_id(value), choice_label(value)});
  }
  return rows;
}

std::string choice_row(const google::protobuf::EnumDescriptor& type, int value) {
  const auto* found = type.FindValueByNumber(value);
  return found == nullptr || value == 0 ? "not-recorded" : row_id(*found);
}

}  // namespace review
