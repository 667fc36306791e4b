#pragma once

#include <string_view>

#include "libreview/access/reader.hpp"
#include "libreview/calendar/date.hpp"
#include "review/v1/case_file.pb.h"

namespace review {

/// Whether the person is kept out of the whole case by a conflict of interest, declared about the case or about one of
/// its meetings: the newest word on each counts. It beats every role, membership, seal and open glass.
[[nodiscard]] bool is_excluded(const v1::CaseFile& file, std::string_view person);

/// Whether the person left this case's item in a meeting. A conflict that names no meeting is about all of them.
[[nodiscard]] bool left_item(const v1::CaseFile& file, std::string_view person, std::string_view meeting);

/// Whether the person belongs to the case on the day.
[[nodiscard]] bool is_member(const v1::CaseFile& file, std::string_view person, Date today);

/// Whether there is such a case for this reader. Where it says no, the case must be as if it were not there. In this
/// order: the cases of a token; exclusion; the glass that the person broke; a link that asks the person for an answer,
/// until it is taken back; a seal, whose list alone counts; the reach of the role. A role without the right to read
/// cases sees none.
[[nodiscard]] bool sees(const Reader& reader, const v1::CaseFile& file, Date today);

/// Whether the reader sees the case by broken glass alone, and so may not record in it.
[[nodiscard]] bool sees_by_glass(const Reader& reader, const v1::CaseFile& file, Date today);

/// Whether two names are of one agency: a body of the law and the agency of the same name are (`POLICE`, `police`).
[[nodiscard]] bool is_same_agency(std::string_view left, std::string_view right);

/// Whether the agency is the reader's own: by the account, or by the membership in this case.
[[nodiscard]] bool is_own_agency(const Reader& reader, const v1::CaseFile& file, std::string_view agency, Date today);

}  // namespace review
