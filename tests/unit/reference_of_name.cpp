#include "libreview/vocabulary/reference_of_name.hpp"

#include <catch2/catch.hpp>

#include "libreview/vocabulary/names.hpp"

namespace review {

TEST_CASE("A name becomes a reference that people can still read", "[unit]") {
  CHECK(reference_of_name("Westmoor Borough Council") == "westmoor-borough-council");
  CHECK(reference_of_name("  City Hospital (A&E) ") == "city-hospital-a-e");
  CHECK(reference_of_name("St. Anne’s School") == "st-annes-school");
  CHECK(reference_of_name("Zoë O'Neill") == "zoe-oneill");
  CHECK(reference_of_name("Ærøskøbing Straße") == "aeroskobing-strasse");
  CHECK(reference_of_name("police-west") == "police-west");
  CHECK(reference_of_name("").empty());
  CHECK(reference_of_name("?! —").empty());
  CHECK(reference_of_name("\xC3").empty());
  const auto cut = reference_of_name("The Board of Governors of the School of Westmoor");
  CHECK(cut == "the-board-of-governors-of-the-school-of");
  CHECK(is_reference(cut));
}

}  // namespace review
