#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libreview/access/role.hpp"

namespace review {

/// Which entries of a kind a role reads.
enum class Reads {
  none,
  own,     ///< those about the reader's own agency or person
  shared,  ///< those of no agency, of the reader's own, and of agencies whose return was shared with the panel
  all
};

/// Which entries of a kind a role records. A decision needs the right to decide besides.
enum class Records {
  none,
  own,  ///< those about the reader's own agency or person
  all
};

struct KindAccess {
  Reads reads = Reads::none;
  Records records = Records::none;
};

/// What the table of kinds and roles (`access/kinds.tsv`, compiled in) says. Throws std::logic_error for a kind that is
/// not in it: the table has a row for every kind and a column for every role, or nothing runs.
[[nodiscard]] KindAccess access_to(std::string_view kind, Role role);

/// The kinds of the table, in its order.
[[nodiscard]] const std::vector<std::string>& kinds_in_table();

/// Reads a table of that form. Throws std::logic_error that says what is wrong with it: an unknown word, role or kind,
/// one twice, one missing.
struct KindTable {
  explicit KindTable(std::string_view text);
  std::vector<std::string> kinds;
  std::vector<std::vector<KindAccess>> rows;  ///< a row for each kind, a column for each role in the order of Role
};

}  // namespace review
