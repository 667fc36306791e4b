#pragma once

#include <google/protobuf/message.h>

#include <optional>
#include <set>
#include <string_view>
#include <vector>

namespace review {

/// What sort of thing a field says about people: an export names the sorts that are in it before it is made.
enum class FieldClass {
  pseudonyms,           ///< the made-up names of children
  identifiers,          ///< names, dates of birth, NHS numbers, how people are related
  placement_addresses,  ///< where a child lives, is placed or goes to school: left out unless asked for by name
  health,               ///< injuries, disability, cause of death
  background,           ///< sex, ethnicity, faith, language, legal status
  documents,            ///< the titles of documents and where they are kept; their contents are never in an export
  free_text             ///< whatever people wrote
};

/// `placement-addresses`
[[nodiscard]] std::string_view field_class_name(FieldClass one);
[[nodiscard]] const std::vector<FieldClass>& field_classes();

/// The class of a field: by the table; other fields that are stored sealed are free text. Nothing for a field that says
/// nothing about a person.
[[nodiscard]] std::optional<FieldClass> class_of(const google::protobuf::FieldDescriptor& field);
/// The full names of the fields in the table, for the test that each of them exists.
[[nodiscard]] std::vector<std::string_view> classed_fields();

/// The classes of the fields that the message fills, at any depth.
[[nodiscard]] std::set<FieldClass> classes_in(const google::protobuf::Message& message);
/// Empties the fields of the class, at any depth.
void leave_out(google::protobuf::Message& message, FieldClass one);

}  // namespace review
