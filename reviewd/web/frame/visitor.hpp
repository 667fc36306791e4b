#pragma once

#include <string>

#include "libreview/access/reader.hpp"

namespace reviewd {

/// Somebody who is signed in on a page.
struct Visitor {
  std::string person;  ///< bare id
  review::Role role;
  review::Reader reader;   ///< the same person, as the rules of access see them
  std::string form_token;  ///< what a form of this session must carry
};

}  // namespace reviewd
