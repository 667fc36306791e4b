#pragma once

#include <string_view>

#include "libreview/access/reader.hpp"
#include "libreview/calendar/date.hpp"
#include "libreview/views/conditions.hpp"

namespace review {

/// Which rows a reader sees, of a table whose column `record` names a case: `sees` in SQL, so that what is hidden is
/// left out below every list, count and page. A role without the right to read cases sees no row.
[[nodiscard]] Condition cases_seen(const Reader& reader, Date today, std::string_view table);
/// The same for the table of clocks: some roles see only those of their own agency.
[[nodiscard]] Condition clocks_seen(const Reader& reader, Date today, std::string_view table);
/// The same for the table of actions: some roles see only those of their own agency, or their own.
[[nodiscard]] Condition actions_seen(const Reader& reader, Date today, std::string_view table);
/// Which rows name the reader's own agency in a column, by the account or by the membership in the case on the day.
[[nodiscard]] Condition of_own_agency(const Reader& reader, Date today, std::string_view table,
                                      std::string_view column);
/// Which rows are of a case that the person belongs to on the day.
[[nodiscard]] Condition member_on(std::string_view table, const std::string& person, Date today);

/// Rows of records that have members: of cases and programmes.
[[nodiscard]] Condition with_members(std::string_view table);

}  // namespace review
