#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/alerts/steps.hpp"
#include "libreview/calendar/instant.hpp"
#include "libreview/registers/alert_arms.hpp"
#include "libreview/store/random.hpp"
#include "libreview/store/store.hpp"

namespace review {

/// Something that was told of a record: that a clock is due soon, or late. It carries a reference, a clock and days.
struct Alert {
  std::string alert;
  std::string record;      ///< `cases/26-0007`; `calendars/england-and-wales` for one that is of no case
  std::string clock;       ///< the clock or watch, with its subject
  std::string started_by;  ///< the entry that started it
  int arming = 0;
  std::string step;  ///< as Step::name
  std::string due_on;
  std::string agency;             ///< of a clock that runs for an agency
  std::string raised;             ///< RFC 3339 UTC
  std::string raised_on;          ///< the day that it was told for
  std::string settled{};          ///< `ended`, `moved` or `next-step`; empty while it stands
  std::string acknowledged_by{};  ///< bare; empty while nobody has it in hand
  std::string acknowledged{};
  std::string moved_from{};  ///< of the step `moved`, and of those after it until the day has come: the day before

  /// One text for one arming and step of a clock: whoever gets it twice can tell.
  [[nodiscard]] std::string key() const;
};

/// What was told. Each arming and step is told once; it stays, and only says what became of it.
class Alerts {
 public:
  Alerts(Store& store, Random& random) : store_(store), random_(random) {}

  /// Tells a step; earlier steps of the clock are settled by it. Nothing where it was told before. In the transaction
  /// that moves the arm on.
  [[nodiscard]] Result<std::optional<Alert>> raise(const KeptArm& arm, const Step& step, Date today, Instant now);

  [[nodiscard]] std::optional<Alert> find(std::string_view alert);
  /// Somebody has it in hand, whose name is shown to the others. The first stays. `not-found` for an unknown one.
  Result<Alert> acknowledge(std::string_view alert, const std::string& by, Instant now);
  /// It is out of the person's own list until the day. `not-found` for an unknown one.
  Result<Alert> snooze(std::string_view alert, const std::string& by, Date until, Instant now);
  /// Until when the person put it off; empty where they did not.
  [[nodiscard]] std::string snoozed_until(std::string_view alert, std::string_view person);

  /// Those that were not handed to the channels yet, oldest first.
  [[nodiscard]] std::vector<Alert> to_hand_out(int limit);
  /// They have it, in the same transaction.
  [[nodiscard]] Result<void> handed_out(std::string_view alert);

 private:
  Store& store_;
  Random& random_;
};

}  // namespace review
