#pragma once

#include <vector>

#include "libreview/desk/desk.hpp"

namespace review {

/// An entry that has passed every check, with the case before it and the other cases it concerns.
struct Desk::Weighed {
  v1::CaseFile file;
  v1::Entry entry;
  std::vector<v1::CaseFile> joined;
};

}  // namespace review
