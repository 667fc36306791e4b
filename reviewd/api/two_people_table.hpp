#pragma once

#include <string_view>
#include <vector>

#include "reviewd/api/call.hpp"

namespace reviewd {

/// The endpoints that take two people in a real store: those by which something is proposed, decided, or done once
/// another agreed. Before any of them is asked, `Api` asks whose hand it is (`by_own_hand`).
[[nodiscard]] const std::vector<std::string_view>& two_people_table();

/// Whether the endpoint of this name is one of them.
[[nodiscard]] bool takes_two_people(std::string_view endpoint);

/// Throws where what is asked is none of them. What proposes and what uses an agreement begins with it, so that no new
/// endpoint does either without standing in the table.
void require_two_people(const Call& call);

/// The kinds of entry that take two people in every case. Which others take two where, `by_own_hand_in_case` says.
[[nodiscard]] const std::vector<std::string_view>& two_people_kinds();

}  // namespace reviewd
