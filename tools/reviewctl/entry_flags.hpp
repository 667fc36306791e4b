#pragma once

#include <google/protobuf/descriptor.h>

#include <string>
#include <string_view>
#include <vector>

#include "libreview/vocabulary/kinds.hpp"
#include "tools/reviewctl/verb.hpp"

namespace reviewctl {

/// An option that gives one field of an entry.
struct EntryFlag {
  std::string name;  ///< `local-authority-aware-on`, without the hyphens
  const google::protobuf::FieldDescriptor* field;
  bool of_kind;  ///< a field of the kind, else one that every entry has
};

/// The options that a verb takes for the fields of a kind, made from the schema: each field in kebab-case, and for a
/// list of messages also what one of them is called (`child`). Then the fields that every entry has. Where a name is
/// taken, the kind's field is `document-version` or `kind-of-case`, and the entry's own is `entry-evidence`.
/// A null kind has the latter only. Throws std::logic_error where two flags would have one name.
[[nodiscard]] std::vector<EntryFlag> entry_flags(const Verb& verb, const review::Kind* kind);

/// What stands for the value of a flag that gives a message.
inline constexpr const char* parts_placeholder = "PART=VALUE,…";

/// What stands for the value in help: `DATE`, `death|serious-harm|other`, `TEXT`.
[[nodiscard]] std::string placeholder(const EntryFlag& flag);
/// The field's label and hint, and whether it is required.
[[nodiscard]] std::string help_of(const EntryFlag& flag);

/// The flag that gave what stands at a pointer of the entry: `--harm` for `/incidentLogged/harm`; empty where none did.
[[nodiscard]] std::string flag_at(std::string_view pointer, const std::vector<EntryFlag>& flags);

/// What one of several is called: `children` → `child`.
[[nodiscard]] std::string singular(const std::string& name);
/// Whether the field is a list of messages, so that one of them can be given at a time.
[[nodiscard]] bool is_message_list(const google::protobuf::FieldDescriptor& field);
/// A choice as flags write it: `serious-harm`.
[[nodiscard]] std::string choice_word(const google::protobuf::EnumValueDescriptor& value);

}  // namespace reviewctl
