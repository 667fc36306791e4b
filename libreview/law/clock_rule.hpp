#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/calendar/counting.hpp"
#include "libreview/calendar/date.hpp"
#include "libreview/law/citation.hpp"

namespace review {

/// What stands behind a clock. The order is that of weight.
enum class LegalStatus { statute, statutory_guidance, panel_guidance, local };
/// Who owes what a clock waits for.
enum class OwedBy { us, agency, panel, reviewer };

/// `statute`, `statutory-guidance`, `panel-guidance` or `local`
[[nodiscard]] std::string_view legal_status_name(LegalStatus status);
[[nodiscard]] std::optional<LegalStatus> find_legal_status(std::string_view name);
/// `us`, `agency`, `panel` or `reviewer`
[[nodiscard]] std::string_view owed_by_name(OwedBy who);
[[nodiscard]] std::optional<OwedBy> find_owed_by(std::string_view name);

/// What a clock asks from a day on. It has no end day: the next version, if any, takes over for clocks that start on
/// its day or later, so versions can neither overlap nor leave a gap.
struct ClockVersion {
  std::string law;  ///< `england-2023`, or the id of the partnership for a local clock
  Date from;        ///< governs the clocks that started on this day or later
  int length;       ///< in `unit`; 0 where the clock is `given`
  Unit unit;
  Counting counting;
  bool back;   ///< counted back from the milestone's anchor
  bool eased;  ///< the authority said that it would not insist on the length; the date is still given
  std::vector<Citation> references;  ///< what it stands on, as `law_check` checks it
  std::vector<std::string> cites;    ///< the same, as people read it
  std::string grade;  ///< how sure: S read in a source, K commonly known wording, I inferred, C computed; joined by `+`
  std::string note;   ///< what a reader should know; may be empty
};

/// A duty with a time: which milestones start, stop and cancel it, and what each version of the law asks.
struct ClockRule {
  std::string id;
  std::string title;
  std::string record;                     ///< the sort of record that has it: `case` or `programme`
  std::vector<std::string> starts;        ///< kinds of entry or derived milestones; any of them
  std::vector<std::string> stops;         ///< any of them; may be empty for a minimum
  std::vector<std::string> cancelled_by;  ///< any of them; may be empty
  std::string per;       ///< one clock for each `agency`, `review`, `embargo`, `action`, `proceedings`, `child` or
                         ///< `recommendation`; or empty
  bool always_suffixed;  ///< the id carries its subject from the first on: `agency-return:police`
  bool given;            ///< due on the day that the milestone gives; has no length
  bool minimum;          ///< something to be kept up for a time: running, then met, never overdue
  bool pausable;         ///< local clocks only
  int until_age = 0;     ///< a duty that ends with this birthday of the child, in years; 0: with none
  OwedBy owed_by;
  LegalStatus legal_status;
  std::vector<int> warnings;           ///< working days before the due day on which to warn, largest first
  std::vector<ClockVersion> versions;  ///< as the files list them, oldest first
  std::string also_in{};               ///< another sort of record that has it too; or empty

  /// Whether records of this sort have it.
  [[nodiscard]] bool is_of(std::string_view sort) const { return sort == record || sort == also_in; }
};

}  // namespace review
