#include <fmt/format.h>

#include <atomic>
#include <chrono>
#include <thread>

#include "tests/http/past_support.hpp"
#include "tests/support/small_xlsx.hpp"

namespace review::service_test {
namespace {

std::vector<std::string> errors_of(const HttpAnswer& report) {
  std::vector<std::string> all;
  const auto value = report.json();
  for (const auto& one : value.at("findings").as_array()) {
    const std::string code(one.at("code").as_string());
    if (code.empty()) continue;
    all.push_back(fmt::format("{} {} {}", one.at("row").as_int64(), std::string(one.at("column").as_string()), code));
  }
  return all;
}

TEST_CASE("A partnership brings its past: a dry run first, then all of it at once", "[service]") {
  Practice practice;
  practice.day("2026-06-15");
  const auto read = send_past(practice.coordinator, past_cases);
  const auto at = past_at(read);
  CHECK(read.text("/sheets/0/holds") == "cases");
  CHECK(read.json().at("sheets").at(0).at("headingRow").as_int64() == 2);
  const auto dry = practice.coordinator.get(at + "/report");
  INFO(dry.body);
  REQUIRE(dry.status == 200);
  CHECK(errors_of(dry).empty());
  CHECK(dry.json().at("cases").as_int64() == 11);
  CHECK_FALSE(dry.json().at("stored").as_bool());
  CHECK(practice.size() == 0);

  const auto done = practice.coordinator.post(at + ":import", "");
  INFO(done.body);
  REQUIRE(done.status == 200);
  CHECK(done.json().at("stored").as_bool());
  CHECK(practice.size() == done.json().at("entries").as_int64());
  CHECK(practice.stage("scr-2014-03") == "CLOSED");
  CHECK(practice.stage("scr-2016-01") == "REVIEW");
  CHECK(practice.stage("rr-2019-02") == "PUBLISHED");
  CHECK(practice.stage("rr-2021-04") == "REPORT_ACCEPTED");
  CHECK(practice.stage("rr-2024-01") == "AWAITING_PANEL");
  CHECK(practice.stage("ref-2024-05") == "REFERRED");
  CHECK(practice.show("rr-2020-01").at("children").as_array().size() == 2);
  const auto entries = practice.coordinator.get("/v1/cases/rr-2021-04/entries");
  CHECK(texts(entries, "entries", "entry").size() == 3);
  CHECK(entries.text("/entries/0/source/store") == "Spreadsheet");
  CHECK(practice.coordinator.post("/v1/journal:verify", "").json().at("verifies").as_bool());
}

TEST_CASE("The same file a second time makes nothing twice, and says which rows are there", "[service]") {
  Practice practice;
  practice.day("2026-06-15");
  const auto at = past_at(send_past(practice.coordinator, past_cases));
  REQUIRE(practice.coordinator.post(at + ":import", "").status == 200);
  const auto size = practice.size();
  const auto again = practice.coordinator.post(at + ":import", "");
  REQUIRE(again.status == 200);
  CHECK(again.json().at("there").as_int64() == 11);
  CHECK_FALSE(again.json().at("stored").as_bool());
  CHECK(practice.size() == size);
  // A row more: only that one is made.
  const auto more = past_at(send_past(practice.coordinator, past_cases + "RR/2025/09,Child L,,referred,,,,,,,,,,,,\n"));
  const auto made = practice.coordinator.post(more + ":import", "");
  CHECK(made.json().at("cases").as_int64() == 1);
  CHECK(practice.size() == size + 1);
}

TEST_CASE("A row that the rules refuse keeps the whole file out, and names its column", "[service]") {
  Practice practice;
  practice.day("2026-06-15");
  // Sent before it was notified; and a day that has not come.
  const std::string rows = past_cases + "RR/2025/07,Child M,,with panel,3,,death,known,9/6/2025,,lcspr,2/6/2025,,,,\n" +
                           "RR/2025/08,Child N,,notified,3,,death,known,1/12/2026,,,,,,,\n";
  const auto at = past_at(send_past(practice.coordinator, rows));
  const auto dry = practice.coordinator.get(at + "/report");
  INFO(dry.body);
  CHECK(errors_of(dry) ==
        std::vector<std::string>{"15 RR submitted dated-before-start", "16 Notified dated-in-the-future"});
  const auto refused = practice.coordinator.post(at + ":import", "");
  CHECK(refused.status == 409);
  CHECK(refused.code() == "not-in-this-stage");
  CHECK(practice.size() == 0);
  const auto csv = practice.coordinator.get(at + "/report:csv");
  CHECK(csv.header("Content-Type").starts_with("text/csv"));
  CHECK(csv.body.find("dated-before-start") != std::string::npos);
}

TEST_CASE("A panel that met and decided before a late notification comes in as it was", "[service]") {
  Practice practice;
  practice.day("2026-06-15");
  const auto at = past_at(send_past(practice.coordinator,
                                    "Ref,Child,Status,Incident date,LA aware,Harm,Abuse or neglect,Notified,RR date,"
                                    "Decision,Decided,RR submitted,Start date\n"
                                    "A1,Child A,in review,1/3/2021,2/3/2021,death,known,5/3/2021,3/3/2021,lcspr,"
                                    "3/3/2021,22/3/2021,12/4/2021\n"));
  const auto dry = practice.coordinator.get(at + "/report");
  INFO(dry.body);
  CHECK(errors_of(dry).empty());
  const auto done = practice.coordinator.post(at + ":import", "");
  INFO(done.body);
  REQUIRE(done.status == 200);
  CHECK(done.json().at("cases").as_int64() == 1);
  CHECK(practice.stage("a1") == "REVIEW");
  const auto figures = practice.coordinator.get("/v1/figures?from=2020-04-01&to=2021-03-31");
  CHECK(figures.status == 200);
  CHECK(figures.body.find("day--") == std::string::npos);
}

TEST_CASE("A case of the store with the same child and day is found under another reference", "[service]") {
  Practice practice;
  const auto id = practice.open();
  const auto at = past_at(send_past(practice.coordinator,
                                    "Ref,Child,Incident date,Harm,Abuse or neglect\nOLD/1,Child A,2/1/2026,serious "
                                    "harm,suspected\n"));
  const auto dry = practice.coordinator.get(at + "/report");
  CHECK(errors_of(dry) == std::vector<std::string>{"2  already-recorded"});
  CHECK(dry.body.find("The case " + id + " has the same child and day.") != std::string::npos);
}

TEST_CASE("An Excel file and a mapping are taken, and cells of a report are no formulas", "[service]") {
  Practice practice;
  const auto file = test::small_xlsx(
      R"(<row r="1"><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><t>=1+1</t></is></c></row>)"
      R"(<row r="2"><c t="inlineStr"><is><t>A1</t></is></c><c t="inlineStr"><is><t>Child A</t></is></c>)"
      R"(<c><v>4</v></c></row>)");
  const auto read = send_past(practice.coordinator, file, "cases.xlsx");
  const auto at = past_at(read);
  const auto csv = practice.coordinator.get(at + "/report:csv");
  CHECK(csv.body.find(",'=1+1,") != std::string::npos);
  CHECK(csv.body.find(",=1+1") == std::string::npos);
  const auto mapping = read.text("/mapping");
  const auto again = send_past(practice.coordinator, file, "cases.xlsx", mapping);
  CHECK(again.text("/mapping") == mapping);
  CHECK(practice.coordinator.get(at).status == 404);
  CHECK(send_past(practice.coordinator, file, "cases.xlsx", "shoes = 4").text("/violations/0/pointer") == "/mapping");
  const std::string padded = "#" + std::string(256 * 1024, 'x');
  CHECK(send_past(practice.coordinator, file, "cases.xlsx", padded).code() == "too-large");
  CHECK(send_past(practice.coordinator, "%PDF-1.4", "cases.pdf").status >= 400);
  CHECK(send_past(practice.coordinator, "", "cases.csv").code() == "missing-field");
}

TEST_CASE("A real store takes a past from two people, of the very file and mapping that was agreed to", "[service]") {
  Practice office({false, {}, 0, {{"coordinator-1", "coordinator"}, {"chair-1", "chair"}}});
  auto chair = office.daemon.caller(office.daemon.issue("chair-1", "chair"));
  auto& coordinator = office.coordinator;
  const std::string rows = "Ref,Child\nOLD/1,Child A\n";
  const auto at = past_at(send_past(coordinator, rows));
  CHECK(coordinator.post(at + ":import", "").code() == "second-person-required");
  CHECK(coordinator.post(at + ":propose", "{}").code() == "reasons-required");
  const auto made = coordinator.post(at + ":propose", R"({"reason":"Our cases move here."})");
  INFO(made.body);
  REQUIRE(made.status == 201);
  CHECK(made.text("/proposal/newCases") == "1");
  const auto approval = "/v1/approvals/" + made.text("/approval");
  CHECK(coordinator.post(approval + ":approve", "").code() == "second-person-required");
  REQUIRE(chair.post(approval + ":approve", "").status == 200);
  // Another file is not what was agreed to.
  const auto other = past_at(send_past(coordinator, rows + "OLD/2,Child B\n"));
  CHECK(coordinator.post(other + ":import", "").code() == "second-person-required");
  CHECK(office.size() == 0);
  const auto same = past_at(send_past(coordinator, rows));
  const auto done = coordinator.post(same + ":import", "");
  INFO(done.body);
  CHECK(done.status == 200);
  CHECK(office.size() == 1);
}

TEST_CASE("While somebody asks what an import would do, nobody else waits for all of it", "[service]") {
  Practice practice;
  constexpr int cases = 1000;
  std::string rows = "Ref,Child,Status\n";
  for (int i = 0; i < cases; ++i) rows += fmt::format("OLD/{},Child {},referred\n", i, i);
  const auto at = past_at(send_past(practice.coordinator, rows));
  std::atomic<bool> is_there = false;
  HttpAnswer report;
  std::thread asking([&] {
    auto caller = practice.daemon.caller(practice.coordinator.token());
    report = caller.get(at + "/report");
    is_there = true;
  });
  int meanwhile = 0;
  while (!is_there) {
    const bool answered = practice.coordinator.get("/v1/cases").status == 200;
    meanwhile += answered && !is_there ? 1 : 0;
  }
  asking.join();
  INFO(report.body.substr(0, 500));
  REQUIRE(report.status == 200);
  CHECK(report.json().at("cases").as_int64() == cases);
  CHECK(report.json().at("good").as_bool());
  // It is tried 20 cases at a time.
  CHECK(meanwhile >= 10);
  CHECK(practice.size() == 0);
}

TEST_CASE("Two rows of one reference, far apart, are found in the whole of a file", "[service]") {
  Practice practice;
  std::string rows = "Ref,Child,Status\n";
  for (int i = 0; i < 50; ++i) rows += fmt::format("OLD/{},Child {},referred\n", i, i);
  rows += "OLD/0,Child again,referred\nOLD/60,Child 60,perhaps\n";
  const auto at = past_at(send_past(practice.coordinator, rows));
  const auto dry = practice.coordinator.get(at + "/report");
  CHECK(errors_of(dry) == std::vector<std::string>{"52 Ref already-recorded", "53 Status not-a-choice"});
  CHECK(dry.json().at("cases").as_int64() == 50);
  CHECK(practice.coordinator.post(at + ":import", "").status == 409);
  CHECK(practice.size() == 0);
}

TEST_CASE("A service that is killed while it imports has imported all or nothing", "[service]") {
  Practice practice;
  practice.day("2026-06-15");
  constexpr int cases = 400;
  std::string rows = "Ref,Child,Status\n";
  for (int i = 0; i < cases; ++i) rows += fmt::format("OLD/{},Child {},referred\n", i, i);
  // Later from kill to kill, until one came after the import: on a slow machine too some of it must have been tried.
  constexpr int most_milliseconds = 60'000;
  std::int64_t size = 0;
  for (int wait = 0; size == 0 && wait < most_milliseconds; wait = wait == 0 ? 5 : 2 * wait) {
    auto caller = practice.daemon.caller(practice.coordinator.token());
    const auto at = past_at(send_past(caller, rows));
    int status = 0;
    std::thread asking([&] { status = caller.post(at + ":import", "").status; });
    std::this_thread::sleep_for(std::chrono::milliseconds(wait));
    practice.daemon.kill();
    asking.join();
    practice.daemon.start();
    auto administrator = practice.daemon.administrator();
    size = administrator.get("/v1/journal/head").json().at("size").as_int64();
    INFO(wait);
    CHECK((size == 0 || size == cases));
    // What was answered for is there.
    if (status == 200) CHECK(size == cases);
  }
  CHECK(size == cases);
}

TEST_CASE("A spreadsheet is its sender's alone, and gone when the service ends", "[service]") {
  Practice practice;
  const auto at = past_at(send_past(practice.coordinator, "Ref,Child\nOLD/1,Child A\n"));
  auto other = practice.daemon.caller(practice.daemon.issue("another", "coordinator"));
  CHECK(other.get(at).status == 404);
  CHECK(practice.coordinator.get(at).status == 200);
  REQUIRE(practice.daemon.stop() == 0);
  practice.daemon.start();
  auto back = practice.daemon.caller(practice.coordinator.token());
  CHECK(back.get(at).status == 404);
}

}  // namespace
}  // namespace review::service_test
