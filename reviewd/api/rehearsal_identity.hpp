#pragma once

#include <string>
#include <vector>

#include "libreview/rehearsal/identity.hpp"
#include "libreview/rehearsal/jigsaw.hpp"
#include "review/v1/entries.pb.h"

namespace reviewd {

/// What entries hold that tells who somebody is, and what of them a detail may be of.
struct CaseIdentity {
  std::vector<review::Identity> identities{};
  review::CaseDetails details{};
};

/// From entries as a reader sees them, so that nobody finds out by trying what they may not read.
void put_identity(const std::vector<review::v1::Entry>& entries, CaseIdentity& into);

}  // namespace reviewd
