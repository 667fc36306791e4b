#pragma once

#include <boost/json/object.hpp>
#include <vector>

#include "libreview/base/result.hpp"
#include "review/v1/case.pb.h"
#include "reviewd/api/call.hpp"

namespace reviewd {

/// Where every case of a list stands that the reader may see, all pages of it, up to `most`. With `Notes::asker`
/// whoever asks tells the desk which of them are shown.
[[nodiscard]] review::Result<std::vector<review::Desk::Listed>> standings(
    const Call& call, review::ListQuery query, std::size_t most, review::Desk::Notes notes = review::Desk::Notes::desk);

/// Whether a clock waits for somebody: it runs, is due or late, and is no minimum.
[[nodiscard]] bool waits(const review::v1::Clock& clock);
/// The clock of a case that waits and is due first; null where none does.
[[nodiscard]] const review::v1::Clock* next_clock(const review::v1::Case& of_case);

/// A clock as lists give it: without its working.
[[nodiscard]] boost::json::object write_listed(const review::v1::Clock& clock);
/// `pseudonyms` of the children of a case.
[[nodiscard]] boost::json::array write_pseudonyms(const review::v1::Case& of_case);

}  // namespace reviewd
