#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/access/reader.hpp"
#include "libreview/journal/approvals.hpp"
#include "reviewd/storage.hpp"

namespace reviewd {

/// One row of the table of acts that need a second person.
struct Act {
  std::string_view name;                ///< `change-role`
  std::string_view words;               ///< for people: `Change of role`
  std::vector<review::Right> deciders;  ///< any of them is enough to say yes or no
  /// Does it, once it is approved: in the same transaction, by the person who approved. Null for an act that is done
  /// later by who proposed it (`Approvals::use_up`).
  review::Result<void> (*carry_out)(Storage&, const review::Approval&, const std::string& by, review::Instant now);
  /// What the store would settle after it; null where it changes neither law nor days off.
  review::Result<Settled> (*settles)(Storage&, const review::Approval&);
};

[[nodiscard]] const std::vector<Act>& acts();
/// The row, or null.
[[nodiscard]] const Act* find_act(std::string_view name);
/// Whether the reader has the right to decide on such an act. Whether they may on this one, `Approvals` says.
[[nodiscard]] bool may_decide(const Act& act, const review::Reader& reader);

[[nodiscard]] Act change_role_act();
[[nodiscard]] Act change_setting_act();
[[nodiscard]] Act change_closures_act();
[[nodiscard]] Act issue_token_act_row();

/// The texts of a proposal, which is a JSON object of them.
[[nodiscard]] std::map<std::string, std::string> proposal_texts(const review::Approval& approval);
[[nodiscard]] std::string proposal_of(const std::map<std::string, std::string>& texts);

}  // namespace reviewd
