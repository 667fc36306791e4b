#pragma once

#include <string>

#include "libreview/vocabulary/kinds.hpp"
#include "tools/reviewctl/verb.hpp"

namespace reviewctl {

/// What the program does, and all its verbs; of one noun, where it is not empty.
[[nodiscard]] std::string help_of_program(const std::string& noun);
/// One verb: its operands, options, examples, and the fields of a kind of entry where it takes them.
[[nodiscard]] std::string help_of_verb(const Verb& verb, const review::Kind* kind);

}  // namespace reviewctl
