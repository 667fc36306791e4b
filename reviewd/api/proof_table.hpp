#pragma once

#include <string_view>
#include <vector>

#include "libreview/base/refusal.hpp"
#include "reviewd/http/request.hpp"

namespace reviewd {

/// Something that a person in a session does only after they showed who they are within the last five minutes
/// (`review::is_fresh`): what somebody who finds an unlocked screen, or steals a session, must not do.
struct ProofRow {
  std::string_view name;                ///< of an endpoint, or of a page that shows or changes how its person signs in
  std::vector<std::string_view> kinds;  ///< of an endpoint that takes entries: those that are meant; empty: all it does
};

/// The one table: break-glass, unseal, erase, export, and whatever grants. A token is no session: it was issued to do
/// what its role may, and the role of a program may do none of this.
[[nodiscard]] const std::vector<ProofRow>& proof_table();

/// Whether a request to the endpoint or page of this name is one of them.
[[nodiscard]] bool needs_proof(std::string_view name, const Request& request);

/// What the API says to a session that is not fresh. `unauthenticated`, as RFC 9470 has it for a proof that is too old.
[[nodiscard]] review::Refusal proof_wanted();

}  // namespace reviewd
