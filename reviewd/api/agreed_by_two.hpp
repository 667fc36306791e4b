#pragma once

#include <map>
#include <string>
#include <string_view>

#include "libreview/registers/approvals.hpp"
#include "reviewd/api/call.hpp"

namespace reviewd {

/// Whether what opens the store for somebody takes two people: in a real store, over HTTP. In a practice store, and on
/// the file itself, which is how the first people of a store come to be, nobody else is asked.
[[nodiscard]] bool takes_two(const Call& call);

/// Uses up another person's yes to exactly this act on this subject, which who asks now proposed and which has not
/// lapsed, and gives it; nothing happens where it does not take two, and what is given is empty.
/// `second-person-required` without one: it says what to do.
/// In the transaction of the act, and after everything else that may refuse it: what is written with other requests in
/// one transaction is not rolled back alone.
[[nodiscard]] review::Result<review::Approval> agreed_by_two(const Call& call, std::string_view act,
                                                             const std::string& subject,
                                                             const std::map<std::string, std::string>& proposal);

/// The refusal of an act that takes two: what has to be done first, and who may say yes.
[[nodiscard]] review::Refusal wants_second_person(std::string_view act);

}  // namespace reviewd
