#include "libreview/vocabulary/read_text.hpp"

#include <fmt/format.h>

#include <string_view>

#include "libreview/calendar/date.hpp"
#include "libreview/calendar/instant.hpp"
#include "libreview/calendar/partial_date.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/rules.hpp"

namespace review {
namespace {

constexpr std::size_t longest_code = 100;

Result<std::string> not_so(Code code, std::string says) { return refuse(code, std::move(says)); }

Result<std::string> reference(const std::string& text, const v1::FieldRules& rules) {
  auto bare = bare_reference(text);
  if (!bare) {
    return not_so(Code::wrong_type, "This must be a reference: small letters, digits and hyphens, 40 at most.");
  }
  const auto slash = text.find('/');
  if (slash != std::string::npos && !rules.collection().empty() && text.substr(0, slash) != rules.collection()) {
    return not_so(Code::wrong_type, fmt::format("This must be one of {}/.", rules.collection()));
  }
  return std::move(*bare);
}

Result<std::string> kind_name(const std::string& text) {
  if (const auto* kind = find_kind(text)) return kind->name;
  return not_so(Code::not_a_choice, "This must be a kind of entry, such as panelNotified.");
}

Result<std::string> body(const std::string& text) {
  if (auto bare = bare_reference(text)) return std::move(*bare);
  if (is_body(text)) return text;
  return not_so(Code::wrong_type, "This must be a body such as POLICE, or the reference of an agency.");
}

/// What the record holds, in the form of today.
std::string as_recorded(std::string text, v1::Form form) {
  if (form == v1::ID) return bare_reference(text).value_or(text);
  const auto* kind = form == v1::KIND ? find_kind(text) : nullptr;
  return kind == nullptr ? std::move(text) : kind->name;
}

}  // namespace

Result<std::string> read_text(std::string text, const google::protobuf::FieldDescriptor& field, Origin origin) {
  const auto& rules = rules_of(field);
  if (origin == Origin::record) return as_recorded(std::move(text), rules.form());
  // Whoever asks for the field says that it is missing.
  if (text.empty() && rules.required()) return text;
  switch (rules.form()) {
    case v1::ID:
      return reference(text, rules);
    case v1::KIND:
      return kind_name(text);
    case v1::BODY:
      return body(text);
    case v1::DATE:
      if (!Date::parse(text)) return not_so(Code::not_a_date, "This must be a day such as 2026-04-02.");
      break;
    case v1::PARTIAL_DATE:
      if (!PartialDate::parse(text)) {
        return not_so(Code::not_a_date, "This must be a day, a month or a year, such as 2026-04-02, 2026-04 or 2026.");
      }
      break;
    case v1::INSTANT:
      if (!parse_instant(text)) {
        return not_so(Code::not_a_date, "This must be an instant such as 2026-04-02T16:00:00Z.");
      }
      break;
    case v1::CODE:
      if (text.size() > longest_code) return not_so(Code::wrong_type, "This code is too long.");
      break;
    default:
      break;
  }
  return text;
}

}  // namespace review
