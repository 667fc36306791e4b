#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/base/result.hpp"
#include "libreview/calendar/date.hpp"

namespace review {

/// The words of a line. Quotes keep blanks together and stay in the word. From a word that begins with `#` on, nothing
/// counts. Refused where a quote is not closed.
[[nodiscard]] Result<std::vector<std::string>> words_of(std::string_view line);

/// The parts of a text between `mark`, which does not count inside quotes.
[[nodiscard]] std::vector<std::string> parts_of(std::string_view text, char mark);

/// Where `mark` first stands outside quotes; nothing where it does not.
[[nodiscard]] std::optional<std::size_t> find_outside_quotes(std::string_view text, char mark);

/// The text without the quotes around it.
[[nodiscard]] std::string unquoted(std::string_view text);

/// `serious-harm` → `SERIOUS_HARM`: how choices travel.
[[nodiscard]] std::string choice_name(std::string_view kebab);
/// `SERIOUS_HARM` → `serious-harm`
[[nodiscard]] std::string choice_word(std::string_view name);

/// The day that four words say: `Thu`, `2`, `April`, `2026`. The weekday is verified.
[[nodiscard]] Result<Date> day_in_words(const std::vector<std::string>& words, std::size_t from);

}  // namespace review
