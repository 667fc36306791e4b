#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/calendar/instant.hpp"
#include "libreview/store/random.hpp"
#include "libreview/store/store.hpp"

namespace review {

/// What one person wants done that needs another's yes.
struct ApprovalWish {
  std::string act;       ///< `change-role`, `change-setting`, `add-closures`, `export-case` and so on
  std::string subject;   ///< what it is done to: `people/a-smith`, `settings/quorum`, `cases/26-0001`
  std::string proposal;  ///< JSON: what the act needs to know
  std::string reason;    ///< never empty
  std::string by;        ///< bare id of who proposes
};

/// The same with what became of it.
struct Approval {
  std::string approval;  ///< its id, which is no secret
  std::string act;
  std::string subject;
  std::string proposal;
  std::string proposed_by;  ///< bare id
  std::string proposed;     ///< RFC 3339 UTC, as the others
  std::string reason;
  std::string decided_by;  ///< bare id; empty while it is open
  std::string decided;
  std::string outcome;        ///< `approved`, `refused` or `withdrawn`; empty while it is open
  std::string used;           ///< when an approved act was done, for acts that are done later; else empty
  std::string code_digest{};  ///< of the code that whoever approved was shown; empty where there is none

  [[nodiscard]] bool is_open() const { return outcome.empty(); }
};

/// Which approval may be used up.
struct Usable {
  Instant decided_since{};  ///< an older one has lapsed
  std::string approval{};   ///< this one and no other; empty: any
  std::string proposal{};   ///< of exactly this proposal; empty: any
  bool with_code = false;   ///< only one whose approver was shown a code
};

/// The rule of two people: one proposes, another decides, and both stay on record. Who may decide which act, and what
/// an act does, is not decided here. Each step is in the access log, in the same transaction.
class Approvals {
 public:
  Approvals(Store& store, Random& random) : store_(store), random_(random) {}

  /// `reasons-required` without a reason; `already-recorded` while the same act on the same subject is open.
  Result<Approval> propose(const ApprovalWish& wish, Instant now);
  /// Another person says yes. `second-person-required` for who proposed it, and for the person whom it is about;
  /// `already-recorded` once it is decided; `not-found` for an unknown id. The act itself belongs in the same
  /// transaction.
  Result<Approval> approve(std::string_view id, const std::string& by, Instant now);
  /// Another person says no; refused as `approve` is.
  Result<Approval> turn_down(std::string_view id, const std::string& by, Instant now);
  /// Who proposed it takes it back; `second-person-required` for everybody else, who turns it down instead.
  Result<Approval> withdraw(std::string_view id, const std::string& by, Instant now);
  /// The code without which what is made of this approval opens nothing: for who approved, shown this once and kept
  /// nowhere. `not-found` unless it was approved, is not used, and has none yet.
  Result<std::string> give_code(std::string_view id);
  /// For an act that is done after it was approved, once, by who proposed it: the approval is used up, the newest
  /// where there are several. `second-person-required` where none is there to be used.
  Result<Approval> use_up(std::string_view act, std::string_view subject, const std::string& by, Instant now,
                          const Usable& which = {});

  [[nodiscard]] std::optional<Approval> find(std::string_view id);
  /// Open ones first, oldest first; then those decided, newest first.
  [[nodiscard]] std::vector<Approval> list();
  /// Those of one act that were approved, newest first.
  [[nodiscard]] std::vector<Approval> approved(std::string_view act);

 private:
  Result<Approval> decide(std::string_view id, std::string_view outcome, const std::string& by, Instant now);

  Store& store_;
  Random& random_;
};

}  // namespace review
