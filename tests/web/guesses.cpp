#include "reviewd/identity/guesses.hpp"

#include <catch2/catch.hpp>

namespace reviewd {
namespace {

using std::chrono::seconds;

const Guesses::Instant start{std::chrono::hours{1000}};

TEST_CASE("Five wrong passwords cost nothing, and then each try waits longer", "[web]") {
  Guesses guesses;
  for (int i = 0; i < 5; ++i) CHECK(guesses.begin("a-smith", start) == seconds{0});
  CHECK(guesses.begin("a-smith", start) == seconds{1});
  CHECK(guesses.begin("a-smith", start + seconds{1}) == seconds{0});
  CHECK(guesses.begin("a-smith", start + seconds{1}) == seconds{2});
  CHECK(guesses.begin("b-jones", start) == seconds{0});
}

TEST_CASE("No more than a hundred are tried for an account in an hour", "[web]") {
  Guesses guesses;
  int tried = 0;
  for (int second = 0; second < 3600; ++second) {
    while (guesses.begin("a-smith", start + seconds{second}) == seconds{0}) ++tried;
  }
  CHECK(tried > 10);
  CHECK(tried <= 100);
}

TEST_CASE("Nobody waits longer than a minute, however many a stranger tried", "[web]") {
  Guesses guesses;
  auto now = start;
  for (int i = 0; i < 1000; ++i) now += guesses.begin("a-smith", now);
  CHECK(guesses.begin("a-smith", now) <= seconds{60});
  CHECK(guesses.begin("a-smith", now + seconds{60}) == seconds{0});
}

TEST_CASE("The right password makes the account start afresh", "[web]") {
  Guesses guesses;
  for (int i = 0; i < 5; ++i) CHECK(guesses.begin("a-smith", start) == seconds{0});
  guesses.right("a-smith");
  for (int i = 0; i < 5; ++i) CHECK(guesses.begin("a-smith", start) == seconds{0});
}

}  // namespace
}  // namespace reviewd
