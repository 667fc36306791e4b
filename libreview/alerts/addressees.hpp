#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/access/role.hpp"

namespace review {

/// Somebody who can come in, as far as it matters for who is told by mail.
struct Colleague {
  std::string person;  ///< bare id
  Role role;
  bool can_be_told = false;  ///< has a mailbox that was confirmed, and wants mail
  std::string cover{};       ///< who stands in while the person is away; empty while they are there
};

/// What is told.
struct ToldOf {
  std::string record;                 ///< `cases/26-0007`; `channels/mail` and the like for what is of no case
  std::string step;                   ///< as Step::name
  std::set<std::string> belonging{};  ///< the people who belong to the case on the day
  std::string owner{};                ///< who took it on; empty where nobody did
};

/// What the way of telling by mail is called, as a record.
inline constexpr std::string_view mail_channel = "channels/mail";

/// Who is told by mail, bare ids. Only people for whom `sees` says that they may see it, and who can be told.
/// - of a case: the review coordinators who belong to it; all of them where none does who sees it
/// - whoever took it on, whatever their role
/// - from `escalate` on, the chairs as well: there is no deputy among the roles, so a chair's cover stands for one
/// - of no case: administrators and review coordinators; of mail that does not go out, nobody by mail
/// Whoever is away is not told, but who covers for them, and whoever covers for that one; where nobody of those can be
/// told and may see it, the person is told after all.
[[nodiscard]] std::set<std::string> addressees(const ToldOf& told, const std::vector<Colleague>& people,
                                               const std::function<bool(const std::string&)>& sees);

}  // namespace review
