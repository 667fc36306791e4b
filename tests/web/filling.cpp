#include "tests/web/filling.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <regex>

#include "reviewd/base/now.hpp"
#include "reviewd/identity/totp.hpp"
#include "tests/web/form_support.hpp"

namespace review::test {

HttpAnswer fill(Browser& browser, const std::string& address, const HttpAnswer& page, const FormValues& typed,
                const std::string& button, const std::string& pressed) {
  const auto from = page.body.find("<main");
  REQUIRE(from != std::string::npos);
  FormValues values;
  for (const auto& [name, value] : reviewd::form_test::sent_by(page.body.substr(from))) {
    const bool is_typed = std::any_of(typed.begin(), typed.end(), [&](const auto& one) { return one.first == name; });
    if (!is_typed && name != "formToken") values.emplace_back(name, value);
  }
  values.insert(values.end(), typed.begin(), typed.end());
  if (!button.empty()) values.emplace_back(button, pressed);
  return browser.send(address, values);
}

FormValues day_boxes(const std::string& name, const std::string& day, const std::string& month,
                     const std::string& year) {
  return {{name + ".day", day}, {name + ".month", month}, {name + ".year", year}};
}

std::string from_base32(const std::string& text) {
  std::string out;
  std::uint32_t held = 0;
  int bits = 0;
  for (const char c : text) {
    if (c == ' ') continue;
    held = (held << 5) | static_cast<std::uint32_t>(c >= 'A' ? c - 'A' : c - '2' + 26);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    out += static_cast<char>((held >> bits) & 0xFFU);
  }
  return out;
}

void set_up_second_step(Browser& browser) {
  const std::string page = "/account/second-step";
  REQUIRE(browser.open(page).status == 200);
  REQUIRE(browser.send(page, {}).status == 303);
  const auto shown = browser.open(page);
  std::smatch found;
  REQUIRE(std::regex_search(shown.body, found, std::regex("<strong class=\"review-key\">([A-Z2-7 ]+)</strong>")));
  const auto now = reviewd::totp_step(reviewd::now(std::nullopt).now);
  const auto code = reviewd::totp_code(from_base32(found[1]), now);
  REQUIRE(browser.send(page + "/confirm", {{"code", code}}).status == 200);
}

}  // namespace review::test
