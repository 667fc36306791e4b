#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libreview/registers/alerts.hpp"
#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// Somebody at an agency who is asked again for what the agency owes.
struct ChasedContact {
  review::Contact contact;
  std::string reference;  ///< of the link that waits for the answer; of the case where the contact has none
};

/// Whom an alert is for at the agency: nobody, unless it says to chase what an
/// agency owes. The main contacts who are
/// there, else the deputies; once it is escalated, both. Nobody who is kept out of the case by a conflict of interest;
/// in a sealed case only those with a link that still opens.
[[nodiscard]] std::vector<ChasedContact> chased_contacts(Storage& storage, const review::Alert& alert,
                                                         review::Date today);

}  // namespace reviewd
