#include <catch2/catch.hpp>
#include <string>

#include "libreview/calendar/date.hpp"
#include "libreview/desk/listed_cases.hpp"

namespace review::test {
namespace {

constexpr int kept_at_once = 1500;

TEST_CASE("of the cases that lists gave, the one that was asked for longest ago goes first", "[unit]") {
  ListedCases listed;
  const auto today = Date::parse("2026-06-01").value();
  int made = 0;
  const auto get = [&](const std::string& record, const std::string& bytes = "as it is") {
    const auto before = made;
    static_cast<void>(listed.get(record, bytes, today, [&] {
      ++made;
      return ListedCase{};
    }));
    return made - before;
  };
  const auto name = [](int number) { return "cases/" + std::to_string(number); };
  for (int number = 0; number < kept_at_once; ++number) CHECK(get(name(number)) == 1);
  CHECK(get(name(0)) == 0);
  // One more: the first is needed, so the second goes and all others stay.
  CHECK(get("cases/one-more") == 1);
  CHECK(get(name(0)) == 0);
  for (int number = 2; number < kept_at_once; ++number) CHECK(get(name(number)) == 0);
  CHECK(get(name(1)) == 1);
  // What has changed is made again.
  CHECK(get(name(0), "as it is now") == 1);
  CHECK(get(name(0), "as it is now") == 0);
  listed.forget();
  CHECK(get(name(0), "as it is now") == 1);
}

}  // namespace
}  // namespace review::test
