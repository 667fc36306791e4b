#include "reviewd/web/form/form_entry.hpp"

#include <algorithm>
#include <boost/json/array.hpp>
#include <charconv>

#include "libreview/vocabulary/rules.hpp"
#include "reviewd/web/form/form_day.hpp"
#include "reviewd/web/words/form_fields.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
namespace pb = google::protobuf;

json::value as_text(const std::string& text) { return json::value(json::string(text)); }

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> all;
  for (std::size_t from = 0; from <= text.size();) {
    const auto end = std::min(text.find('\n', from), text.size());
    if (auto line = typed_text(std::string_view(text).substr(from, end - from)); !line.empty()) {
      all.push_back(std::move(line));
    }
    from = end + 1;
  }
  return all;
}

class Builder {
 public:
  Builder(const Typed& typed, const Offers& offers) : typed_(typed), offers_(offers) {}

  json::object message(const pb::Descriptor& type, const std::string& path, const review::Kind* kind) const {
    json::object object;
    for (const auto* field : form_fields(type, kind)) {
      auto given = value(*field, below(path, field->json_name()));
      const bool is_kind = kind != nullptr && field == kind->field;
      if (!given.is_null() || is_kind) object[field->json_name()] = std::move(given);
      if (is_kind && object[field->json_name()].is_null()) object[field->json_name()] = json::object();
    }
    // A decision happened on the day on which it was made, unless another day is said.
    if (kind != nullptr && kind->decision && !object.contains("occurredOn") && object.contains("decidedOn")) {
      object["occurredOn"] = object["decidedOn"];
    }
    return object;
  }

 private:
  json::value value(const pb::FieldDescriptor& field, const std::string& path) const {
    if (field.is_repeated()) {
      auto all = is_message(field) ? messages(field, path) : texts(field, path);
      return all.empty() ? json::value() : json::value(std::move(all));
    }
    if (!is_message(field)) return scalar(field, path);
    auto object = message(*field.message_type(), path, is_entry(field) ? kind_inside(typed_, path) : nullptr);
    return object.empty() ? json::value() : json::value(std::move(object));
  }

  json::array messages(const pb::FieldDescriptor& field, const std::string& path) const {
    json::array all;
    for (int i = 0; i < typed_.count(path); ++i) {
      all.push_back(message(*field.message_type(), below(path, i), nullptr));
    }
    return all;
  }

  json::array texts(const pb::FieldDescriptor& field, const std::string& path) const {
    json::array all;
    for (const auto& given : typed_.all(path)) {
      for (const auto& line : lines(given)) all.push_back(as_text(offers_.meant(field, line)));
    }
    for (const auto& given : typed_.all(path + ".other")) {
      for (const auto& line : lines(given)) {
        auto meant = as_text(offers_.meant(field, line));
        if (std::find(all.begin(), all.end(), meant) == all.end()) all.push_back(std::move(meant));
      }
    }
    return all;
  }

  json::value scalar(const pb::FieldDescriptor& field, const std::string& path) const {
    const auto other = typed_text(typed_.first(path + ".other"));
    const auto text = review::is_day(field) ? typed_day(typed_, path, is_partial_day(field))
                      : other.empty()       ? typed_text(typed_.first(path))
                                            : other;
    if (text.empty()) return {};
    if (field.cpp_type() == pb::FieldDescriptor::CPPTYPE_BOOL && (text == "true" || text == "false")) {
      return text == "true";
    }
    if (field.cpp_type() == pb::FieldDescriptor::CPPTYPE_INT32) {
      std::int64_t number = 0;
      const auto* const end = text.data() + text.size();
      const auto [stopped, error] = std::from_chars(text.data(), end, number);
      if (error == std::errc() && stopped == end) return number;
    }
    return as_text(offers_.meant(field, text));
  }

  const Typed& typed_;
  const Offers& offers_;
};

std::string text_of(const json::value& value) {
  if (value.is_string()) return std::string(value.get_string());
  if (value.is_bool()) return value.get_bool() ? "true" : "false";
  return value.is_int64() ? std::to_string(value.get_int64()) : std::string();
}

void put_message(Typed& typed, const std::string& path, const json::object& from, const pb::Descriptor& type,
                 const review::Kind* kind);

void put_value(Typed& typed, const std::string& path, const json::value& value, const pb::FieldDescriptor& field) {
  if (is_entry(field)) {
    if (const auto* kind = kind_in(value)) put_entry(typed, path, value.get_object(), *kind);
  } else if (is_message(field)) {
    put_message(typed, path, value.as_object(), *field.message_type(), nullptr);
  } else if (review::is_day(field)) {
    put_day(typed, path, text_of(value));
  } else {
    typed.add(path, text_of(value));
  }
}

void put_message(Typed& typed, const std::string& path, const json::object& from, const pb::Descriptor& type,
                 const review::Kind* kind) {
  for (const auto* field : form_fields(type, kind)) {
    const auto* value = from.if_contains(field->json_name());
    if (value == nullptr) continue;
    const auto name = below(path, field->json_name());
    if (!field->is_repeated()) {
      put_value(typed, name, *value, *field);
      continue;
    }
    int index = 0;
    for (const auto& one : value->as_array()) {
      put_value(typed, is_message(*field) ? below(name, index++) : name, one, *field);
    }
    if (is_message(*field)) typed.set_count(name, index);
  }
}

}  // namespace

json::object entry_of(const Typed& typed, const review::Kind& kind, const Offers& offers) {
  return Builder(typed, offers).message(*review::v1::Entry::descriptor(), "", &kind);
}

void put_entry(Typed& typed, const std::string& path, const json::object& entry, const review::Kind& kind) {
  if (!path.empty()) typed.put(path + ".kind", kind.json);
  put_message(typed, path, entry, *review::v1::Entry::descriptor(), &kind);
}

Typed typed_of(const json::object& entry, const review::Kind& kind) {
  Typed typed;
  put_entry(typed, "", entry, kind);
  return typed;
}

}  // namespace reviewd
