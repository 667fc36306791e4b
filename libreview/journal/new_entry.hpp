#pragma once

#include <string>

namespace review {

/// What is to be appended. Names and texts of the leaf are printable ASCII; see `leaf_bytes`.
struct NewEntry {
  std::string record;         ///< for example `cases/26-0007`
  std::string entry;          ///< random id made by the caller (`random_id`); never used before
  std::string kind;           ///< for example `incidentLogged`
  std::string recorded_time;  ///< RFC 3339 UTC
  std::string actor;          ///< for example `people/a-coordinator`
  std::string open;           ///< the fields that are not personal, as JSON text; kept byte for byte
  std::string sealed;         ///< personal fields and free text, as JSON text; may be empty
  int expected_version = 0;   ///< the version that the record has now; 0 for a record that does not exist yet
};

}  // namespace review
