#pragma once

#include <google/protobuf/descriptor.h>

#include <boost/json/object.hpp>
#include <string>

#include "reviewd/web/words/form_offers.hpp"
#include "reviewd/web/words/form_typed.hpp"

namespace reviewd {

/// What stands around the input of a field.
struct FieldWords {
  std::string path;
  std::string label;
  std::string hint;
  std::string error;     ///< empty where nothing is wrong
  bool optional = true;  ///< the label says so, and a choice can be taken back
};

/// The input of a field that is no message, as one row of the template `form`: `text`, `area`, `date`, `radios`,
/// `select`, `checkboxes` or `hidden`. Whatever was typed is in it, also where it is none of the choices. Empty for the
/// name of something new, which the service gives, and for what can only name what the case does not have.
[[nodiscard]] boost::json::object field_row(const google::protobuf::FieldDescriptor& field, const FieldWords& words,
                                            const Typed& typed, const Offers& offers);

/// The id of the element of a path: what an error links to.
[[nodiscard]] std::string id_of(const std::string& path);
/// The id of the first input of a row; empty for none that can be seen.
[[nodiscard]] std::string anchor_of(const boost::json::object& row);
/// An input that nobody sees.
[[nodiscard]] boost::json::object hidden_row(const std::string& name, const std::string& value);

}  // namespace reviewd
