#pragma once

#include <google/protobuf/descriptor.h>

#include <string>

namespace reviewd::openapi {

/// The comment above a message, field, enum or value in `proto/review/v1`, on one line. Empty where there is none.
/// Generated code carries no comments: they come from the descriptor set that is compiled in.
[[nodiscard]] std::string comment_of(const google::protobuf::Descriptor& message);
[[nodiscard]] std::string comment_of(const google::protobuf::FieldDescriptor& field);
[[nodiscard]] std::string comment_of(const google::protobuf::EnumDescriptor& type);
[[nodiscard]] std::string comment_of(const google::protobuf::EnumValueDescriptor& value);

}  // namespace reviewd::openapi
