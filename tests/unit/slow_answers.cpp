#include "reviewd/documents/slow_answers.hpp"

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <future>
#include <memory>
#include <thread>

#include "reviewd/documents/slow_part.hpp"

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
    response.rest = SlowPart{line, person, [this, go = go_] {
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

template <typename Condition>
bool comes(Condition condition) {
  for (int i = 0; i < 1000 && !condition(); ++i) std::this_thread::sleep_for(10ms);
  return condition();
}

TEST_CASE("Nobody's slow work keeps others waiting, and a few parts of one person may wait", "[unit]") {
  const auto answers = std::make_unique<SlowAnswers>();
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
  const auto answers = std::make_unique<SlowAnswers>();
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

TEST_CASE("What a page makes of a slow answer stays in its line and its person's", "[unit]") {
  const auto rest = then(SlowPart{SlowPart::Line::copies, "person-1", [] { return Response{200}; }},
                         [](const Response& made) { return Response{made.status + 4}; });
  const auto* part = rest.target<SlowPart>();
  REQUIRE(part != nullptr);
  CHECK(part->line == SlowPart::Line::copies);
  CHECK(part->person == "person-1");
  CHECK(rest().status == 204);
  CHECK(then([] { return Response{200}; }, [](const Response& made) { return Response{made.status + 4}; })().status ==
        204);
}

}  // namespace
}  // namespace reviewd
