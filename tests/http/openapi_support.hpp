#pragma once

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <functional>
#include <string>

#include "reviewd/api/openapi/openapi.hpp"

namespace openapi_test {

/// The document, parsed once.
inline const boost::json::object& document() {
  static const boost::json::value parsed = boost::json::parse(reviewd::openapi_document());
  return parsed.as_object();
}

inline const boost::json::object& schemas() { return document().at("components").at("schemas").as_object(); }

/// Every object of the document, with its own place as a JSON Pointer.
inline void each_object(const boost::json::value& value, const std::string& at,
                        const std::function<void(const boost::json::object&, const std::string&)>& visit) {
  if (const auto* object = value.if_object()) {
    visit(*object, at);
    for (const auto& [key, inner] : *object) each_object(inner, at + "/" + std::string(key), visit);
  } else if (const auto* array = value.if_array()) {
    for (std::size_t i = 0; i < array->size(); ++i) each_object((*array)[i], at + "/" + std::to_string(i), visit);
  }
}

/// What stands at `#/components/schemas/Case`; null where nothing does.
inline const boost::json::value* resolve(const std::string& reference) {
  if (reference.substr(0, 2) != "#/") return nullptr;
  const auto* here = document().if_contains("components");
  std::size_t from = std::string("#/components/").size();
  while (here != nullptr && from <= reference.size()) {
    const auto to = std::min(reference.find('/', from), reference.size());
    const auto* object = here->if_object();
    here = object == nullptr ? nullptr : object->if_contains(reference.substr(from, to - from));
    from = to + 1;
  }
  return here;
}

}  // namespace openapi_test
