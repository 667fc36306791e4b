#pragma once

#include <string>
#include <vector>

#include "libreview/vocabulary/kinds.hpp"
#include "tools/reviewctl/verb.hpp"

namespace reviewctl {

/// What a command line says.
struct Parsed {
  Arguments arguments{};
  bool wants_help = false;
};

/// The kind of entry that the words after a verb name: the default of the verb, or null where they name none and one
/// is to come from a file. Misused where they name one that there is not.
[[nodiscard]] Outcome<const review::Kind*> kind_named(const Verb& verb, const std::vector<std::string>& words);

/// Reads the words after a verb. Fields of an entry are arguments like others, by their flags.
[[nodiscard]] Outcome<Parsed> parse_arguments(const Verb& verb, const review::Kind* kind,
                                              const std::vector<std::string>& words);

}  // namespace reviewctl
