#include <fmt/format.h>

#include <boost/json/array.hpp>

#include "tests/http/sight_support.hpp"

/// Whether practice is different since something was learned, and what practitioners answered, over HTTP.
namespace review::service_test {
namespace {

namespace json = boost::json;

std::string learned(const std::string& id, const std::string& source, const std::string& on) {
  return fmt::format(
      R"({{"learningCaptured":{{"findings":[{{"id":"{}","finding":"A mulberry gap.","themes":["information-sharing"],)"
      R"("source":"{}","foundOn":"{}"}}]}}}})",
      id, source, on);
}

/// What is recorded in a programme must be taken.
void add_to(Practice& practice, const std::string& programme, const std::string& body) {
  const auto sent = practice.coordinator.post("/v1/programmes/" + programme + "/entries", body);
  INFO(sent.body);
  REQUIRE(sent.status == 201);
}

/// A case with a finding of 2025, what was recommended and done by May 2026, and what was found since in another case;
/// a survey that asks about it.
struct Closing {
  Practice practice;
  std::string first = practice.open();
  std::string second = practice.open();
  std::string survey{};

  Closing() {
    practice.day("2026-02-02");
    practice.add(first, learned("gap", "TABLETOP_REVIEW", "2025-11"));
    practice.add(first, R"({"recommendationMade":{"text":"Name who leads.","to":["POLICE"],"findings":["gap"]}})");
    practice.add(first, R"({"actionAgreed":{"action":"rota","what":"Write a rota.","owner":"POLICE",)"
                        R"("dueOn":"2026-06-01","recommendation":"recommendation-1"}})");
    practice.day("2026-05-11");
    practice.add(first, R"({"actionUpdated":{"action":"rota","progress":"COMPLETE","reached":"CHECKED",)"
                        R"("evidence":"An elderberry sample."}})");
    practice.day("2026-06-01");
    practice.add(second, learned("again", "INSPECTION", "2026-05-20"));
    const auto opened = practice.coordinator.post(
        "/v1/programmes", R"({"programmeOpened":{"sort":"WORKFORCE_SURVEY","title":"The front line"}})");
    REQUIRE(opened.status == 201);
    survey = opened.text("/programme");
    add_to(practice, survey,
           fmt::format(R"({{"surveyQuestionAsked":{{"text":"Do you know who leads?","answers":[{{"answer":"yes",)"
                       R"("text":"Yes","hopedFor":true}},{{"answer":"no","text":"No"}}],)"
                       R"("ties":[{{"recommendation":"recommendation-1","ofCase":"{}"}}]}}}})",
                       first));
    add_to(
        practice, survey,
        R"({"surveyRoundAnswered":{"asked":120,"counts":[{"answer":"yes","number":31},{"answer":"no","number":19}]}})");
  }

  [[nodiscard]] std::string recommendation() const {
    return "/v1/recommendations/evidence?case=" + first + "&recommendation=recommendation-1";
  }
};

const std::string theme = "/v1/themes/information-sharing/evidence";

TEST_CASE("A survey gives the number beside every percentage", "[service]") {
  Closing closing;
  const auto answer = closing.practice.coordinator.get("/v1/programmes/" + closing.survey + "/survey");
  INFO(answer.body);
  REQUIRE(answer.status == 200);
  const auto survey = answer.json();
  const auto& round = survey.at("questions").at(0).at("rounds").at(0);
  CHECK(round.at("answered") == 50);
  CHECK(round.at("asked") == 120);
  CHECK(round.at("shares").at(0).at("text") == "Yes");
  CHECK(round.at("shares").at(0).at("percent") == 62);
  CHECK(round.at("shares").at(0).at("of") == 50);
  CHECK(round.at("hopedFor").at("number") == 31);
  CHECK(closing.practice.coordinator.get("/v1/programmes/p26-0099/survey").status == 404);
}

TEST_CASE("Of findings that bear on each other the words of both are told, to who reads them", "[service]") {
  Closing closing;
  closing.practice.add(
      closing.second,
      fmt::format(R"({{"learningCaptured":{{"findings":[{{"id":"better","finding":"Everybody knows who leads.",)"
                  R"("bearsOn":[{{"ofCase":"{}","finding":"gap","bearing":"CONTRADICTS"}}]}}]}}}})",
                  closing.first));
  const auto told = closing.practice.coordinator.get(theme);
  CHECK(told.text("/bearings/0/found") == "Everybody knows who leads.");
  CHECK_FALSE(told.text("/bearings/0/ofFound").empty());
  CHECK(closing.practice.coordinator.get(closing.recommendation()).text("/bearings/0/found") ==
        "Everybody knows who leads.");
}

TEST_CASE("A theme is told by time and source, before and after what was done, with what surveys answered",
          "[service]") {
  Closing closing;
  const auto answer = closing.practice.coordinator.get(theme);
  INFO(answer.body);
  REQUIRE(answer.status == 200);
  const auto evidence = answer.json();
  CHECK(answer.text("/occurrences/rows/0/id") == "2025-10-01");
  CHECK(answer.text("/occurrences/columns/0/id") == "tabletop-review");
  CHECK(evidence.at("actions").at(0).at("found").at("before") == 1);
  CHECK(evidence.at("actions").at(0).at("found").at("after") == 1);
  CHECK(answer.text("/actions/0/what") == "Write a rota.");
  CHECK(answer.text("/actions/0/evidence") == "An elderberry sample.");
  CHECK(answer.text("/questions/0/tiedBy") == "RECOMMENDATION");
  CHECK(answer.text("/recommendations/0/text") == "Name who leads.");
  CHECK(closing.practice.coordinator.get(theme + "?by=YEARS").text("/occurrences/rows/0/id") == "2025-04-01");
  CHECK(closing.practice.coordinator.get(theme + "?by=weeks").status == 400);

  const auto behind = closing.practice.coordinator.get(theme + "/2026-04-01/inspection");
  INFO(behind.body);
  REQUIRE(behind.status == 200);
  CHECK(behind.json().at("behind").as_array().size() == 1);
  CHECK(behind.text("/behind/0/case") == closing.second);
  CHECK(behind.text("/behind/0/of") == "again");
  CHECK(behind.text("/behind/0/kind") == "learningCaptured");
  CHECK(closing.practice.coordinator.get(theme + "/2026-04-01/none").status == 404);
  const auto csv = closing.practice.coordinator.get("/v1/themes/information-sharing/evidence:csv?by=YEARS");
  CHECK(says(csv, "April 2026 to March 2027,0,1,1"));
  const auto wrong = closing.practice.coordinator.get("/v1/themes/information-sharin/evidence");
  CHECK(wrong.status == 404);
  CHECK(says(wrong, "Did you mean information-sharing?"));
  // A theme under which nothing was found yet is there, and says so.
  const auto empty = closing.practice.coordinator.get("/v1/themes/young-carers/evidence");
  CHECK(empty.status == 200);
  CHECK(empty.json().at("actions").as_array().empty());
}

TEST_CASE("What is different since a recommendation is answered from the record", "[service]") {
  Closing closing;
  const auto answer = closing.practice.coordinator.get(closing.recommendation());
  INFO(answer.body);
  REQUIRE(answer.status == 200);
  CHECK(answer.text("/text") == "Name who leads.");
  CHECK(answer.text("/actions/0/reached") == "CHECKED");
  CHECK(answer.text("/actions/0/evidence") == "An elderberry sample.");
  CHECK(answer.text("/later/0/finding") == "again");
  CHECK(answer.text("/later/0/done") == "AFTER");
  CHECK(answer.json().at("later").as_array().size() == 1);
  CHECK(answer.json().at("questions").as_array().size() == 1);
  const auto unnamed = closing.practice.coordinator.get("/v1/recommendations/evidence?case=" + closing.first);
  CHECK(unnamed.status == 400);
  CHECK(unnamed.text("/violations/0/pointer") == "/recommendation");
  CHECK(closing.practice.coordinator
            .get("/v1/recommendations/evidence?case=" + closing.second + "&recommendation=recommendation-1")
            .status == 404);
}

TEST_CASE("Of what somebody does not see nothing is counted, named or told, and what is shown is put on record",
          "[service]") {
  Closing closing;
  auto member = somebody(closing.practice, "pam", "panel-member");
  const auto nothing = member.get(theme);
  REQUIRE(nothing.status == 200);
  CHECK_FALSE(says(nothing, closing.first));
  CHECK_FALSE(says(nothing, closing.survey));
  CHECK_FALSE(says(nothing, "rota"));
  CHECK(member.get(closing.recommendation()).status == 404);
  CHECK(member.get("/v1/programmes/" + closing.survey + "/survey").status == 404);
  closing.practice.add(closing.second, member_of("pam", "police"));
  const auto some = member.get(theme);
  CHECK(some.json().at("actions").as_array().empty());
  CHECK(some.json().at("questions").as_array().empty());
  CHECK_FALSE(says(some, closing.first));
  CHECK(some.text("/occurrences/columns/0/id") == "inspection");
  auto reader = somebody(closing.practice, "some-reader", "reader");
  CHECK(reads_of(closing.practice, closing.first, "some-reader").empty());
  CHECK(reader.get(closing.recommendation()).status == 200);
  CHECK_FALSE(reads_of(closing.practice, closing.first, "some-reader").empty());
  auto contact = somebody(closing.practice, "an-agency", "agency-contact");
  for (const auto& address : {theme, closing.recommendation(), "/v1/programmes/" + closing.survey + "/survey"})
    CHECK(contact.get(address).code() == "not-permitted");
}

TEST_CASE("A question about what its recorder does not see is refused as if there were nothing", "[service]") {
  Closing closing;
  auto& practice = closing.practice;
  practice.add(closing.first, conflict_of("c-other", "EXCLUDED"));
  auto other = somebody(practice, "c-other", "coordinator");
  const auto refusal = [&](const std::string& of_case) {
    const auto answer = other.post(
        "/v1/programmes/" + closing.survey + "/entries",
        fmt::format(R"({{"surveyQuestionAsked":{{"text":"x","answers":[{{"answer":"yes"}},{{"answer":"no"}}],)"
                    R"("ties":[{{"recommendation":"recommendation-1","ofCase":"{}"}}]}}}})",
                    of_case));
    CHECK(answer.status == 409);
    return without(answer.text("/detail"), of_case);
  };
  CHECK(refusal(closing.first) == refusal("26-0099"));
}

/// The figure of a table; -1 where there is none.
std::int64_t row_number(const json::value& figures, std::string_view table, std::string_view row) {
  for (const auto& one : figures.at("tables").as_array()) {
    if (one.at("table").as_string() != table) continue;
    for (const auto& line : one.at("rows").as_array()) {
      if (line.at("id").as_string() == row) return line.at("figures").as_array().back().at("value").as_int64();
    }
  }
  return -1;
}

TEST_CASE("The report of more cases than are folded at once counts each once, and programmes with them", "[service]") {
  Practice practice;
  constexpr int many = 60;
  for (int i = 0; i < many; ++i) static_cast<void>(practice.notified_case());
  practice.day("2026-02-02");
  REQUIRE(practice.coordinator.post("/v1/programmes", R"({"programmeOpened":{"sort":"DATA","title":"x"}})").status ==
          201);
  add_to(practice, "p26-0001",
         R"({"learningCaptured":{"findings":[{"finding":"x","themes":["babies"],"source":"DATA"}]}})");
  const std::string year = "?from=2026-01-01&to=2026-12-31";
  const auto answer = practice.coordinator.get("/v1/figures" + year);
  REQUIRE(answer.status == 200);
  const auto figures = answer.json();
  CHECK(row_number(figures, "routes", "notified") == many);
  CHECK(row_number(figures, "children-age", "5-to-10") == many);
  CHECK(row_number(figures, "theme-sources", "babies") == 1);
  const auto behind = practice.coordinator.get("/v1/figures/theme-sources/babies/data" + year);
  REQUIRE(behind.status == 200);
  CHECK(behind.text("/behind/0/case") == "p26-0001");
  // As it was published before, each day is worked out in parts of its own.
  const auto again = practice.coordinator.get(
      "/v1/figures?from=2025-04-01&to=2026-03-31&published=true&besides=2026-01-05,2026-01-31");
  REQUIRE(again.status == 200);
  CHECK(row_number(again.json(), "routes", "notified") == many);
  CHECK(practice.coordinator.get("/v1/figures:spreadsheet" + year).status == 200);
}

}  // namespace
}  // namespace review::service_test
