#pragma once

#include <string>
#include <vector>

#include "tests/http/service_support.hpp"
#include "tests/support/browser.hpp"

namespace review::access_test {

/// An address about a case, of the API or of a page.
struct AboutCase {
  std::string method;
  std::string pattern;
  bool is_page = false;
  std::string body{};          ///< of the API; a form of a page has a field that no page knows
  std::string content_type{};  ///< of the body

  /// The address for a case, with names for its other parts that one case has.
  [[nodiscard]] std::string of(const std::string& reference) const;
};

/// Every address about a case that the service has, of the API first.
[[nodiscard]] const std::vector<AboutCase>& about_cases();

/// A case that is sealed, with entries, a document and dates, and people who do not see it: each for another reason.
class HiddenCase {
 public:
  HiddenCase();

  struct Person {
    std::string name;
    std::string role;
  };
  [[nodiscard]] static const std::vector<Person>& people();

  service_test::Practice practice;
  std::string reference;  ///< of the case
  const std::string missing = "26-9999";
};

/// Everything of an answer that somebody could tell two of them apart by: all but what changes with every request, and
/// the reference that was asked for.
[[nodiscard]] std::string traits(const test::HttpAnswer& answer, const std::string& reference);

}  // namespace review::access_test
