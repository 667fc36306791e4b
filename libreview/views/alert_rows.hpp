#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "libreview/access/reader.hpp"
#include "libreview/calendar/date.hpp"
#include "libreview/store/store.hpp"

namespace review {

/// Which alerts are asked for.
struct AlertsWanted {
  std::string alert{};               ///< this one alone; empty for all
  std::string case_id{};             ///< of one case; empty for all
  bool settled = false;              ///< also those that were settled, and those that the reader put off
  std::vector<std::string> after{};  ///< the key of the last of the page before: due day, record, clock, alert
  int limit = 0;
  std::optional<std::vector<std::string>> among{};  ///< these alone; nothing for all
  std::string step{};                               ///< as Step::name; empty for all
};

/// The ids of the alerts that the reader sees on the day, by due day. Of a case those are the ones of clocks that the
/// reader sees; what is of no case is for who looks after settings or the store, and of a way of telling people also
/// for who looks after contacts.
[[nodiscard]] std::vector<std::string> alerts_seen(Store& store, const AlertsWanted& wanted, const Reader& reader,
                                                   Date today);

/// What stands on the list of a day of a person.
struct DailyList {
  std::size_t count = 0;
  std::vector<std::string> first{};  ///< the ids of the alerts that were told first
};

/// The list that ends with the notice `last`, with the ids of so many that come first: what waits for the reader,
/// stands, is in nobody's hand, not put off by the reader, and seen by the reader on the day. One question to the
/// store, however long the list: some microseconds for each notice.
[[nodiscard]] DailyList daily_list(Store& store, std::int64_t last, std::size_t first, const Reader& reader,
                                   Date today);

}  // namespace review
