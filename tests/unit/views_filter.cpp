#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "libreview/views/conditions.hpp"
#include "libreview/views/filter.hpp"
#include "tests/support/small_case.hpp"

namespace review::test {
namespace {

const Date today = day("2026-03-09");

/// The terms, each as `field|op|value`.
std::string terms(const std::string& text) {
  const auto read = parse_filter(text);
  if (!read) return std::string("refused: ") + std::string(code_name(read.error().code));
  std::string out;
  for (const auto& term : *read) out += term.field + "|" + term.op + "|" + term.value + ";";
  return out;
}

}  // namespace

TEST_CASE("a filter is conditions joined by AND", "[unit]") {
  struct Row {
    const char* text;
    const char* gives;
  };
  const Row rows[] = {
      {"", ""},
      {"   ", ""},
      {"stage=LOGGED", "stage|=|LOGGED;"},
      {"stage = LOGGED", "stage|=|LOGGED;"},
      {"state=\"OVERDUE\"", "state|=|OVERDUE;"},
      {"  dueOn<=\"2026-04-13\"  ", "dueOn|<=|2026-04-13;"},
      {"dueOn<2026-04-13 AND dueOn >= 2026-01-01", "dueOn|<|2026-04-13;dueOn|>=|2026-01-01;"},
      {"a!=b and c>d", "a|!=|b;c|>|d;"},
      {"clock=agency-return:police", "clock|=|agency-return:police;"},
      {"case=cases/26-0001", "case|=|cases/26-0001;"},
      {"a=\"x AND y\"", "a|=|x AND y;"},
      {"a=\"\"", "a|=|;"},
      {"a=\"it's; DROP TABLE view_cases\"", "a|=|it's; DROP TABLE view_cases;"},
  };
  for (const auto& row : rows) {
    INFO(row.text);
    CHECK(terms(row.text) == row.gives);
  }
}

TEST_CASE("a filter that cannot be read is refused", "[unit]") {
  for (const char* text : {"stage",
                           "=LOGGED",
                           "stage=",
                           "stage LOGGED",
                           "stage=LOGGED stage=CLOSED",
                           "a=1 OR b=2",
                           "a=1 AND",
                           "AND a=1",
                           "a=1 AND AND b=2",
                           "a=\"open",
                           "a==1",
                           "a=>1",
                           "a~1",
                           "(a=1)",
                           "NOT a=1",
                           "a=1;",
                           "a='x'",
                           "a=1\tAND\tb=2",
                           "a:1",
                           "\"a\"=1"}) {
    INFO(text);
    CHECK(terms(text) == "refused: malformed");
  }
}

TEST_CASE("an order is a field, and desc for backwards", "[unit]") {
  struct Row {
    const char* text;
    const char* field;
    bool descending;
  };
  const Row rows[] = {
      {"", "case", false}, {"dueOn", "dueOn", false}, {"dueOn asc", "dueOn", false}, {"dueOn desc", "dueOn", true}};
  for (const auto& row : rows) {
    INFO(row.text);
    const auto order = parse_order(row.text, "case");
    REQUIRE(order);
    CHECK(order->field == row.field);
    CHECK(order->descending == row.descending);
  }
  for (const char* text : {"dueOn DESC", "dueOn down", "dueOn desc, case", "dueOn  desc", "dueOn "}) {
    INFO(text);
    CHECK_FALSE(parse_order(text, "case"));
  }
}

TEST_CASE("a condition holds the caller's words apart from the statement", "[unit]") {
  for (const char* field : {"clock", "agency", "case"}) {
    const auto condition = clock_condition({field, "=", "x' OR 1=1 --"}, today);
    REQUIRE(condition);
    INFO(field << " " << condition->sql);
    CHECK(condition->sql.find("OR") == std::string::npos);
    CHECK_FALSE(condition->bound.empty());
  }
}

TEST_CASE("what the lists can be filtered by, and how", "[unit]") {
  struct Row {
    bool clocks;
    Term term;
    bool taken;
  };
  const Row rows[] = {
      {true, {"clock", "=", "rapid-review"}, true},
      {true, {"state", "=", "OVERDUE"}, true},
      {true, {"state", "!=", "MET"}, true},
      {true, {"state", "<", "MET"}, false},
      {true, {"state", "=", "overdue"}, false},
      {true, {"state", "=", "UNSPECIFIED"}, false},
      {true, {"dueOn", "<=", "2026-04-13"}, true},
      {true, {"dueOn", "<=", "2026-04"}, false},
      {true, {"dueOn", "<=", ""}, false},
      {true, {"legalStatus", "=", "STATUTE"}, true},
      {true, {"legalStatus", "=", "LAW"}, false},
      {true, {"legalStatus", ">", "STATUTE"}, false},
      {true, {"agency", "=", "city-hospital"}, true},
      {true, {"owedBy", "=", "PANEL"}, true},
      {true, {"owedBy", "=", "THEM"}, false},
      {true, {"case", "=", "26-0001"}, true},
      {true, {"stage", "=", "LOGGED"}, false},
      {true, {"title", "=", "x"}, false},
      {true, {"record", "=", "x"}, false},
      {false, {"stage", "=", "LOGGED"}, true},
      {false, {"stage", ">=", "LOGGED"}, false},
      {false, {"stage", "=", "STARTED"}, false},
      {false, {"localAuthority", "=", "moorcombe"}, true},
      {false, {"openedOn", ">", "2026-01-01"}, true},
      {false, {"openedOn", ">", "soon"}, false},
      {false, {"held", "=", "true"}, true},
      {false, {"held", "!=", "false"}, true},
      {false, {"held", ">", "false"}, false},
      {false, {"held", "=", "yes"}, false},
      {false, {"clock", "=", "rapid-review"}, false},
      {false, {"file", "=", "x"}, false},
  };
  for (const auto& row : rows) {
    INFO(row.term.field << " " << row.term.op << " " << row.term.value);
    const auto condition = row.clocks ? clock_condition(row.term, today) : case_condition(row.term, today);
    CHECK(condition.has_value() == row.taken);
    if (!condition) CHECK((condition.error().code == Code::malformed || condition.error().code == Code::not_a_choice));
  }
}

TEST_CASE("a value that is no choice is refused with the choices that there are", "[unit]") {
  struct Row {
    Result<Condition> condition;
    std::string says;
  };
  const Row rows[] = {
      {clock_condition({"legalStatus", "=", "LAW"}, today),
       "legalStatus is one of STATUTE, STATUTORY_GUIDANCE, PANEL_GUIDANCE, LOCAL."},
      {clock_condition({"owedBy", "!=", "THEM"}, today), "owedBy is one of US, AGENCY, PANEL, REVIEWER."},
      {case_condition({"held", "=", "yes"}, today), "held is compared with true or false."},
  };
  for (const auto& row : rows) {
    INFO(row.says);
    REQUIRE_FALSE(row.condition);
    CHECK(row.condition.error().code == Code::not_a_choice);
    CHECK(row.condition.error().says == row.says);
  }
  CHECK(case_condition({"stage", "=", "STARTED"}, today).error().says.find("LOGGED, NOTIFIED") != std::string::npos);
}

TEST_CASE("a body is found however it is written", "[unit]") {
  for (const char* written : {"city-hospital", "CITY_HOSPITAL", "agencies/city-hospital"}) {
    INFO(written);
    const std::vector<std::string> both{"city-hospital", "CITY_HOSPITAL"};
    CHECK(clock_condition({"agency", "=", written}, today)->bound == both);
    CHECK(case_condition({"agency", "=", written}, today)->bound == both);
  }
}

}  // namespace review::test
