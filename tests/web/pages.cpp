#include <fmt/format.h>

#include "tests/http/service_support.hpp"
#include "tests/support/browser.hpp"

/// What the pages show to whom, over HTTP.
namespace review::service_test {
namespace {

using test::Browser;

TEST_CASE("A reader reads, and is offered nothing to record", "[web]") {
  Practice practice;
  const auto id = practice.open();
  auto reader = Browser::of(practice.daemon, "a-reader", "reader");
  const auto page = reader.open("/cases/" + id);
  CHECK(page.status == 200);
  CHECK(says(page, "Child A"));
  CHECK_FALSE(says(page, "/add"));
  for (const auto* address : {"/add", "/add/noteAdded"}) CHECK(reader.open("/cases/" + id + address).status == 403);
  const auto sent = reader.send("/cases/" + id + "/add/noteAdded", {{"noteAdded.text", "Invented."}, {"do", "record"}});
  CHECK(sent.status == 403);
  CHECK(practice.version(id) == 1);
}

TEST_CASE("An administrator sees no case, on no page", "[web]") {
  Practice practice;
  const auto id = practice.open();
  auto administrator = Browser::of(practice.daemon, "the-administrator", "administrator");
  const auto home = administrator.open("/");
  CHECK(home.status == 200);
  CHECK_FALSE(says(home, id));
  for (const auto& address : {"/cases", "/cases/log"}) CHECK(administrator.open(address).status == 403);
  for (const auto& part : {"", "/clocks/notify-panel", "/add", "/add/noteAdded"}) {
    const auto page = administrator.open("/cases/" + id + part);
    INFO(part);
    CHECK(page.status == 403);
    CHECK_FALSE(says(page, "Child A"));
  }
}

TEST_CASE("A page that there is not is the same as a case that there is not", "[web]") {
  Practice practice;
  const auto id = practice.open();
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto missing = browser.open("/no/such/page");
  CHECK(missing.status == 404);
  for (const std::string& address :
       {std::string("/cases/99-9999"), std::string("/cases/-"), "/cases/" + id + "/clocks/none",
        "/cases/" + id + "/entries/none", "/cases/" + id + "/add/none", std::string("/cases/log/none"),
        std::string("/cases/%2F"), std::string("/cases/a:verb"), std::string("/cases/99-9999/add")}) {
    INFO(address);
    const auto page = browser.open(address);
    CHECK(page.status == 404);
    CHECK(says(page, "Page not found"));
  }
}

TEST_CASE("What a stranger writes into an address breaks nothing, and is never part of the page", "[web]") {
  Practice practice;
  const auto id = practice.open();
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const std::string mark = "%3Cb%3Emarrowbone%3C%2Fb%3E";
  for (const std::string& address :
       {"/cases/" + id + "?page=0", "/cases/" + id + "?page=18446744073709551615", "/cases/" + id + "?page=" + mark,
        "/cases?stage=" + mark, "/cases?held=" + mark, "/cases?page=" + mark,
        "/cases/" + id + "/add/noteAdded?noteAdded.text=" + mark, "/cases/" + mark, "/sign-in?then=" + mark}) {
    INFO(address);
    const auto page = browser.open(address);
    CHECK(page.status < 500);
    CHECK_FALSE(says(page, "<b>marrowbone"));
  }
}

TEST_CASE("A form of thousands of inputs, or of lists without end, is answered at once", "[web]") {
  Practice practice;
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  browser.open("/cases/log/incidentLogged");
  test::FormValues many;
  for (int i = 0; i < 2100; ++i) many.emplace_back(fmt::format("incidentLogged.children.{}.pseudonym", i), "Child");
  CHECK(browser.send("/cases/log/incidentLogged", many).status == 413);
  test::FormValues lists{{"do", "continue"}};
  for (int i = 0; i < 1000; ++i) {
    lists.emplace_back(fmt::format("incidentLogged.a{}.count", i), "200");
    lists.emplace_back(fmt::format("incidentLogged.a{}.199.b", i), "x");
  }
  CHECK(browser.send("/cases/log/incidentLogged", lists).status != 503);
  const auto page =
      browser.send("/cases/log/incidentLogged", {{"incidentLogged.children.2000000000.pseudonym", "Child"},
                                                 {"incidentLogged.children.count", "-5"},
                                                 {"do", "continue"}});
  CHECK(page.status == 400);
}

}  // namespace
}  // namespace review::service_test
