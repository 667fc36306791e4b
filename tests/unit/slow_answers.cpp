#include "reviewd/storage/slow_answers.hpp"

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <future>
#include <memory>
#include <thread>

#include "reviewd/storage/open_storage.hpp"

namespace reviewd {
namespace {

using namespace std::chrono_literals;

/// Slow parts that end when they are let go.
class Slow {
 public:
  explicit Slow(SlowAnswers& answers) : answers_(answers) {}

  /// True where it waits or is worked on, false where it was refused at once.
  bool ask(SlowPart::Line line, const std::string& person) {
    bool refused = false;
    Response response;
    response.rest = SlowPart{line, person, [this, go = go_](const std::stop_token&) {
                               ++begun;
                               go.wait();
                               return Response{};
                             }};
    answers_.give(
        std::move(response), [this](const Response&) { ++given; }, [&](const review::Refusal&) { refused = true; });
    return !refused;
  }
  void let_go() { let_go_.set_value(); }

  std::atomic<int> begun{0};
  std::atomic<int> given{0};

 private:
  SlowAnswers& answers_;
  std::promise<void> let_go_;
  std::shared_future<void> go_{let_go_.get_future()};
};

/// The lines, and a store to put on record what was done.
struct Lines {
  StorageThread thread{open_storage(review::Store::in_memory(true), {}).value(), {[] {}, [](std::string_view) {}}};
  std::unique_ptr<SlowAnswers> answers = std::make_unique<SlowAnswers>(thread);
};

template <typename Condition>
bool comes(Condition condition) {
  for (int i = 0; i < 1000 && !condition(); ++i) std::this_thread::sleep_for(10ms);
  return condition();
}

TEST_CASE("Nobody's slow work keeps others waiting, and a few parts of one person may wait", "[unit]") {
  Lines lines;
  const auto& answers = lines.answers;
  Slow one(*answers);
  Slow other(*answers);
  int taken = 0;
  for (int i = 0; i < 40; ++i) taken += one.ask(SlowPart::Line::checks, "person-1") ? 1 : 0;
  CHECK(taken >= 3);
  CHECK(taken <= 4);
  REQUIRE(comes([&] { return one.begun == 1; }));
  REQUIRE(other.ask(SlowPart::Line::checks, "person-2"));
  CHECK(comes([&] { return other.begun == 1; }));
  other.let_go();
  CHECK(comes([&] { return other.given == 1; }));
  CHECK(one.begun == 1);
  one.let_go();
  CHECK(comes([&] { return one.given == taken; }));
}

TEST_CASE("Copies do not wait for checks, however many there are", "[unit]") {
  Lines lines;
  const auto& answers = lines.answers;
  Slow checks(*answers);
  Slow copies(*answers);
  int taken = 0;
  for (int person = 0; person < 40; ++person) {
    taken += checks.ask(SlowPart::Line::checks, std::to_string(person)) ? 1 : 0;
  }
  CHECK(taken >= 12);
  CHECK(taken < 40);
  REQUIRE(copies.ask(SlowPart::Line::copies, "0"));
  copies.let_go();
  CHECK(comes([&] { return copies.given == 1; }));
  checks.let_go();
  CHECK(comes([&] { return checks.given == taken; }));
}

TEST_CASE("A calendar waits for no check, and neither does what nobody asked for", "[unit]") {
  Lines lines;
  Slow checks(*lines.answers);
  Slow written(*lines.answers);
  int taken = 0;
  for (int person = 0; person < 40; ++person) {
    taken += checks.ask(SlowPart::Line::checks, std::to_string(person)) ? 1 : 0;
  }
  REQUIRE(written.ask(SlowPart::Line::written, ""));
  written.let_go();
  CHECK(comes([&] { return written.given == 1; }));
  std::atomic<int> plain = 0;
  Response response;
  response.rest = SlowPart{SlowPart::Line::written, {}, [](const std::stop_token&) { return Response{200}; }};
  lines.answers->give(
      std::move(response), [&](const Response&) { ++plain; }, [](const review::Refusal&) {});
  CHECK(comes([&] { return plain == 1; }));
  CHECK(checks.given == 0);
  checks.let_go();
  CHECK(comes([&] { return checks.given == taken; }));
}

TEST_CASE("Work that takes long is told when the service ends, and what waits is not begun", "[unit]") {
  Lines lines;
  std::atomic<int> begun = 0;
  for (int person = 0; person < 8; ++person) {
    Response response;
    response.rest = SlowPart{SlowPart::Line::checks, std::to_string(person), [&](const std::stop_token& stop) {
                               ++begun;
                               while (!stop.stop_requested()) std::this_thread::sleep_for(5ms);
                               return Response{503};
                             }};
    lines.answers->give(
        std::move(response), [](const Response&) {}, [](const review::Refusal&) {});
  }
  REQUIRE(comes([&] { return begun == 2; }));
  const auto from = std::chrono::steady_clock::now();
  lines.answers.reset();
  CHECK(std::chrono::steady_clock::now() - from < 5s);
  CHECK(begun == 2);
}

TEST_CASE("What was read without the store goes on with it, between what others ask", "[unit]") {
  Lines lines;
  std::atomic<int> status = 0;
  const auto tried = std::make_shared<int>(0);
  RestInParts parts{"person-1",
                    [tried](Storage& storage) -> review::Result<RestInParts::Take> {
                      CHECK_FALSE(storage.store().in_transaction());
                      const bool last = ++*tried == 3;
                      return RestInParts::Take([last]() -> std::optional<Response> {
                        return last ? std::optional(Response{201}) : std::nullopt;
                      });
                    },
                    true};
  Response response;
  response.rest = SlowPart{SlowPart::Line::checks, "person-1", [parts](const std::stop_token&) {
                             Response left;
                             left.rest = parts;
                             return left;
                           }};
  lines.answers->give(
      std::move(response), [&](const Response& whole) { status = whole.status; }, [](const review::Refusal&) {});
  CHECK(comes([&] { return status == 201; }));
  CHECK(*tried == 3);
}

TEST_CASE("What was done is on record before its answer leaves, and nothing of what was not", "[unit]") {
  Lines lines;
  std::atomic<int> noted = 0;
  std::atomic<int> seen = -1;
  const auto ask = [&](int status) {
    Response response;
    response.rest =
        SlowPart{SlowPart::Line::checks, "person-1", [status](const std::stop_token&) { return Response{status}; },
                 [&](Storage&) -> review::Result<void> {
                   ++noted;
                   return {};
                 }};
    lines.answers->give(
        std::move(response), [&](const Response&) { seen = noted.load(); }, [](const review::Refusal&) {});
  };
  ask(413);
  REQUIRE(comes([&] { return seen == 0; }));
  ask(200);
  CHECK(comes([&] { return seen == 1; }));
}

TEST_CASE("What a page makes of a slow answer stays in its line and its person's", "[unit]") {
  const auto part =
      then(SlowPart{SlowPart::Line::copies, "person-1", [](const std::stop_token&) { return Response{200}; }},
           [](const Response& made) { return Response{made.status + 4}; });
  CHECK(part.line == SlowPart::Line::copies);
  CHECK(part.person == "person-1");
  CHECK(part.work({}).status == 204);
}

TEST_CASE("What the last of several parts leaves waits in its line, and is given once", "[unit]") {
  StorageThread thread{open_storage(review::Store::in_memory(true), {}).value(), {[] {}, [](std::string_view) {}}};
  auto answers = std::make_shared<SlowAnswers>(thread);
  Response later;
  later.rest = RestInParts{"ann", [](Storage&) -> review::Result<RestInParts::Take> {
                             return RestInParts::Take([]() -> std::optional<Response> {
                               Response written;
                               written.rest = SlowPart{SlowPart::Line::written, "ann", [](const std::stop_token&) {
                                                         return Response{200, "text/plain", "written"};
                                                       }};
                               return written;
                             });
                           }};
  later.route = "a-route";
  std::promise<Response> given;
  answers->give(
      std::move(later), [&](Response whole) { given.set_value(std::move(whole)); },
      [](const review::Refusal& refusal) { FAIL(refusal.says); });
  auto waits = given.get_future();
  REQUIRE(waits.wait_for(10s) == std::future_status::ready);
  const auto whole = waits.get();
  CHECK(whole.body == "written");
  CHECK(whole.route == "a-route");
  answers.reset();
}

}  // namespace
}  // namespace reviewd
