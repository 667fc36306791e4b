#pragma once

#include "libreview/past/past_plan.hpp"

namespace review {

/// The case that a row of a sheet of cases becomes: it is brought in with what is known of it, and what it says of
/// the National Panel's reply, proceedings and an embargo follows. It is not closed yet (`close_case`).
[[nodiscard]] PastCase case_of_row(PastRow& row);

/// Closes a case that the row says is closed, after whatever else was put into it: it is open until then only where
/// other entries follow.
void close_case(PastRow& row, PastCase& into);

/// `scr-2014-03` for `SCR/2014/03`: the reference that a case has here; empty where the text has no letter or figure.
[[nodiscard]] std::string case_id_of(const std::string& reference);

}  // namespace review
