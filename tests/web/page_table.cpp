#include <unistd.h>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "reviewd/web/sign_in/site.hpp"
#include "tests/support/places.hpp"

/// Writes what tests/browser holds against what it has opened: a page that nobody looks at fails there.
namespace review::service_test {
namespace {

namespace json = boost::json;

TEST_CASE("The table of pages is written down for the browser", "[web]") {
  json::array pages;
  for (const auto& route : reviewd::Site::routes(false)) {
    if (route.method == "GET") pages.emplace_back(route.pattern);
  }
  CHECK(pages.size() > 70);
  const auto folder = std::filesystem::path(test::build_folder());
  const auto partial = folder / ("pages.json." + std::to_string(::getpid()));
  std::ofstream(partial) << json::serialize(json::object{{"pages", std::move(pages)}}) << '\n';
  std::filesystem::rename(partial, folder / "pages.json");
}

}  // namespace
}  // namespace review::service_test
