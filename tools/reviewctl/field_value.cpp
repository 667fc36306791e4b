#include "tools/reviewctl/field_value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <charconv>

#include "libreview/base/closest.hpp"
#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/parse_json.hpp"
#include "libreview/vocabulary/rules.hpp"

namespace reviewctl {
namespace {

namespace json = boost::json;
namespace pb = google::protobuf;

std::string as_choice(std::string word) {
  std::transform(word.begin(), word.end(), word.begin(), [](char c) {
    return c == '-' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return word;
}

Outcome<json::value> message_value(const std::string& flag, const pb::Descriptor& type, const std::string& text);

Outcome<json::value> scalar(const std::string& flag, const pb::FieldDescriptor& field, const std::string& text) {
  switch (field.cpp_type()) {
    case pb::FieldDescriptor::CPPTYPE_BOOL:
      if (text == "yes" || text == "true") return json::value(true);
      if (text == "no" || text == "false") return json::value(false);
      return misused(fmt::format("{} is yes or no, not {}.", flag, text));
    case pb::FieldDescriptor::CPPTYPE_INT32: {
      int number = 0;
      const auto* const end = text.data() + text.size();
      const auto [stopped, error] = std::from_chars(text.data(), end, number);
      if (error != std::errc() || stopped != end)
        return misused(fmt::format("{} is a whole number, not {}.", flag, text));
      return json::value(number);
    }
    case pb::FieldDescriptor::CPPTYPE_ENUM:
      return json::value(json::string(as_choice(text)));
    case pb::FieldDescriptor::CPPTYPE_MESSAGE:
      return message_value(flag, *field.message_type(), text);
    default:
      return json::value(json::string(text));
  }
}

/// Cuts at commas that are not inside double quotes, and takes the quotes away.
std::vector<std::string> cut(const std::string& text) {
  std::vector<std::string> pieces(1);
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      pieces.emplace_back();
    } else {
      pieces.back() += c;
    }
  }
  return pieces;
}

bool is_words(const pb::FieldDescriptor& field) {
  const auto form = review::rules_of(field).form();
  return form == review::v1::TEXT || form == review::v1::LINE;
}

Outcome<json::value> list(const std::string& flag, const pb::FieldDescriptor& field,
                          const std::vector<std::string>& given) {
  json::array all;
  const bool whole = is_words(field) || field.cpp_type() == pb::FieldDescriptor::CPPTYPE_MESSAGE;
  for (const auto& text : given) {
    for (const auto& piece : whole ? std::vector<std::string>{text} : cut(text)) {
      auto value = scalar(flag, field, piece);
      if (!value) return value;
      all.push_back(std::move(*value));
    }
  }
  return json::value(std::move(all));
}

const pb::FieldDescriptor* part_named(const pb::Descriptor& type, const std::string& name) {
  const auto* field = type.FindFieldByName(review::snake(name));
  return field != nullptr && !review::rules_of(*field).from_server() ? field : nullptr;
}

std::vector<std::string> parts_of(const pb::Descriptor& type) {
  std::vector<std::string> all;
  for (int i = 0; i < type.field_count(); ++i) {
    if (!review::rules_of(*type.field(i)).from_server()) all.push_back(type.field(i)->json_name());
  }
  return all;
}

tl::unexpected<Problem> no_part(const std::string& flag, const pb::Descriptor& type, const std::string& name) {
  const auto parts = parts_of(type);
  return misused(fmt::format("{} is written PART=VALUE,PART=VALUE; {} is no part of it.{}\nIts parts: {}.", flag, name,
                             review::did_you_mean(name, parts), fmt::join(parts, ", ")));
}

Outcome<json::value> message_value(const std::string& flag, const pb::Descriptor& type, const std::string& text) {
  if (!text.empty() && text.front() == '{') {
    auto value = review::parse_json(text);
    if (!value) return stop(value.error());
    return std::move(*value);
  }
  json::object object;
  for (const auto& piece : cut(text)) {
    const auto equals = piece.find('=');
    const auto* field = equals == std::string::npos ? nullptr : part_named(type, piece.substr(0, equals));
    if (field == nullptr) return no_part(flag, type, piece.substr(0, equals));
    const std::vector<std::string> one{piece.substr(equals + 1)};
    auto value = field->is_repeated() ? list(flag, *field, one) : scalar(flag, *field, one.front());
    if (!value) return value;
    auto& into = object[field->json_name()];
    // A part that is a list may be given several times.
    if (into.is_array() && value->is_array()) {
      for (auto& each : value->get_array()) into.get_array().push_back(std::move(each));
    } else {
      into = std::move(*value);
    }
  }
  return json::value(std::move(object));
}

}  // namespace

bool is_one_of_list(const EntryFlag& flag) {
  return is_message_list(*flag.field) && flag.name == singular(review::kebab(flag.field->name()));
}

Outcome<json::value> field_value(const EntryFlag& flag, const std::vector<std::string>& given) {
  const std::string name = "--" + flag.name;
  if (is_message_list(*flag.field) && !is_one_of_list(flag)) {
    auto value = review::parse_json(given.back());
    if (!value) return stop(value.error());
    return std::move(*value);
  }
  if (flag.field->is_repeated()) return list(name, *flag.field, given);
  if (given.size() > 1) return misused(fmt::format("{} is given more than once.", name));
  return scalar(name, *flag.field, given.front());
}

}  // namespace reviewctl
