#include "tools/reviewctl/file_service.hpp"

#include <algorithm>

#include "reviewd/api/csv_parts.hpp"
#include "tests/bench/filling.hpp"
#include "tests/cli/cli_support.hpp"

namespace review::cli_test {
namespace {

TEST_CASE("A list of a store that nobody holds is whole, however many parts it is worked out in", "[cli]") {
  constexpr int cases = 2 * reviewd::csv_step + 1;
  constexpr int above_the_rows = 3;  // the marking, and two lines of headings
  const TemporaryFolder folder;
  const auto file = folder / "store.db";
  make_store(file);
  {
    bench::Filling filling(file);
    filling.together([&] {
      for (int number = 0; number < cases; ++number) filling.open("2026-04-02", number);
    });
  }
  const auto service = reviewctl::FileService::open(file, {});
  REQUIRE(service);
  const auto list = (*service)->send({"GET", "/v1/cases:csv"});
  REQUIRE(list);
  CHECK(list->status == 200);
  CHECK(std::count(list->body.begin(), list->body.end(), '\n') == above_the_rows + cases);
  for (const auto* reference : {"\r\n26-0001,", "\r\n26-0200,", "\r\n26-0201,", "\r\n26-0401,"}) {
    INFO(reference);
    CHECK_THAT(list->body, Catch::Contains(reference));
  }
}

}  // namespace
}  // namespace review::cli_test
