#pragma once

#include <string>

#include "libreview/access/role.hpp"

namespace reviewd {

/// Somebody who is signed in on a page.
struct Visitor {
  std::string person;  ///< bare id
  review::Role role;
  std::string form_token;  ///< what a form of this session must carry
};

}  // namespace reviewd
