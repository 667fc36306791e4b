#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace review {

/// What somebody is in the service.
enum class Role {
  administrator,           ///< runs the machine: people, tokens, settings, the store; sees no case
  coordinator,             ///< the business unit: everything of a case
  reader,                  ///< reads every case
  chair,                   ///< chairs the panel: reads every case, decides
  panel_member,            ///< sits on the panel for an agency: reads the cases that it belongs to, gives its view
  reviewer,                ///< reviews the cases that it belongs to
  scrutineer,              ///< reads every case, challenges
  agency_contact,          ///< answers for an agency: sees what was asked of it, and what it sent
  information_governance,  ///< who has seen what; sees also what was withdrawn
  script                   ///< a program: what its token's scopes and cases allow, and never a decision
};

/// What somebody may do.
enum class Right {
  read_cases,          ///< cases, entries, clocks, as far as they reach
  record,              ///< facts; which kinds, the table of kinds says
  decide,              ///< decisions, and facts despite a rule
  move_cases,          ///< export and import of whole cases
  manage_access,       ///< accounts and tokens
  manage_store,        ///< backup, check, rebuild
  verify_record,       ///< have the whole record verified: it costs a pass over all of it
  set_practice_day,    ///< the day of a practice store
  manage_meetings,     ///< call meetings, and minute them
  manage_contacts,     ///< the register of agencies and their contacts; links for returns
  manage_settings,     ///< what the partnership settles: bodies that sign, quorum, closure days, its own rules
  approve_settings,    ///< say yes to what another proposed
  see_reads,           ///< who has seen what
  break_glass,         ///< open a case for four hours, for a reason, read-only
  see_withdrawn,       ///< what was withdrawn because it was of another case or person
  review_break_glass,  ///< look at it afterwards
  scrutinise,          ///< the page of challenges, and the statement for the yearly report
  export_cases,        ///< take one case out of the service, and say yes to another's wish to export
  erase                ///< propose that words of a case are erased, and say yes to another's wish
};

/// Which cases a role reaches before seals, exclusions and the cases of a token are looked at.
enum class Reach {
  none,  ///< no case
  own,   ///< the cases that the person belongs to on the day
  every  ///< every case
};

/// `administrator`, `panel-member`.
[[nodiscard]] std::string_view role_name(Role role);
/// `Panel member`: for people.
[[nodiscard]] std::string_view role_words(Role role);
/// By `role_name`; nothing for another text.
[[nodiscard]] std::optional<Role> find_role(std::string_view name);
[[nodiscard]] const std::vector<Role>& roles();
[[nodiscard]] const std::vector<Right>& rights();
/// `read-cases`.
[[nodiscard]] std::string_view right_name(Right right);
/// By `right_name`; nothing for another text.
[[nodiscard]] std::optional<Right> find_right(std::string_view name);

/// The one table of roles and rights. What it does not list is not allowed.
[[nodiscard]] bool may(Role role, Right right);
[[nodiscard]] Reach reach_of(Role role);

}  // namespace review
