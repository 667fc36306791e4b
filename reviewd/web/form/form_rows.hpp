#pragma once

#include <google/protobuf/descriptor.h>

#include <boost/json/array.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/access/reader.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "reviewd/web/form/form_errors.hpp"
#include "reviewd/web/words/form_offers.hpp"
#include "reviewd/web/words/form_typed.hpp"

namespace reviewd {

/// What a form is made from.
struct FormAsked {
  const review::Kind& kind;
  const Typed& typed;
  const Offers& offers;
  const std::vector<FormError>& errors;
  /// The refusals that may be set aside, by code: each asks for reasons and who authorised it.
  const std::vector<std::string>& set_aside;
  const review::Reader& reader;
};

struct FormRows {
  boost::json::array rows;     ///< in the order of the page; groups and parts that unfold open and close
  boost::json::array summary;  ///< every error: `text`, and `href` where a field of the form is meant
};

/// The rows of the form of an entry, from the schema: an input for each field that a person may give, fieldsets for
/// messages, and for lists of messages a button that adds one and one at each that takes it away.
[[nodiscard]] FormRows form_rows(const FormAsked& asked);

/// A few fields of one message of the entry.
struct FormPart {
  const google::protobuf::Descriptor& type;
  std::string path;                      ///< of the message, for example `incidentLogged.children.0`
  std::vector<std::string_view> fields;  ///< by their names in the schema, in the order of the page
  bool may_be_left = false;              ///< the whole part: then nothing in it must be answered
};
/// The rows of these fields alone.
[[nodiscard]] FormRows part_rows(const FormAsked& asked, const FormPart& part);

}  // namespace reviewd
