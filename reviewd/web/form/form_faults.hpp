#pragma once

#include <google/protobuf/descriptor.h>

#include <string>

#include "reviewd/web/words/form_typed.hpp"

namespace reviewd {

/// What is wrong with the answer to a field, for whoever typed it: it names what it is about, and says what to do. What
/// only the API knows is said in the API's words.
struct FieldFault {
  const google::protobuf::FieldDescriptor& field;
  const std::string& path;
  const std::string& label;
};
[[nodiscard]] std::string fault_words(const FieldFault& fault, const std::string& message, const Typed& typed);

}  // namespace reviewd
