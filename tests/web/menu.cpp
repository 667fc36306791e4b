#include <algorithm>
#include <regex>

#include "tests/http/service_support.hpp"
#include "tests/support/browser.hpp"

/// The menu, and the page of all places that it leads to.
namespace review::service_test {
namespace {

using test::Browser;

std::vector<std::string> found_in(const std::string& text, const std::string& pattern) {
  std::vector<std::string> all;
  const std::regex wanted(pattern);
  for (std::sregex_iterator at(text.begin(), text.end(), wanted), end; at != end; ++at) all.push_back((*at)[1]);
  return all;
}

std::vector<std::string> menu_of(const HttpAnswer& page) {
  return found_in(page.body, "class=\"govuk-service-navigation__link\" href=\"([^\"]*)\"");
}

std::vector<std::string> places_on(const HttpAnswer& page) {
  return found_in(page.body, "<li><a class=\"govuk-link\" href=\"([^\"]*)\"");
}

bool has(const std::vector<std::string>& all, const std::string& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

/// The place of the menu that is marked as the one where the person is.
std::vector<std::string> current_of(const HttpAnswer& page) {
  return found_in(page.body, "class=\"govuk-service-navigation__link\" href=\"([^\"]*)\" aria-current=\"true\"");
}

TEST_CASE("Whoever follows the menu, or a link of the page of all places, gets there", "[web]") {
  const Daemon daemon;
  for (const std::string role : {"administrator", "coordinator", "reader", "chair", "panel-member", "reviewer",
                                 "scrutineer", "agency-contact", "information-governance"}) {
    INFO(role);
    auto browser = Browser::of(daemon, "some-" + role, role);
    const auto all = places_on(browser.open("/more"));
    REQUIRE(all.size() >= 4);
    for (const auto& address : all) {
      INFO(address);
      CHECK(browser.open(address).status == 200);
    }
    for (const auto& address : menu_of(browser.open("/"))) {
      INFO(address);
      CHECK((address == "/more" || has(all, address)));
    }
  }
}

TEST_CASE("The menu of a coordinator is short, and the rest is two steps away", "[web]") {
  const Daemon daemon;
  auto browser = Browser::of(daemon, "cora-coordinator", "coordinator");
  CHECK(menu_of(browser.open("/")) == std::vector<std::string>{"/", "/reminders", "/cases", "/meetings", "/learning",
                                                               "/programmes", "/overview", "/search", "/more"});
  const auto all = places_on(browser.open("/more"));
  for (const auto* const address :
       {"/cases/log", "/actions", "/recommendations", "/learning/products", "/assurance", "/figures", "/publications",
        "/held", "/contacts", "/scrutiny", "/administration", "/administration/approvals", "/reminders/email"}) {
    INFO(address);
    CHECK(has(all, address));
  }
  // Who has less to go to has all of it in the menu.
  auto administrator = Browser::of(daemon, "ada-admin", "administrator");
  CHECK(menu_of(administrator.open("/")) == std::vector<std::string>{"/", "/contacts", "/administration", "/more"});
  auto scrutineer = Browser::of(daemon, "sol-scrutineer", "scrutineer");
  CHECK(has(menu_of(scrutineer.open("/")), "/scrutiny"));
}

TEST_CASE("The menu marks where somebody is", "[web]") {
  const Daemon daemon;
  auto browser = Browser::of(daemon, "cora-coordinator", "coordinator");
  CHECK(current_of(browser.open("/")) == std::vector<std::string>{"/"});
  CHECK(current_of(browser.open("/learning/products")) == std::vector<std::string>{"/learning"});
  CHECK(current_of(browser.open("/cases/log")) == std::vector<std::string>{"/more"});
  CHECK(current_of(browser.open("/incident")) == std::vector<std::string>{"/more"});
  CHECK(current_of(browser.open("/returns")) == std::vector<std::string>{"/more"});
  CHECK(current_of(browser.open("/recommendations")) == std::vector<std::string>{"/more"});
  CHECK(current_of(browser.open("/assurance")) == std::vector<std::string>{"/programmes"});
  CHECK(current_of(browser.open("/figures")) == std::vector<std::string>{"/overview"});
  CHECK(current_of(browser.open("/more")) == std::vector<std::string>{"/more"});
  CHECK(current_of(browser.open("/help")).empty());
}

}  // namespace
}  // namespace review::service_test
