#pragma once

#include <set>
#include <string>
#include <vector>

#include "libreview/rehearsal/identity.hpp"
#include "libreview/rehearsal/jigsaw.hpp"
#include "review/v1/entries.pb.h"

namespace review {

/// What entries hold that tells who somebody is, and what of them a detail may be of.
struct CaseIdentity {
  std::vector<Identity> identities{};
  std::vector<Identity>
      spoken_to{};  ///< names of those who were spoken to: of the family, or of those who work with it
  CaseDetails details{};
  std::set<std::string> agencies{};  ///< the letters of the short names of agencies, see `joined_letters`
};

/// Adds what the entries hold in the fields that are for it. Whoever is told what was found must be given only entries
/// as they see them, or would find out by trying what they may not read.
void put_identity(const std::vector<v1::Entry>& entries, CaseIdentity& into, Seek seek = Seek::findings);

}  // namespace review
