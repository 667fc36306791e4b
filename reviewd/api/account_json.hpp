#pragma once

#include <boost/json/object.hpp>
#include <string_view>

#include "libreview/registers/accounts.hpp"
#include "reviewd/api/call.hpp"

namespace reviewd {

/// Somebody who can sign in, as the API says it.
[[nodiscard]] boost::json::object account_json(Call& call, const review::Account& account);
/// An invitation with its link, which is shown this once.
[[nodiscard]] boost::json::object invitation_json(const review::Invitation& invitation, std::string_view role);
/// `police` for `agencies/police`; a body of the law as it is.
[[nodiscard]] std::string bare_agency(const std::string& agency);

}  // namespace reviewd
