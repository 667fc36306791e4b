#include "libreview/views/term_values.hpp"

#include <fmt/format.h>

#include "libreview/calendar/date.hpp"
#include "libreview/vocabulary/names.hpp"

namespace review {
namespace {

Result<void> is_equality(const Term& term) {
  if (term.op == "=" || term.op == "!=") return {};
  return refuse(Code::malformed, fmt::format("{} can be compared with = and != only.", term.field));
}

}  // namespace

std::string choices_of(const google::protobuf::EnumDescriptor& type) {
  std::string all;
  for (int i = 0; i < type.value_count(); ++i) {
    const auto& value = *type.value(i);
    if (value.number() != 0) all += (all.empty() ? "" : ", ") + short_name(value);
  }
  return all;
}

Result<void> is_choice(const Term& term, const google::protobuf::EnumDescriptor& type) {
  if (auto equality = is_equality(term); !equality) return equality;
  if (find_value(type, term.value) != nullptr) return {};
  return refuse(Code::not_a_choice, fmt::format("{} is one of {}.", term.field, choices_of(type)));
}

Result<void> is_day(const Term& term) {
  if (Date::parse(term.value)) return {};
  return refuse(Code::malformed, fmt::format("{} is compared with a day such as 2026-04-13.", term.field));
}

Result<void> is_truth(const Term& term) {
  if (auto equality = is_equality(term); !equality) return equality;
  if (term.value == "true" || term.value == "false") return {};
  return refuse(Code::not_a_choice, fmt::format("{} is compared with true or false.", term.field));
}

}  // namespace review
