#pragma once

#include <string>

#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// Whom people ask, and what the pages warn of: what the partnership settled, else what the configuration says of mail.
/// Texts are empty where nobody said anything.
struct PartnershipContact {
  std::string partnership;  ///< its name
  std::string name;         ///< of the review coordinator
  std::string telephone;
  std::string mailbox;
  std::string safeguarding;   ///< telephone for worries about a child now
  bool content_notes = true;  ///< a note stands before injuries or death are described
};

[[nodiscard]] PartnershipContact partnership_contact(Storage& storage);

}  // namespace reviewd
