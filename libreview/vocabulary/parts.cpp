#include "libreview/vocabulary/parts.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "libreview/vocabulary/parse_json.hpp"
#include "libreview/vocabulary/read_message.hpp"
#include "libreview/vocabulary/write_message.hpp"

namespace review {
namespace {

namespace json = boost::json;

bool is_bare(const json::value& value);

bool all_bare(const json::object& object) {
  for (const auto& [key, value] : object) {
    if (!is_bare(value)) return false;
  }
  return true;
}

bool is_bare(const json::value& value) {
  if (const auto* object = value.if_object()) return all_bare(*object);
  if (const auto* array = value.if_array()) {
    for (const auto& element : *array) {
      if (!element.is_object() || !all_bare(element.get_object())) return false;
    }
    return true;
  }
  return false;
}

/// Drops what holds nothing, so that the sealed part of an entry without personal fields is `{}`.
json::object pruned(const json::object& object) {
  json::object out;
  for (const auto& [key, value] : object) {
    if (!is_bare(value)) out[key] = value;
  }
  return out;
}

void lay_over(json::object& below, const json::object& above) {
  for (const auto& [key, value] : above) {
    auto* there = below.if_contains(key);
    if (there == nullptr) {
      below[key] = value;
    } else if (there->is_object() && value.is_object()) {
      lay_over(there->get_object(), value.get_object());
    } else if (there->is_array() && value.is_array()) {
      auto& elements = there->get_array();
      const auto& others = value.get_array();
      for (std::size_t i = 0; i < elements.size() && i < others.size(); ++i) {
        if (elements[i].is_object() && others[i].is_object())
          lay_over(elements[i].get_object(), others[i].get_object());
      }
    }
  }
}

}  // namespace

StoredParts split(const v1::Entry& entry) {
  v1::Entry bare = entry;
  bare.clear_entry();
  bare.clear_case_();
  bare.clear_recorded_time();
  bare.clear_recorded_by();
  bare.clear_case_version();
  bare.clear_corrected_by();
  bare.clear_withdrawn_by();
  return StoredParts{json::serialize(write_message(bare, Part::open)),
                     json::serialize(pruned(write_message(bare, Part::sealed)))};
}

Result<v1::Entry> join(std::string_view open, std::string_view sealed) {
  auto below = parse_json(open);
  if (!below) return refuse(below.error());
  if (!sealed.empty()) {
    auto above = parse_json(sealed);
    if (!above) return refuse(above.error());
    if (below->is_object() && above->is_object()) lay_over(below->get_object(), above->get_object());
  }
  return read_entry(*below, Origin::record);
}

}  // namespace review
