#pragma once

#include <google/protobuf/descriptor.h>

#include <string>

#include "libreview/base/result.hpp"
#include "libreview/vocabulary/read_message.hpp"

namespace review {

/// The text of a string field as the record keeps it: a reference without its collection, a kind by its name in the
/// law. From a request, text that is not written in the field's form is refused: `wrong-type`, `not-a-date`. What the
/// record holds is read as it is.
[[nodiscard]] Result<std::string> read_text(std::string text, const google::protobuf::FieldDescriptor& field,
                                            Origin origin);

}  // namespace review
