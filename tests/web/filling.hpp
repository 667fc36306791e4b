#pragma once

#include <string>

#include "tests/support/browser.hpp"

namespace review::test {

/// Fills in the form of a page, without those above and below its main part, and sends it with a button.
HttpAnswer fill(Browser& browser, const std::string& address, const HttpAnswer& page, const FormValues& typed,
                const std::string& button, const std::string& pressed);

/// The three boxes of a day.
[[nodiscard]] FormValues day_boxes(const std::string& name, const std::string& day, const std::string& month,
                                   const std::string& year);

/// The bytes of base32, with or without blanks.
[[nodiscard]] std::string from_base32(const std::string& text);

/// Sets up the second step of who is signed in, without which nobody administers a real store.
void set_up_second_step(Browser& browser);

}  // namespace review::test
