#pragma once

#include <string>

#include "tests/http/embargo_support.hpp"
#include "tests/web/filling.hpp"

/// An embargo as somebody meets it on its page, in a browser without scripts.
namespace review::service_test {

/// The version of the case that a form of the page goes by.
[[nodiscard]] std::string version_on(const HttpAnswer& page);

/// A form of the page of an embargo, sent as it stands there.
HttpAnswer does(test::Browser& browser, const std::string& address, const std::string& deed, test::FormValues typed);

/// The page to which the form that was taken leads.
HttpAnswer done(test::Browser& browser, const std::string& address, const std::string& deed, test::FormValues typed);

/// Makes people whom an embargo can name: zoe and yan.
void know(const Practice& practice);

/// A case with an embargo on the report, to be looked at by 5 January 2026, which is today. `readers` are the elements
/// of a JSON list.
struct Embargoed {
  Practice practice;
  std::string id;
  std::string at;

  explicit Embargoed(const std::string& readers = "");
};

}  // namespace review::service_test
