#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "tests/cli/cli_support.hpp"

namespace review::cli_test {
namespace {

struct Count {
  std::string line;
  int exit;
  std::string pointer;
  std::string value;
};

const Count counts[] = {
    {"calendar add 2026-04-02 5", 0, "/due", "2026-04-13"},
    {"calendar add 2026-04-02 5 --counting same-day", 0, "/due", "2026-04-10"},
    {"calendar add 2026-04-02 5 --unit calendar-days", 0, "/due", "2026-04-07"},
    {"calendar add 2026-08-31 6 --unit months", 0, "/due", "2027-02-28"},
    {"calendar add 2026-04-13 -7", 0, "/due", "2026-03-31"},
    {"calendar add 2026-04-13 -7", 0, "/days", "-7"},
    {"calendar add 2026-12-24 1", 0, "/due", "2026-12-29"},
    {"calendar count 2026-04-02 2026-04-13", 0, "/days", "5"},
    {"calendar count 2026-04-13 2026-04-02", 0, "/days", "-5"},
    {"calendar count 2026-04-02 2026-04-13 --counting same-day", 0, "/days", "6"},
    {"calendar count 2026-04-02 2026-04-13 --unit calendar-days", 0, "/days", "11"},
    {"calendar count 2026-04-02 2026-04-02", 0, "/days", "0"},
};

TEST_CASE("Days are counted on, back and between", "[cli]") {
  const auto& count = GENERATE(from_range(std::begin(counts), std::end(counts)));
  CAPTURE(count.line);
  const auto ran = ctl(count.line + " --output json");
  REQUIRE(ran.exit == count.exit);
  CHECK(ran.at(count.pointer) == count.value);
  CHECK(ran.talk.empty());
}

TEST_CASE("A count has the shape that scripts rely on", "[cli]") {
  const auto value = ctl("calendar add 2026-04-02 5 --output json").json();
  const auto& count = value.as_object();
  CHECK(count.at("from") == "2026-04-02");
  CHECK(count.at("days") == 5);
  CHECK(count.at("counting") == "day-after");
  CHECK(count.at("unit") == "working-days");
  const auto& working = count.at("working").as_array();
  REQUIRE(working.size() == 12);
  const boost::json::value good_friday{
      {"date", "2026-04-03"}, {"counted", false}, {"day", 0}, {"why", "Good Friday (bank holiday)"}};
  CHECK(working[1] == good_friday);
  CHECK(working[11].as_object().at("day") == 5);
}

TEST_CASE("A count on one line, and for people", "[cli]") {
  CHECK(lines_of(ctl("calendar add 2026-04-02 5 --output ndjson").data).size() == 1);
  const auto people = ctl("calendar add 2026-04-02 5");
  CHECK_THAT(
      people.data,
      Catch::Contains("5 working days from Thu 2 April 2026, where the day after is day 1: Mon 13 April 2026\n"));
  CHECK_THAT(people.data, Catch::Contains("2026-04-03  Fri   no      0       Good Friday (bank holiday)"));
}

struct Wrong {
  std::string line;
  int exit;
  std::string says;
};

const Wrong wrongs[] = {
    {"calendar add 2050-01-01 5", 4, "beyond-calendar"},
    {"calendar add 2030-12-30 5", 4, "beyond-calendar"},
    {"calendar count 2026-04-02 2031-01-02", 4, "beyond-calendar"},
    {"calendar holidays --from 1900-01-01", 4, "beyond-calendar"},
    {"calendar add 2026-04-31 5", 2, "There is no such day as 2026-04-31"},
    {"calendar add 2026-04-02 five", 2, "five is not a whole number"},
    {"calendar add 2026-04-02 99999999999", 2, "is not a whole number"},
    {"calendar add 2026-04-02", 2, "N is missing"},
    {"calendar count 2026-04-02 2026-04-13 --unit months", 2, "not months"},
    {"calendar add 2026-04-02 5 --counting sideways", 2, "--counting is one of day-after, same-day, not sideways"},
    {"calendar add 2026-04-02 5 --output csv", 2, "--output is one of table, json, ndjson"},
};

TEST_CASE("A count that cannot be made says why", "[cli]") {
  const auto& wrong = GENERATE(from_range(std::begin(wrongs), std::end(wrongs)));
  CAPTURE(wrong.line);
  const auto ran = ctl(wrong.line);
  CHECK(ran.exit == wrong.exit);
  CHECK_THAT(ran.talk, Catch::Contains(wrong.says));
  CHECK(ran.data.empty());
}

TEST_CASE("The bank holidays of a time, in every format", "[cli]") {
  const std::string line = "calendar holidays --from 2026-12-01 --to 2026-12-31";
  CHECK_THAT(ctl(line).data, Catch::Contains("2026-12-28  Mon   Boxing Day     substitute"));
  const auto json = ctl(line + " --output json");
  CHECK(json.at("/holidays/1/date") == "2026-12-28");
  CHECK(json.at("/nextPageToken").empty());
  CHECK(lines_of(ctl(line + " --output ndjson").data).size() == 2);
  const auto csv = lines_of(ctl(line + " --output csv").data);
  REQUIRE(csv.size() == 3);
  CHECK(csv[0] == "date,weekday,name,kind,source");
  CHECK(csv[1] == "2026-12-25,Fri,Christmas Day,standing,gov-uk-bank-holidays");
}

TEST_CASE("The closure days of a partnership count as it says", "[cli]") {
  const TemporaryFolder folder;
  const auto file = (folder / "ours.toml").string();
  write_file(file, "not = [toml");
  const auto broken = ctl("calendar add 2026-04-02 5 --overlay " + file);
  CHECK(broken.exit == 2);
  CHECK(ctl("calendar add 2026-04-02 5 --overlay sandwell-style --output json").at("/due") == "2026-04-13");
  CHECK(ctl("calendar add 2026-04-02 5 --overlay " + (folder / "none").string()).exit == 1);
}

}  // namespace
}  // namespace review::cli_test
