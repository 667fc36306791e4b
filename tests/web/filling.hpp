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

/// Whether the page has these words.
[[nodiscard]] bool says(const HttpAnswer& page, const std::string& words);

}  // namespace review::test
