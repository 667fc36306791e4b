#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libreview/calendar/calendar.hpp"
#include "libreview/calendar/date.hpp"
#include "libreview/calendar/instant.hpp"
#include "libreview/law/rule_book.hpp"
#include "libreview/record/product_at_hand.hpp"
#include "review/v1/case_file.pb.h"

namespace review {

/// The circumstances in which an entry is recorded: everything that the rules may know besides the case and the entry.
struct Occasion {
  std::string who;           ///< the recorder, bare
  Instant now;               ///< when it is recorded
  Date today;                ///< the London day of it; in a practice store the day that was set
  const RuleBook& law;       ///< the rules in force, with the partnership's own
  const Calendar& calendar;  ///< bank holidays and closures
  /// The other cases of a review that covers several: what holds one holds all.
  std::vector<v1::CaseFile> joined{};
  /// Of an entry that gives a learning product to somebody: see `look_at_product`. Where nobody looked, the rules that
  /// rest on it are not asked.
  std::optional<ProductAtHand> product{};
};

}  // namespace review
