#include "tests/web/embargoed.hpp"

#include <regex>

namespace review::service_test {

using test::Browser;
using test::FormValues;

std::string version_on(const HttpAnswer& page) {
  std::smatch found;
  REQUIRE(std::regex_search(page.body, found, std::regex("name=\"version\" value=\"([0-9]+)\"")));
  return found[1];
}

HttpAnswer does(Browser& browser, const std::string& address, const std::string& deed, FormValues typed) {
  const auto page = browser.open(address);
  REQUIRE(page.status == 200);
  typed.emplace_back("version", version_on(page));
  typed.emplace_back("do", deed);
  return browser.send(address, typed);
}

HttpAnswer done(Browser& browser, const std::string& address, const std::string& deed, FormValues typed) {
  const auto answer = does(browser, address, deed, std::move(typed));
  INFO(answer.body);
  REQUIRE(answer.status == 303);
  return browser.open(answer.header("Location"));
}

void know(const Practice& practice) {
  for (const auto* person : {"zoe", "yan"}) static_cast<void>(practice.daemon.issue(person, "reader"));
}

Embargoed::Embargoed(const std::string& readers) {
  know(practice);
  id = practice.open();
  practice.add(id, R"({"embargoPlaced":{"covers":["REPORT"],"reason":"Invented.","reviewOn":"2026-01-05",)"
                   R"("readers":[)" +
                       readers + "]}}");
  at = "/cases/" + id + "/embargoes/embargo-1";
}

}  // namespace review::service_test
