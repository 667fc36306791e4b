#include <catch2/catch.hpp>
#include <optional>
#include <string>

#include "libreview/desk/match.hpp"

namespace review::test {

TEST_CASE("If-Match against a case at version 12", "[unit]") {
  struct Row {
    const char* because;
    std::optional<std::string> sent;
    std::string fact;      ///< the refusal of a fact; empty where it goes on
    std::string decision;  ///< the refusal of a decision
  };
  const Row rows[] = {
      {"none", std::nullopt, "", "precondition-missing"},
      {"the version", "\"12\"", "", ""},
      {"an older one", "\"11\"", "stale", "stale"},
      {"a newer one", "\"13\"", "stale", "stale"},
      {"any", "*", "", "precondition-missing"},
      {"a weak one", "W/\"12\"", "stale", "stale"},
      {"without quotation marks", "12", "stale", "stale"},
      {"several", "\"11\", \"12\"", "stale", "stale"},
      {"nothing between the quotation marks", "\"\"", "stale", "stale"},
      {"something else", "\"twelve\"", "stale", "stale"},
      {"a number and more", "\"12x\"", "stale", "stale"},
      {"a number too large to be one", "\"99999999999999999999\"", "stale", "stale"},
      {"a negative number", "\"-12\"", "stale", "stale"},
      {"blanks", "\" 12\"", "stale", "stale"},
      {"nothing", "", "stale", "stale"},
  };
  const auto told = [](const Result<void>& checked) {
    return checked ? std::string() : std::string(code_name(checked.error().code));
  };
  for (const auto& row : rows) {
    INFO(row.because);
    const auto match = parse_match(row.sent);
    CHECK(told(check_match(match, false, 12)) == row.fact);
    CHECK(told(check_match(match, true, 12)) == row.decision);
  }
}

TEST_CASE("a refusal for its version says which one the case has", "[unit]") {
  CHECK(check_match({}, true, 12).error().says.find("12") != std::string::npos);
  CHECK(check_match({Match::Kind::version, 3}, true, 12).error().says.find("12") != std::string::npos);
}

}  // namespace review::test
