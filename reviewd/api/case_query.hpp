#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/base/refusal.hpp"
#include "libreview/calendar/date.hpp"
#include "reviewd/http/request.hpp"

namespace reviewd {

/// What the list of cases is narrowed to and ordered by, as it stands in the address of the page and in saved views.
/// Every value is a choice, an id or a day: no free text goes into an address.
struct CaseQuery {
  std::string stage;                  ///< a code of the contract; empty for all
  std::string authority;              ///< id of a local authority
  std::string agency;                 ///< an agency of which a summary was asked
  std::string due;                    ///< `late`, `soon` or `none`
  bool held = false;                  ///< only what something holds from publication
  std::optional<review::Date> from;   ///< opened on this day or later
  std::optional<review::Date> until;  ///< opened on this day or earlier
  std::string sort;                   ///< a column, perhaps with `-desc`; empty: by reference
  std::string page;                   ///< a page token of the API; never part of a saved view

  [[nodiscard]] bool narrows() const;
};

/// What is due within so many working days is due soon, on every page and for the API.
inline constexpr int soon_working_days = 5;

/// The columns that the list can be sorted by, as the API calls them.
[[nodiscard]] const std::vector<std::string>& case_sorts();

/// A day as somebody types it into a box: 2026-03-17 or 17/3/2026.
[[nodiscard]] std::optional<review::Date> day_as_typed(const std::string& text);

/// Reads the parameters of the address. What is empty narrows nothing. A violation for each that is unknown, given
/// twice, or no choice; days may be written 2026-03-17 or 17/3/2026.
[[nodiscard]] CaseQuery read_case_query(const NameValues& parameters, std::vector<review::Violation>& violations);

/// `stage=LOGGED&held=yes`: the query part of the address, percent-encoded, in a fixed order; empty for none.
[[nodiscard]] std::string address_query(const CaseQuery& query);

/// The filter of the API: `stage="LOGGED" AND held=true`; empty for none. `today` says what is late, and
/// `soon` is the last day that is soon.
[[nodiscard]] std::string api_filter(const CaseQuery& query, review::Date today, review::Date soon);
/// The order of the API: `openedOn desc`; empty for the usual one.
[[nodiscard]] std::string api_order(const CaseQuery& query);

}  // namespace reviewd
