#pragma once

#include <string>
#include <vector>

#include "reviewd/api/call.hpp"
#include "reviewd/letters/letter.hpp"

namespace reviewd {

/// A letter of a case, by its name in addresses.
struct NamedLetter {
  std::string name;
  Letter letter;
};

/// The letters that can be made of the case that the address names, of what the reader may read of it today: the
/// notification and the rapid review of a case with an incident, a request for each agency that is asked, and a word
/// about the delay of each review. What was read for them is noted as shown. `not-permitted` for a role that reads
/// nothing of what a case is about; `not-found`.
[[nodiscard]] review::Result<std::vector<NamedLetter>> letters_at_hand(Call& call);

}  // namespace reviewd
