#pragma once

#include "libreview/desk/desk.hpp"

namespace review {

/// A case as it stands, or stood, with the day that it is read with.
struct Desk::Standing {
  v1::CaseFile now;   ///< who may see what is asked of it
  v1::CaseFile file;  ///< as it stands, or stood
  Entries entries;
  Amendments amended;  ///< by the whole record as it is now
  Date day;
  RulesKnown rules;  ///< those known on that day
};

}  // namespace review
