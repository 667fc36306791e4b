#include <set>

#include "reviewd/web/frame/page.hpp"
#include "tests/http/held_case.hpp"
#include "tests/support/browser.hpp"

/// Every page, opened by somebody of each role who reads through no embargo.
namespace review::service_test {
namespace {

using test::Browser;

std::vector<std::string> pages_of(Held& held) {
  std::vector<std::string> patterns;
  for (const auto& page : reviewd::pages()) {
    if (page.method == "GET") patterns.push_back(page.pattern);
  }
  return addresses_of(patterns, held);
}

TEST_CASE("No page shows what an embargo covers to somebody who reads through none, whatever the role", "[web]") {
  Held held;
  held.practice.day("2026-06-02");
  held.place();
  const auto all = pages_of(held);
  REQUIRE(all.size() > 80);
  for (const auto role : roles()) {
    const std::string name(role_name(role));
    if (role == Role::script) continue;  // a program opens no page
    auto browser = Browser::of(held.practice.daemon, "some-" + name, name);
    if (role != Role::administrator) held.practice.add(held.id, member_of("some-" + name, "police"));
    std::size_t opened = 0;
    for (const auto& address : all) {
      const auto page = browser.open(address);
      opened += page.status == 200 ? 1 : 0;
      tells_nothing(page, name + " " + address);
    }
    INFO(name << " opened " << opened);
    CHECK(opened > 4);
  }
}

TEST_CASE("A page shows what is left of a note whose names are under an embargo", "[web]") {
  Held held;
  held.place();
  auto reader = Browser::of(held.practice.daemon, "some-reader", "reader");
  const auto noted = texts(held.practice.coordinator.get(held.at("/entries?kinds=noteAdded")), "entries", "entry");
  REQUIRE(noted.size() == 1);
  const auto page = reader.open("/cases/" + held.id + "/entries/" + noted.front());
  INFO(page.body);
  CHECK(page.status == 200);
  CHECK(page.body.find("mother saw Child A, born on [under embargo]") != std::string::npos);
  tells_nothing(page, "the page of a note");
}

TEST_CASE("A named reader finds on the pages what the others do not", "[web]") {
  Held held;
  held.place(R"("named-reader")");
  auto named = Browser::of(held.practice.daemon, "named-reader", "reader");
  std::set<std::string> found;
  std::set<std::string> said_again;  // what tells who the child is, in a note
  for (const auto& address : pages_of(held)) {
    const auto page = named.open(address);
    if (page.body.find("sallowthorpe") != std::string::npos) found.insert(address);
    if (page.body.find("Thisledown") != std::string::npos) said_again.insert(address);
  }
  CHECK_FALSE(found.empty());
  CHECK_FALSE(said_again.empty());
}

}  // namespace
}  // namespace review::service_test
