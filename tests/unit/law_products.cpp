#include <catch2/catch.hpp>
#include <string>

#include "libreview/law/england.hpp"
#include "libreview/law/law_check.hpp"
#include "tests/unit/law_small.hpp"

namespace review::law_test {
namespace {

const std::string forms =
    "[[form]]\nfrom = 2020-04-01\nmost-characters = 100\ncites = [{ source = \"act\" }]\ngrade = \"local\"\n"
    "[[form.heading]]\nid = \"what\"\ntitle = \"What\"\nhint = \"Say what\"\n"
    "[[form.heading]]\nid = \"why\"\ntitle = \"Why\"\nhint = \"Say why\"\n"
    "[[form]]\nfrom = 2024-04-01\nmost-characters = 50\ncites = [{ source = \"act\" }]\ngrade = \"local\"\n"
    "[[form.heading]]\nid = \"what\"\ntitle = \"What\"\nhint = \"Say what\"\n";

Date products_on(std::string_view iso) { return Date::parse(iso).value(); }

std::string product_faults(const std::string& products) {
  SmallLaw law;
  law.products = products;
  const auto book = law.read();
  REQUIRE(book);
  std::string all;
  for (const auto& fault : law_check(*book, {"incident-logged", "informed"}, {}))
    all += fault.where + ": " + fault.says + "\n";
  return all;
}

TEST_CASE("The form of a learning product is that of the day on which it is drafted", "[unit][law]") {
  SmallLaw law;
  law.products = forms;
  const auto book = law.read();
  REQUIRE(book);
  CHECK(book->product_form(products_on("2020-03-31")) == nullptr);
  CHECK(book->product_form(products_on("2020-04-01"))->headings.size() == 2);
  CHECK(book->product_form(products_on("2024-03-31"))->most_characters == 100);
  CHECK(book->product_form(products_on("2024-04-01"))->headings.size() == 1);
  CHECK(product_faults(forms).empty());
}

TEST_CASE("Law check finds what is wrong with the forms of learning products", "[unit][law]") {
  CHECK(product_faults(with(forms, "\"why\"", "\"what\"")) ==
        "learning products, form of 2020-04-01: what is there twice\n");
  CHECK(product_faults(with(forms, "2024-04-01", "2020-04-01")) ==
        "learning products, form of 2020-04-01: is out of order\n");
  CHECK(product_faults(with(forms, "\"act\"", "\"acts\"")) != "");
  CHECK(product_faults(with(forms, "= 100", "= 0")) ==
        "learning products, form of 2020-04-01: leaves no room for a text\n");
}

TEST_CASE("Law says for whom a product takes a second person", "[unit][law]") {
  SmallLaw law;
  law.products = with(forms, "grade = ", "second-person-for = [\"public\", \"groups\"]\ngrade = ");
  const auto book = law.read();
  REQUIRE(book);
  CHECK(book->product_form(products_on("2020-04-01"))->second_person_for.size() == 2);
  CHECK(book->product_form(products_on("2024-04-01"))->second_person_for.empty());
  CHECK(product_faults(law.products).empty());
  CHECK(product_faults(with(law.products, "\"groups\"", "\"everyone\"")) ==
        "learning products, form of 2020-04-01: everyone is nobody whom a product goes to\n");
}

TEST_CASE("A form without a heading is no law", "[unit][law]") {
  SmallLaw law;
  law.products = forms.substr(0, forms.find("[[form.heading]]"));
  CHECK_FALSE(law.read());
}

}  // namespace
}  // namespace review::law_test
