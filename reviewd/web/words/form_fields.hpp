#pragma once

#include <google/protobuf/descriptor.h>

#include <boost/json/value.hpp>
#include <string>
#include <vector>

#include "libreview/vocabulary/kinds.hpp"
#include "reviewd/web/words/form_typed.hpp"

namespace reviewd {

/// The fields of a message that a form can send, in the order of the schema. Of an entry: its envelope, and the field
/// of `kind`.
[[nodiscard]] std::vector<const google::protobuf::FieldDescriptor*> form_fields(
    const google::protobuf::Descriptor& type, const review::Kind* kind);

[[nodiscard]] bool is_message(const google::protobuf::FieldDescriptor& field);
/// The field is a whole entry: what stands in the place of one that was wrong.
[[nodiscard]] bool is_entry(const google::protobuf::FieldDescriptor& field);
[[nodiscard]] bool is_partial_day(const google::protobuf::FieldDescriptor& field);

/// What one of a list of messages is called: `child`, `known date`.
[[nodiscard]] std::string item_word(const google::protobuf::FieldDescriptor& field);
/// The button for one more where there are so many: `Add a seat`, `Add an option`, and of other findings
/// always `Add another finding`.
[[nodiscard]] std::string add_words(const google::protobuf::FieldDescriptor& field, int count);
/// `Child 2` for the item at 1.
[[nodiscard]] std::string item_title(const google::protobuf::FieldDescriptor& field, int index);

/// The kind of an entry of the API; null where its content is hidden.
[[nodiscard]] const review::Kind* kind_in(const boost::json::value& entry);
/// The kind of the entry inside another, as the input `….kind` says; null where it says none.
[[nodiscard]] const review::Kind* kind_inside(const Typed& typed, const std::string& path);

}  // namespace reviewd
