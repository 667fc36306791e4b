#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <future>
#include <thread>
#include <vector>

#include "tests/bench/filling.hpp"
#include "tests/http/sight_support.hpp"
#include "tests/support/browser.hpp"

/// Somebody asks for a long list and may not come in any more before it is put together: it is whole or it is no list.
namespace review::service_test {
namespace {

using namespace std::chrono_literals;
using test::Browser;

constexpr int cases = 1200;
constexpr int above_the_rows = 3;  // the marking, and two lines of headings
constexpr int others = 3;
constexpr int most_rounds = 60;

/// A service with so many cases that their list takes several parts.
struct Full {
  Practice practice{};
  std::chrono::microseconds whole{};  ///< how long a list takes

  Full() {
    (void)practice.daemon.stop();
    {
      bench::Filling filling(practice.daemon.store());
      filling.together([&] {
        for (int number = 0; number < cases; ++number) filling.open("2026-06-16", number);
      });
    }
    practice.daemon.start();
    auto caller = practice.daemon.coordinator();
    REQUIRE(caller.put("/v1/practice/today", R"({"date":"2026-06-17"})").status == 200);
    REQUIRE(caller.get("/v1/cases:csv").status == 200);  // so that what follows is as quick as it gets
    const auto begun = std::chrono::steady_clock::now();
    REQUIRE(rows(caller.get("/v1/cases:csv")) == cases);
    whole = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begun);
  }

  static int rows(const HttpAnswer& answer) {
    return static_cast<int>(std::count(answer.body.begin(), answer.body.end(), '\n')) - above_the_rows;
  }
};

/// Others who ask for the list all the time. The parts of a list stand in line with theirs, so that it takes several
/// times as long as alone, and what keeps its asker out does not wait longer than one part of each.
class Others {
 public:
  explicit Others(Full& full) {
    for (int i = 0; i < others; ++i) {
      threads_.emplace_back([this, caller = full.practice.daemon.reader(fmt::format("other-{}", i))]() mutable {
        while (!done_) whole_ = Full::rows(caller.get("/v1/cases:csv")) == cases && whole_;
      });
    }
  }
  ~Others() { stop(); }
  Others(const Others&) = delete;
  Others& operator=(const Others&) = delete;

  /// Whether every list of theirs was whole.
  bool stop() {
    done_ = true;
    for (auto& one : threads_) {
      if (one.joinable()) one.join();
    }
    return whole_;
  }

 private:
  std::atomic<bool> done_ = false;
  std::atomic<bool> whole_ = true;
  std::vector<std::thread> threads_;
};

/// Somebody who asks for the list, and what keeps them out from then on.
struct Asker {
  std::function<HttpAnswer()> ask;
  std::function<void()> keep_out;
};

/// Keeps somebody out while their list is put together, until that was so at least once: who is kept out before it
/// begins is told something else, and who was too early or too late waits longer or less the next time.
void check(Full& full, const std::function<Asker(const std::string& person)>& asker) {
  Others beside(full);
  int midway = 0;
  auto wait = 2 * full.whole;
  for (int round = 0; round < most_rounds && midway == 0; ++round) {
    auto one = asker(fmt::format("person-{}", round));
    auto list = std::async(std::launch::async, one.ask);
    std::this_thread::sleep_for(wait);
    one.keep_out();
    const auto answer = list.get();
    INFO(answer.head);
    if (answer.status == 200) {
      CHECK(Full::rows(answer) == cases);
      wait = wait * 2 / 3;
      continue;
    }
    CHECK_FALSE(says(answer, "26-0001"));
    wait = wait * 3 / 2;
    if (!says(answer, "ask for this list anew")) continue;
    CHECK(answer.status == 401);
    ++midway;
  }
  CHECK(midway == 1);
  CHECK(beside.stop());
}

TEST_CASE("Whose token is revoked while a long list is put together gets nothing of it", "[service]") {
  Full full;
  auto administrator = full.practice.daemon.administrator();
  const auto asker = [&](const std::string& person) {
    const auto issued = administrator.post("/v1/tokens", fmt::format(R"({{"person":"{}","role":"reader"}})", person));
    REQUIRE(issued.status == 201);
    const auto caller = std::make_shared<HttpCaller>(full.practice.daemon.caller(issued.text("/secret")));
    return Asker{[caller] { return caller->get("/v1/cases:csv"); },
                 [&administrator, token = issued.text("/token")] {
                   REQUIRE(administrator.post("/v1/tokens/" + token + ":revoke", "").status == 200);
                 }};
  };
  check(full, asker);
}

TEST_CASE("Who is signed out, shut out or given another role while a long list is put together gets nothing of it",
          "[service]") {
  Full full;
  auto administrator = full.practice.daemon.administrator();
  auto second = full.practice.daemon.caller(full.practice.daemon.issue("administrator-2", "administrator"));
  const auto change_role = [&](const std::string& account) {
    const auto proposed =
        administrator.post(account + ":proposeRole", R"({"role":"panel-member","reason":"Invented."})");
    INFO(proposed.body);
    REQUIRE(proposed.status == 201);
    REQUIRE(second.post("/v1/approvals/" + proposed.text("/approval") + ":approve", "").status == 200);
  };
  const auto post = [&](const std::string& account, const std::string& verb) {
    REQUIRE(administrator.post(account + verb, "").status == 200);
  };
  struct Row {
    std::string name;
    std::function<void(const std::string& account)> keep_out;
  };
  const Row rows[] = {{"leaver", [&](const std::string& account) { post(account, ":disable"); }},
                      {"signed-out", [&](const std::string& account) { post(account, ":signOut"); }},
                      {"mover", change_role}};
  for (const auto& row : rows) {
    INFO(row.name);
    const auto asker = [&](const std::string& person) {
      const auto name = row.name + "-" + person;
      const auto browser = std::make_shared<Browser>(Browser::of(full.practice.daemon, name, "coordinator"));
      return Asker{[browser] { return browser->open("/cases.csv"); },
                   [&row, account = "/v1/accounts/" + name] { row.keep_out(account); }};
    };
    check(full, asker);
  }
}

}  // namespace
}  // namespace review::service_test
