#pragma once

#include <google/protobuf/descriptor.h>

#include <string_view>
#include <vector>

namespace reviewd {

/// The fields of a message in the order in which people answer them: a decision begins with the criteria of the law and
/// comes to its outcome after them. A message that nobody arranged keeps the order of the schema.
[[nodiscard]] std::vector<const google::protobuf::FieldDescriptor*> in_order(
    std::vector<const google::protobuf::FieldDescriptor*> fields);

/// The heading that stands before a field; empty for most.
[[nodiscard]] std::string_view chapter_before(const google::protobuf::FieldDescriptor& field);

}  // namespace reviewd
