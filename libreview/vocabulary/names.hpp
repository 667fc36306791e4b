#pragma once

#include <google/protobuf/descriptor.h>

#include <optional>
#include <string>
#include <string_view>

namespace review {

/// `panel_notified` → `panel-notified`: how law files, scenarios and flags write a name.
[[nodiscard]] std::string kebab(std::string_view snake);
/// `panel-notified` or `panelNotified` → `panel_notified`: how proto writes a name.
[[nodiscard]] std::string snake(std::string_view name);
/// `panel_notified` → `panelNotified`: how JSON writes a name.
[[nodiscard]] std::string camel(std::string_view snake);

/// `HARM_SERIOUS_HARM` → `SERIOUS_HARM`: an enum value without its enum's name, as JSON and law files write it.
[[nodiscard]] std::string short_name(const google::protobuf::EnumValueDescriptor& value);
/// The value that `name` means, written `SERIOUS_HARM`, or null. The zero value never travels.
[[nodiscard]] const google::protobuf::EnumValueDescriptor* find_value(const google::protobuf::EnumDescriptor& type,
                                                                      std::string_view name);
/// What people call a choice; its short name where the schema gives no label.
[[nodiscard]] std::string choice_label(const google::protobuf::EnumValueDescriptor& value);

/// `SERIOUS_HARM` of any enum value given as a number. Empty for the zero value.
template <class Enum>
[[nodiscard]] std::string short_name_of(Enum value, const google::protobuf::EnumDescriptor* type) {
  const auto* found = type->FindValueByNumber(static_cast<int>(value));
  return found == nullptr || found->number() == 0 ? std::string() : short_name(*found);
}

/// Whether `text` is a bare reference: `[a-z0-9][a-z0-9-]{0,39}`.
[[nodiscard]] bool is_reference(std::string_view text);
/// The bare reference in `people/ann` or `ann`; nothing where it is neither.
[[nodiscard]] std::optional<std::string> bare_reference(std::string_view text);
/// Whether `text` names a body: capitals of the law (`POLICE`) or a reference.
[[nodiscard]] bool is_body(std::string_view text);

/// How one body is written: `city-hospital` and `CITY_HOSPITAL` are the same.
struct BodySpellings {
  std::string reference;  ///< `city-hospital`
  std::string body;       ///< `CITY_HOSPITAL`
};
[[nodiscard]] BodySpellings spellings_of_body(std::string_view text);

}  // namespace review
