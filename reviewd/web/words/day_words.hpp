#pragma once

#include <string>
#include <string_view>

namespace reviewd {

/// `Tuesday 17 March 2026`, `March 2026` or `2026`; what is no day stays as it is.
[[nodiscard]] std::string day_words(const std::string& iso);
/// `Tue 17 Mar 2026`, for a narrow column; what is no whole day as `day_words` has it.
[[nodiscard]] std::string short_day_words(const std::string& iso);
/// `17/3/2026`, as somebody types it into a box; what is no whole day stays as it is.
[[nodiscard]] std::string day_in_box(const std::string& iso);
/// `1 working day`, `5 working days`.
[[nodiscard]] std::string counted_words(int count, std::string_view one, std::string_view many);
/// The London day of an instant, in words.
[[nodiscard]] std::string instant_words(const std::string& instant);
}  // namespace reviewd
