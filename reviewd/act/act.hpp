#pragma once

#include <chrono>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/access/reader.hpp"
#include "libreview/registers/approvals.hpp"
#include "reviewd/storage/storage.hpp"

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
  /// Of an act that is done later: how long the yes holds, counted from when it was given. After that it is as if
  /// nobody had said yes, and it is proposed again. Never zero for such an act; zero for one that is done at once.
  std::chrono::hours life{};
  /// Why this person, who has the right, may not say yes to this one; null where the right is enough.
  review::Result<void> (*fits)(const review::Approval&, const review::Reader&) = nullptr;
  /// What is left to do after the commit, outside of a transaction; it is done at the next start if it could not be.
  review::Result<void> (*afterwards)(Storage&, review::Instant now) = nullptr;
  /// Of what makes a link to somebody's account: whoever says yes in a real store is shown a code that the link asks
  /// for, and who proposed it makes the link. Neither has both, so neither becomes the person.
  bool gives_code = false;
};

/// The acts by which two agree, in a real store, to what opens it for somebody: a token, an invitation and another
/// password.
inline constexpr std::string_view issue_token_act = "issue-token";
inline constexpr std::string_view invite_act = "invite";
inline constexpr std::string_view reset_access_act = "reset-access";
/// And by which alerts go to a program elsewhere.
inline constexpr std::string_view add_webhook_act = "add-webhook";
/// And by which a spreadsheet of past cases is imported.
inline constexpr std::string_view import_past_act = "import-past";

[[nodiscard]] const std::vector<Act>& acts();
/// The row, or null: a store may keep proposals of an act that there was, which nobody can approve any more.
[[nodiscard]] const Act* find_act(std::string_view name);
/// Whether the reader has the right to decide on such an act. Whether they may on this one, `Approvals` says.
[[nodiscard]] bool may_decide(const Act& act, const review::Reader& reader);
/// The roles that may decide on such an act, for people: `Administrator, Review coordinator, Chair`.
[[nodiscard]] std::string deciders_words(const Act& act);
/// The case that a proposal is about; empty where it is about something else.
[[nodiscard]] std::string case_of(const review::Approval& approval);
/// Whether the approved act, which is done later, can be done now, and until when (RFC 3339 UTC); empty otherwise.
[[nodiscard]] std::string usable_until(const review::Approval& approval, review::Instant now);
/// Whether it was approved to be done later, and was not done while the yes held.
[[nodiscard]] bool has_lapsed(const review::Approval& approval, review::Instant now);

[[nodiscard]] Act change_role_act();
[[nodiscard]] Act change_setting_act();
[[nodiscard]] Act change_closures_act();
[[nodiscard]] Act issue_token_act_row();
[[nodiscard]] Act invite_act_row();
[[nodiscard]] Act reset_access_act_row();
[[nodiscard]] Act add_webhook_act_row();
[[nodiscard]] Act export_case_act();
[[nodiscard]] Act export_store_act();
[[nodiscard]] Act erase_act();
[[nodiscard]] Act import_past_act_row();

/// The texts of a proposal, which is a JSON object of them.
[[nodiscard]] std::map<std::string, std::string> proposal_texts(const review::Approval& approval);
[[nodiscard]] std::string proposal_of(const std::map<std::string, std::string>& texts);

}  // namespace reviewd
