#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/calendar/date.hpp"
#include "libreview/calendar/instant.hpp"
#include "libreview/store/random.hpp"
#include "libreview/store/store.hpp"

namespace review {

/// How somebody wants to be reminded by mail.
struct NoticeWish {
  std::string person;
  std::string mailbox{};  ///< confirmed by a code; empty while there is none
  std::string asked{};    ///< a mailbox that waits for its code; empty for none
  std::string chosen{};   ///< `NONE`, `IMMEDIATE` or `DAILY`; empty where the person said nothing
  std::string away_from{};
  std::string away_until{};  ///< the last day; empty with the first
  std::string cover{};       ///< who is told in that time; bare id

  /// What holds for somebody of the role: as chosen, else daily for review coordinators and chairs and never for
  /// others.
  [[nodiscard]] std::string when(std::string_view role) const;
  [[nodiscard]] bool is_away(Date today) const;
};

/// What each person chose. A mailbox counts when a code that was mailed to it came back: six digits, once, within ten
/// minutes, five tries. Each change is in the access log, in the same transaction, without the mailbox.
class NoticeSettings {
 public:
  NoticeSettings(Store& store, Random& random) : store_(store), random_(random) {}

  /// What the person chose; nothing chosen where they never did.
  [[nodiscard]] NoticeWish of(const std::string& person);
  /// Everybody who has a mailbox or is away, by person.
  [[nodiscard]] std::vector<NoticeWish> all();
  /// Keeps when the person is told and who covers; mailboxes stay as they are.
  [[nodiscard]] Result<void> choose(const NoticeWish& wish, Instant now);
  /// No mailbox any more, and none that waits.
  [[nodiscard]] Result<void> forget_mailbox(const std::string& person, Instant now);
  /// The mailbox waits for this code, which is to be mailed to it. Nothing where a code went out less than a minute
  /// ago, or ten did on the day. The mailbox of before counts until then.
  [[nodiscard]] Result<std::optional<std::string>> ask_for_code(const std::string& person, const std::string& mailbox,
                                                                Instant now);
  /// Whether the code is the one that waits; then its mailbox counts. Counts a wrong one.
  [[nodiscard]] Result<bool> confirm(const std::string& person, std::string_view code, Instant now);

 private:
  Store& store_;
  Random& random_;
};

}  // namespace review
