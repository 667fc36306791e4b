#include "reviewd/api/csv_parts.hpp"

#include <fmt/format.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <memory>
#include <optional>
#include <set>
#include <stdexcept>
#include <thread>

#include "reviewd/storage/open_storage.hpp"
#include "reviewd/storage/slow_answers.hpp"

/// A long list for a spreadsheet is whole or refused, and keeps nobody waiting.
namespace reviewd {
namespace {

using namespace std::chrono_literals;

constexpr int a_part = 3;
const CsvLines heads(1, {"row"});

/// What came of one request.
struct Came {
  std::optional<Response> answer{};
  std::optional<review::Refusal> refusal{};
  std::atomic<bool> done = false;
};

struct Service {
  StorageThread thread{open_storage(review::Store::in_memory(true), {}).value(), {[] {}, [](std::string_view) {}}};
  std::unique_ptr<SlowAnswers> slow = std::make_unique<SlowAnswers>(thread);

  /// Asks for a list and goes on.
  std::shared_ptr<Came> ask(const NextCsvPart& next, std::size_t most, const std::string& person = "ann",
                            const FindReader& find_reader = {}) {
    const auto came = std::make_shared<Came>();
    const auto refuse = [came](const review::Refusal& refusal) {
      came->refusal = refusal;
      came->done = true;
    };
    const auto answer = [came](Response response) {
      came->answer = std::move(response);
      came->done = true;
    };
    const auto work = [this, next, most, person, find_reader, answer, refuse](Storage& storage) {
      const Request request;
      const RouteMatch match;
      Call call{request, match, storage, review::Reader{person, review::Role::coordinator}, storage.moment(), nullptr};
      call.find_reader = find_reader;
      auto made = std::make_shared<Response>(csv_in_parts(call, "rows", heads, next, most));
      return Written{[this, made, answer, refuse] { slow->give(std::move(*made), answer, refuse); }};
    };
    if (!thread.write({work, refuse})) throw std::runtime_error("the queue is full");
    return came;
  }
};

/// Rows 1 to `count`, three at a time; the key is the last row.
NextCsvPart rows_up_to(int count) {
  return [count](Call&, const std::vector<std::string>& after) -> review::Result<CsvPart> {
    const int from = after.empty() ? 0 : std::stoi(after.front());
    CsvPart part;
    for (int row = from + 1; row <= count && row <= from + a_part; ++row)
      part.lines.push_back({fmt::format("r{}", row)});
    if (from + a_part < count) part.next = {std::to_string(from + a_part)};
    return part;
  };
}

std::string lines_up_to(int count) {
  std::string lines = "row\r\n";
  for (int row = 1; row <= count; ++row) lines += fmt::format("r{}\r\n", row);
  return lines;
}

std::shared_ptr<Came> wait_for(std::shared_ptr<Came> came) {
  for (int i = 0; i < 1000 && !came->done; ++i) std::this_thread::sleep_for(10ms);
  REQUIRE(came->done);
  return came;
}

/// What stands below the marking.
std::string rows_of(const Came& came) {
  REQUIRE(came.answer);
  const auto& body = came.answer->body;
  return body.substr(body.find("\r\n") + 2);
}

TEST_CASE("A list of many parts is whole, each row once and in its order, with one heading", "[unit]") {
  Service service;
  for (const int count : {0, 1, 2, 3, 4, 6, 7, 30}) {
    INFO(count);
    const auto came = wait_for(service.ask(rows_up_to(count), 100));
    CHECK(came->answer->status == 200);
    CHECK(came->answer->content_type == "text/csv; charset=utf-8");
    CHECK(rows_of(*came) == lines_up_to(count));
  }
}

TEST_CASE("A list of just as many rows as there may be is whole, and of one more is refused and not cut", "[unit]") {
  Service service;
  for (const int count : {2, 3, 7, 9, 10}) {
    INFO(count);
    const auto most = static_cast<std::size_t>(count);
    CHECK(rows_of(*wait_for(service.ask(rows_up_to(count), most))) == lines_up_to(count));
    const auto over = wait_for(service.ask(rows_up_to(count + 1), most));
    const auto says = over->refusal ? over->refusal->says : over->answer->body;
    CHECK((over->refusal || over->answer->status == 400));
    CHECK(says.find(fmt::format("more than {} rows", count)) != std::string::npos);
    CHECK(says.find("Narrow it") != std::string::npos);
    CHECK(says.find("r1") == std::string::npos);
  }
}

TEST_CASE("While a long list is put together others are answered", "[unit]") {
  std::atomic<int> others = 0;
  int at_the_end = 0;
  Service service;
  const auto rows = rows_up_to(30);
  const auto next = [&](Call& call, const std::vector<std::string>& after) {
    at_the_end = others;
    static_cast<void>(service.thread.read({[&](Storage&) { ++others; }, [](const review::Refusal&) {}}));
    return rows(call, after);
  };
  CHECK(rows_of(*wait_for(service.ask(next, 100))) == lines_up_to(30));
  // Ten parts; what was asked in one is answered before the one after the next.
  CHECK(at_the_end >= 8);
}

/// How often the first of two lists was asked for a part; the other fails once, in its second part.
int asked_beside_a_failure() {
  std::atomic<bool> go = false;
  Service service;
  // Both ask before the first part of either: from then on their parts may share transactions.
  const auto wait = [&](Storage&) {
    while (!go) std::this_thread::sleep_for(1ms);
  };
  const bool waits = service.thread.read({wait, [](const review::Refusal&) {}});
  REQUIRE(waits);
  int asked = 0;
  const auto counting = [&, rows = rows_up_to(12)](Call& call, const std::vector<std::string>& after) {
    ++asked;
    return rows(call, after);
  };
  bool failed = false;
  const auto failing = [&, rows = rows_up_to(12)](Call& call,
                                                  const std::vector<std::string>& after) -> review::Result<CsvPart> {
    if (!after.empty() && !failed) {
      failed = true;
      throw std::runtime_error("once");
    }
    return rows(call, after);
  };
  const auto one = service.ask(counting, 100, "ann");
  const auto other = service.ask(failing, 100, "zoe");
  go = true;
  CHECK(rows_of(*wait_for(one)) == lines_up_to(12));
  CHECK(rows_of(*wait_for(other)) == lines_up_to(12));
  CHECK(failed);
  return asked;
}

TEST_CASE("A part that is worked out again, as another's failed beside it, tells no row twice", "[unit]") {
  // Four parts, and one of them again where it shared the transaction that failed: which is not so each time.
  bool again = false;
  for (int round = 0; round < 200 && !again; ++round) {
    const int asked = asked_beside_a_failure();
    CHECK((asked == 4 || asked == 5));
    again = asked == 5;
  }
  CHECK(again);
}

TEST_CASE("A refusal in the middle of a list is the answer, and nothing of the list is", "[unit]") {
  Service service;
  const auto came = wait_for(service.ask(
      [rows = rows_up_to(12)](Call& call, const std::vector<std::string>& after) -> review::Result<CsvPart> {
        if (after == std::vector<std::string>{"6"}) return review::refuse(review::Code::not_permitted, "No more.");
        return rows(call, after);
      },
      100));
  CHECK_FALSE(came->answer);
  REQUIRE(came->refusal);
  CHECK(came->refusal->code == review::Code::not_permitted);
}

TEST_CASE("Who is gone, or is somebody else for the service, gets nothing of a list that was under way", "[unit]") {
  using review::Code;
  using review::Reader;
  using review::Role;
  struct Row {
    const char* what;
    std::optional<Reader> now;
    std::optional<Code> refused;
  };
  const Reader ann{"ann", Role::coordinator};
  const Row rows[] = {
      {"the same", ann, std::nullopt},
      {"gone", std::nullopt, Code::unauthenticated},
      {"another role", Reader{"ann", Role::reader}, Code::not_permitted},
      {"another agency", Reader{"ann", Role::coordinator, "police"}, Code::not_permitted},
      {"other scopes", Reader{"ann", Role::coordinator, {}, {review::Right::read_cases}}, Code::not_permitted},
      {"other cases", Reader{"ann", Role::coordinator, {}, {}, std::set<std::string>{"26-0001"}}, Code::not_permitted}};
  Service service;
  for (const auto& row : rows) {
    INFO(row.what);
    int parts = 0;
    const auto find_reader = [&](Storage&) { return ++parts < 3 ? std::optional(ann) : row.now; };
    const auto came = wait_for(service.ask(rows_up_to(12), 100, "ann", find_reader));
    CHECK(came->answer.has_value() == !row.refused.has_value());
    CHECK((came->refusal ? std::optional(came->refusal->code) : std::nullopt) == row.refused);
  }
}

TEST_CASE("A case that was open for a while is closed in the parts that come after", "[unit]") {
  Service service;
  std::vector<std::size_t> open;
  const auto next = [&, rows = rows_up_to(6)](Call& call, const std::vector<std::string>& after) {
    open.push_back(call.reader.glass.size());
    return rows(call, after);
  };
  const auto find_reader = [](Storage&) {
    review::Reader ann{"ann", review::Role::coordinator};
    ann.glass = {"26-0001"};
    return std::optional(ann);
  };
  REQUIRE(wait_for(service.ask(next, 100, "ann", find_reader))->answer);
  CHECK(open == std::vector<std::size_t>{0, 1});
}

TEST_CASE("Of one person few long lists are under way at a time, and the place is free afterwards", "[unit]") {
  const auto all = std::make_shared<PartsUnderWay>();
  std::vector<PartsUnderWay::Place> places;
  for (std::size_t i = 0; i < PartsUnderWay::most_of_one; ++i) {
    places.push_back(PartsUnderWay::begin(all, "ann"));
    CHECK(places.back() != nullptr);
  }
  CHECK(PartsUnderWay::begin(all, "ann") == nullptr);
  CHECK(PartsUnderWay::begin(all, "zoe") != nullptr);
  places.pop_back();
  CHECK(PartsUnderWay::begin(all, "ann") != nullptr);
  places.clear();
  for (std::size_t i = 0; i < PartsUnderWay::most; ++i)
    places.push_back(PartsUnderWay::begin(all, "person-" + std::to_string(i)));
  CHECK(PartsUnderWay::begin(all, "zoe") == nullptr);
}

}  // namespace
}  // namespace reviewd
