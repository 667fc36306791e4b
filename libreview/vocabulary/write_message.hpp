#pragma once

#include <google/protobuf/message.h>

#include <boost/json/object.hpp>

namespace review {

/// Which fields of a message are written.
enum class Part {
  whole,
  open,    ///< fields that are neither personal nor free text
  sealed,  ///< the others
};

/// What stands for an empty list: records leave it out; an answer shows those of its outermost message.
enum class EmptyLists { left_out, shown };

/// The message as JSON, fields in the order of the schema, `lowerCamelCase`, enum values without their enum's name.
/// Lists of messages stand in both parts with the same length, so that the parts can be laid over each other.
[[nodiscard]] boost::json::object write_message(const google::protobuf::Message& message, Part part = Part::whole,
                                                EmptyLists lists = EmptyLists::left_out);

}  // namespace review
