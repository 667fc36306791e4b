#pragma once

#include <string>

#include "reviewd/http/response.hpp"
#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// A link by which somebody gets into an account.
struct Invited {
  std::string line;
  bool council;  ///< whether an account elsewhere will do instead of a password
  bool practice;
};

/// What is wrong with what was typed; `says` is empty if nothing is.
struct InvitedFault {
  std::string field{};  ///< the id of an input: `password`, `code` or `council-code`
  std::string says{};
};

/// The page on which whoever was invited chooses a password, or another account instead; that the link is over where
/// it is.
[[nodiscard]] Response invitation_page(int status, Storage& storage, const Invited& invited,
                                       const InvitedFault& fault = {});

/// How long the password of an account must be at least.
[[nodiscard]] std::size_t shortest_for(Storage& storage, const std::string& person);

}  // namespace reviewd
