#include "tests/web/filling.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

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

bool says(const HttpAnswer& page, const std::string& words) {
  UNSCOPED_INFO("looked for: " << words << " in\n" << page.body);
  return page.body.find(words) != std::string::npos;
}

}  // namespace review::test
