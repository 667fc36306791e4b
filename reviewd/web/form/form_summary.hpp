#pragma once

#include <google/protobuf/descriptor.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "libreview/vocabulary/kinds.hpp"
#include "reviewd/web/words/form_offers.hpp"

namespace reviewd {

/// An entry of the API in words, field by field in the order of the schema: `key`, and `values` with one line each.
/// What only the server writes is left out.
[[nodiscard]] boost::json::array entry_summary(const boost::json::object& entry, const review::Kind& kind,
                                               const Offers& offers);

/// One value of an entry, or a list of them in one line, in words.
[[nodiscard]] std::string field_words(const boost::json::value& value, const google::protobuf::FieldDescriptor& field);

/// What an entry would do to the clocks, from the `clocks` of a preview: `title`, `change`, `before`, `after` and
/// `note`, in words.
[[nodiscard]] boost::json::array clock_changes(const boost::json::array& changes, const Register& known);

}  // namespace reviewd
