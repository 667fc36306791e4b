#pragma once

#include <boost/json/array.hpp>

#include "reviewd/web/form/form_field.hpp"

namespace reviewd {

/// Whether the field holds themes of the lists of the law.
[[nodiscard]] bool holds_themes(const google::protobuf::FieldDescriptor& field);

/// The inputs of such a field: what is chosen and what was suggested from the text, the button that suggests, and all
/// others behind it, list by list.
[[nodiscard]] boost::json::array theme_rows(const FieldWords& words, const Typed& typed, const Offers& offers);

}  // namespace reviewd
