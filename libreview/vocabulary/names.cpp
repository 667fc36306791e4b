#include "libreview/vocabulary/names.hpp"

#include <algorithm>

#include "review/v1/options.pb.h"

namespace review {
namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string enum_prefix(const google::protobuf::EnumDescriptor& type) {
  std::string prefix = snake(type.name());
  std::transform(prefix.begin(), prefix.end(), prefix.begin(),
                 [](char c) { return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; });
  return prefix + "_";
}

}  // namespace

std::string kebab(std::string_view snake_name) {
  std::string out(snake_name);
  std::replace(out.begin(), out.end(), '_', '-');
  return out;
}

std::string snake(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c == '-') {
      out += '_';
    } else if (is_upper(c)) {
      if (!out.empty()) out += '_';
      out += static_cast<char>(c - 'A' + 'a');
    } else {
      out += c;
    }
  }
  return out;
}

std::string camel(std::string_view snake_name) {
  std::string out;
  bool raise = false;
  for (const char c : snake_name) {
    if (c == '_') {
      raise = true;
    } else {
      out += raise && is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
      raise = false;
    }
  }
  return out;
}

std::string short_name(const google::protobuf::EnumValueDescriptor& value) {
  const std::string prefix = enum_prefix(*value.type());
  const std::string& name = value.name();
  return name.compare(0, prefix.size(), prefix) == 0 ? name.substr(prefix.size()) : name;
}

const google::protobuf::EnumValueDescriptor* find_value(const google::protobuf::EnumDescriptor& type,
                                                        std::string_view name) {
  for (int i = 0; i < type.value_count(); ++i) {
    const auto* value = type.value(i);
    if (value->number() != 0 && short_name(*value) == name) return value;
  }
  return nullptr;
}

std::string choice_label(const google::protobuf::EnumValueDescriptor& value) {
  const std::string& label = value.options().GetExtension(v1::choice);
  return label.empty() ? short_name(value) : label;
}

bool is_reference(std::string_view text) {
  if (text.empty() || text.size() > 40 || text.front() == '-') return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return is_lower(c) || is_digit(c) || c == '-'; });
}

std::optional<std::string> bare_reference(std::string_view text) {
  for (const std::string_view collection : {"people/", "agencies/", "entries/", "cases/", "meetings/", "programmes/"}) {
    if (text.substr(0, collection.size()) == collection) {
      text.remove_prefix(collection.size());
      break;
    }
  }
  if (!is_reference(text)) return std::nullopt;
  return std::string(text);
}

bool is_body(std::string_view text) {
  if (is_reference(text)) return true;
  if (text.empty() || text.size() > 60 || !is_upper(text.front())) return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return is_upper(c) || is_digit(c) || c == '_'; });
}

BodySpellings spellings_of_body(std::string_view text) {
  BodySpellings written{std::string(text), std::string(text)};
  for (char& c : written.reference) c = c == '_' ? '-' : is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
  for (char& c : written.body) c = c == '-' ? '_' : is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
  return written;
}

}  // namespace review
