#pragma once

#include <google/protobuf/descriptor.h>

#include <string>
#include <string_view>
#include <vector>

#include "review/v1/entries.pb.h"

namespace review {

/// A kind of entry, as the schema describes it.
struct Kind {
  const google::protobuf::FieldDescriptor* field;  ///< its place in Entry
  std::string name;                                ///< `panel-notified`
  std::string json;                                ///< `panelNotified`
  std::string label;                               ///< `Panel notified`
  bool decision;                                   ///< needs If-Match and reasons
  bool opens_case;                                 ///< may be the first entry of a record
  std::string cites;                               ///< source id, or empty
  std::vector<std::string> reasoned_by;            ///< fields of which one must give the reasons
  std::vector<std::string> records;                ///< the sorts of record that take it: `case`, `meeting`, `programme`
  std::vector<std::string> programmes;             ///< the sorts of programme that take it, `section-11`; all if none

  /// Whether a record of this sort takes it.
  [[nodiscard]] bool is_of(std::string_view record) const;
};

/// Every kind, of whichever record, in the order of the schema.
[[nodiscard]] const std::vector<Kind>& every_kind();

/// Every kind that a case takes, in the order of the schema.
[[nodiscard]] const std::vector<Kind>& kinds();
/// Every kind that a meeting takes, in the order of the schema.
[[nodiscard]] const std::vector<Kind>& meeting_kinds();
/// Every kind that a programme takes, in the order of the schema: its own, and those that cases take too.
[[nodiscard]] const std::vector<Kind>& programme_kinds();
/// Every kind that a record with members takes, a case or a programme, in the order of the schema.
[[nodiscard]] const std::vector<Kind>& member_kinds();
/// Every kind that a record of this sort takes, in the order of the schema. Throws std::logic_error for one whose state
/// is no CaseFile.
[[nodiscard]] const std::vector<Kind>& kinds_of(std::string_view record);
/// The kind, of whichever record, called `name`, in kebab, camel or snake case, or null.
[[nodiscard]] const Kind* find_kind(std::string_view name);
/// The kind of an entry, or null where none is set.
[[nodiscard]] const Kind* kind_of(const v1::Entry& entry);
/// What is inside the entry's kind. The entry has a kind.
[[nodiscard]] const google::protobuf::Message& kind_message(const v1::Entry& entry);

}  // namespace review
