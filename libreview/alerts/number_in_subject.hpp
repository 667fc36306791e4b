#pragma once

#include <string>
#include <string_view>

namespace review {

/// The number in a subject of a clock that is one of the plain names of something numbered: `2` of `embargo-2`,
/// `review-2`, `action-2` and `proceedings-2`. Empty for every other: people type subjects, and what they typed may
/// name somebody.
[[nodiscard]] std::string number_in_subject(std::string_view subject);

/// The number in the subject of an agency's clock: `2` of `police:2`, the second time that it was asked. Empty the
/// first time.
[[nodiscard]] std::string request_in_subject(std::string_view subject);

}  // namespace review
