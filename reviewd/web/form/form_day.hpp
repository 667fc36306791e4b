#pragma once

#include <string>
#include <string_view>

#include "reviewd/web/words/form_typed.hpp"

namespace reviewd {

/// The day in the three boxes below `name`, as `2026-03-02`; a month may be a word. Where the boxes hold no day, what
/// was typed in them, which no API takes for a day. Empty where all are empty. A partial day may lack the day, or day
/// and month: `2026-03`, `2026`.
[[nodiscard]] std::string typed_day(const Typed& typed, const std::string& name, bool partial);

/// Puts a day, whole or partial, into the boxes.
void put_day(Typed& typed, const std::string& name, const std::string& iso);

/// What is wrong with boxes that hold no day, for whoever typed it; empty where they hold one. `subject` is what the
/// day is called: `The day of the incident`.
[[nodiscard]] std::string fault_of_day(const Typed& typed, const std::string& name, bool partial,
                                       std::string_view subject);

}  // namespace reviewd
