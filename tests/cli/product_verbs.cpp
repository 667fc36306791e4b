#include "tests/cli/cli_support.hpp"

namespace review::cli_test {
namespace {

TEST_CASE("Learning products are listed over all records, and narrowed", "[cli]") {
  const Office office;
  const auto id = office.open();
  office.done("entry add " + id + " product-drafted --sort newsletter-item --title Handovers --themes babies" +
              " --section 'section=what-to-do,text=Write it down.'");
  office.done("entry add " + id + " product-checked");
  office.done("entry add " + id + " product-shared --with midwifery --how mail");
  const auto all = lines_of(office.done("products").data);
  REQUIRE(all.size() == 2);
  CHECK_THAT(all[1], Catch::StartsWith(id + "  product-1") && Catch::Contains("newsletter item"));
  CHECK_THAT(all[1], Catch::Contains("midwifery  midwifery") && Catch::Contains("Handovers"));
  CHECK(office.done("products --theme babies --output json").at("/products/0/product/product") == "product-1");
  CHECK(office.done("products --sort video").data.empty());
  CHECK(office("products --sort film").exit == 2);
}

TEST_CASE("A learning product is taken as a text", "[cli]") {
  const Office office;
  const auto id = office.open();
  office.done("entry add " + id + " product-drafted --sort newsletter-item --title Handovers" +
              " --section 'section=what-to-do,text=Write it down.'");
  CHECK(office("product get " + id + " product-1 --to -").data.substr(0, 2) == "PK");
  CHECK(office("product get " + id + " product-9 --to -").exit == 3);
  CHECK(office("product get " + id + " product-1 --format csv --to -").exit == 2);
  CHECK(office("product get " + id + " product-1").exit == 2);
}

}  // namespace
}  // namespace review::cli_test
