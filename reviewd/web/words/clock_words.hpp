#pragma once

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <string>

#include "reviewd/web/words/register.hpp"

namespace reviewd {

/// What a clock of the API is called on a page: its title, and the agency or the action that it is about.
[[nodiscard]] std::string clock_title(const boost::json::value& clock, const Register& known);

/// `In timescale`, `Out of timescale`, `Completed in timescale` and so on, for a state of a clock.
[[nodiscard]] std::string state_words(const std::string& state);

/// How a clock stands and since when, in one sentence: `Was due on Monday 16 November 2026, 4 working days ago`.
[[nodiscard]] std::string standing_words(const boost::json::value& clock);

/// The same for a narrow column: `Was due Mon 16 Nov 2026 · 4 working days late`.
[[nodiscard]] std::string short_standing_words(const boost::json::value& clock);

/// Who owes what the clock waits for: `The local authority` where the duty is its own, `The partnership`,
/// `National Panel`, the agency, `The reviewer`.
[[nodiscard]] std::string owner_words(const boost::json::value& clock, const Register& known);

/// A clock as a row of a page: `title`, `address` of its working, `state`, `colour` of the tag, `standing`, `owner`,
/// `case` and the address of the case.
[[nodiscard]] boost::json::object clock_row(const boost::json::value& clock, const Register& known);

/// Whether it must only last until its day, and so asks for nothing.
[[nodiscard]] bool is_minimum(const boost::json::value& clock);

/// Whether it runs, and so asks for something: due today, late or not.
[[nodiscard]] bool is_open_clock(const boost::json::value& clock);

}  // namespace reviewd
