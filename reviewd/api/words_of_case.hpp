#pragma once

#include <string>

#include "libreview/access/embargoed.hpp"
#include "reviewd/api/call.hpp"

namespace reviewd {

/// What people typed about a case outside its entries: reasons of a proposal, of an emergency. An embargo on what tells
/// who somebody is counts there as in the entries, but for whoever typed it: no record of the case says what was tried,
/// and what is blotted would tell of a name that was guessed.
class WordsOfCase {
 public:
  /// For an empty reference, or one of no case, every text is shown as it is. `call` outlives it.
  WordsOfCase(Call& call, const std::string& case_id);

  /// The text as the reader may see it; one that is read through an embargo is on record as such.
  [[nodiscard]] std::string shown(const std::string& text, const std::string& typed_by) const;

 private:
  Call& call_;
  review::Embargoed embargoed_{};
};

}  // namespace reviewd
