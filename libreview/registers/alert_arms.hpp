#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/alerts/arm.hpp"
#include "libreview/calendar/instant.hpp"
#include "libreview/store/store.hpp"

namespace review {

/// An arm with the day of its next step; nothing where there is none.
struct Armed {
  Arm arm;
  std::optional<Date> next_on;
};

/// An arm as the store keeps it.
struct KeptArm {
  std::string record;  ///< `cases/26-0007`
  Arm arm;
  int arming = 0;            ///< from 1; grows each time that it is armed anew
  std::string moved_from{};  ///< where the rules or the holidays moved it and nobody was told: the day before
};

/// Why arms are looked at: something was recorded, or the law or the holidays are others.
enum class Because { recorded, rules };

/// What is armed, and when each is told next. Unlike a view it is not made again from the journal: how often something
/// was armed is what keeps an alert from being told twice.
class AlertArms {
 public:
  explicit AlertArms(Store& store) : store_(store) {}

  /// Brings the arms of a record in line with what it has now. One that is new, that started anew, or whose day moved
  /// is armed anew; alerts of what ended or moved are settled. What is as it was waits for its next step, unless the
  /// rules are others. A day that was moved by the rules is told at once: see
  /// `KeptArm::moved_from`. Inside a transaction.
  [[nodiscard]] Result<void> keep(std::string_view record, const std::vector<Armed>& armed,
                                  Because because = Because::recorded);
  /// Those of which a step may be told on the day, at most `limit`, the longest waiting first.
  [[nodiscard]] std::vector<KeptArm> due(Date today, int limit);
  /// When it is told next; that it moved is told. Inside a transaction.
  [[nodiscard]] Result<void> put_next(const KeptArm& arm, std::optional<Date> next_on);
  /// Writes down when arms changed that changed since it was last asked, at most `limit`. Inside a transaction.
  [[nodiscard]] Result<void> stamp(Date today, Instant now, int limit);

 private:
  Store& store_;
};

}  // namespace review
