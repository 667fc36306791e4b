#pragma once

#include <boost/json/object.hpp>

#include "libreview/registers/approvals.hpp"
#include "reviewd/api/call.hpp"
#include "reviewd/settings/in_force.hpp"

namespace reviewd {

/// A proposal as the API shows it to who asks, without the deadlines that it moves. What was typed of a case is without
/// what an embargo keeps from them. What it says that they may do is what they may do by what they ask with: see
/// `by_own_hand`.
[[nodiscard]] boost::json::object approval_json(Call& call, const review::Approval& approval);
/// Puts a proposal on record; the answer to the request.
[[nodiscard]] Response propose(Call& call, const review::ApprovalWish& wish);
/// The deadlines that another law or calendar would move: how many, and those of cases that the reader sees.
[[nodiscard]] boost::json::object moves_json(Call& call, const InForce& other);

}  // namespace reviewd
