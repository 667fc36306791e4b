#pragma once

#include <boost/json/object.hpp>

#include "reviewd/api/call.hpp"
#include "reviewd/returns/send_link.hpp"

namespace reviewd {

/// A link as coordinators see it: how far it has come, each use of it and how its newest mail stands; nothing of a
/// draft.
[[nodiscard]] boost::json::object write_link(Call& call, const review::ReturnLink& link);

/// The same just made: with the address, which is shown once, and the mail that went out.
[[nodiscard]] boost::json::object write_made_link(Call& call, const LinkSent& sent);

/// Links are for those who look after contacts and record in cases, and only in a case that they see; a refusal where
/// that is not so.
[[nodiscard]] review::Result<void> may_see_links(Call& call);
/// The same to make, revoke and remind, which goes with asking an agency: not in a case that is only open for a while.
[[nodiscard]] review::Result<void> may_change_links(Call& call);

/// The host that the request names.
[[nodiscard]] std::string host_of(const Call& call);

}  // namespace reviewd
