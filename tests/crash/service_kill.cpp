#include <fmt/format.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <map>
#include <random>
#include <thread>

#include "tests/http/service_support.hpp"

namespace review::crash_test {
namespace {

using service_test::incident;
using service_test::Practice;
using test::HttpCaller;
using test::HttpFields;

/// What one sender knows from outside: what was answered, and what it sent and has no answer to.
struct Ledger {
  std::map<std::string, std::string> acknowledged;  ///< entry id by its key
  std::string unanswered;                           ///< a key
  int next = 0;
};

std::string body_of(const std::string& key) { return fmt::format(R"({{"noteAdded":{{"text":"{}"}}}})", key); }

/// Sends notes until the service is gone, and counts the answers of all senders. What had no answer before is sent
/// again first.
void send_until_killed(HttpCaller caller, const std::string& target, int number, Ledger& ledger,
                       std::atomic<int>& answered) {
  for (;;) {
    if (ledger.unanswered.empty()) ledger.unanswered = fmt::format("key-{}-{}", number, ledger.next++);
    const auto answer = caller.post(target, body_of(ledger.unanswered), {{"Idempotency-Key", ledger.unanswered}});
    if (answer.status == 503) continue;
    if (answer.status != 201) return;
    ledger.acknowledged[ledger.unanswered] = answer.text("/entry");
    ledger.unanswered.clear();
    ++answered;
  }
}

/// The notes of a case as the service has them: entry ids by what they say.
std::map<std::string, std::vector<std::string>> notes_of(HttpCaller& caller, const std::string& target) {
  std::map<std::string, std::vector<std::string>> notes;
  std::string next;
  do {
    const auto page = caller.get(target + "?pageSize=200" + (next.empty() ? "" : "&pageToken=" + next));
    REQUIRE(page.status == 200);
    const auto value = page.json();
    for (const auto& entry : value.at("entries").as_array()) {
      const auto* added = entry.as_object().if_contains("noteAdded");
      if (added == nullptr) continue;
      notes[std::string(added->at("text").as_string())].emplace_back(entry.at("entry").as_string());
    }
    next = page.text("/nextPageToken");
  } while (!next.empty());
  return notes;
}

void demand_what_was_acknowledged(Practice& practice, const std::string& target, const std::vector<Ledger>& ledgers) {
  auto caller = practice.daemon.caller(practice.coordinator.token());
  const auto notes = notes_of(caller, target);
  std::size_t acknowledged = 0;
  std::size_t unanswered = 0;
  for (const auto& ledger : ledgers) {
    acknowledged += ledger.acknowledged.size();
    unanswered += ledger.unanswered.empty() ? 0 : 1;
    for (const auto& [key, entry] : ledger.acknowledged) {
      const auto found = notes.find(key);
      if (found == notes.end() || found->second != std::vector<std::string>{entry})
        FAIL(key << " was acknowledged and is not there exactly once");
    }
  }
  for (const auto& [key, entries] : notes) {
    if (entries.size() != 1) FAIL(key << " is there " << entries.size() << " times");
  }
  CHECK(notes.size() >= acknowledged);
  CHECK(notes.size() <= acknowledged + unanswered);
  const auto verified = caller.post("/v1/journal:verify", "");
  INFO(verified.body);
  CHECK(verified.json().at("verifies").as_bool());
}

/// Waits for so many answers, however slow the machine is, and then a moment more: a kill may fall anywhere.
void await(const std::atomic<int>& answered, int wanted, std::chrono::microseconds more) {
  constexpr std::chrono::minutes patience{1};
  const auto until = std::chrono::steady_clock::now() + patience;
  while (answered < wanted && std::chrono::steady_clock::now() < until)
    std::this_thread::sleep_for(std::chrono::microseconds(100));
  std::this_thread::sleep_for(more);
}

TEST_CASE("Killed again and again under many senders, the service keeps each acknowledged entry exactly once",
          "[crash]") {
  const bool is_long = std::getenv("REVIEW_LONG") != nullptr;
  const int cycles = is_long ? 200 : 25;
  Practice practice;
  const auto programme =
      practice.coordinator.post("/v1/programmes", R"({"programmeOpened":{"sort":"TRAINING","title":"Invented"}})");
  REQUIRE(programme.status == 201);
  // What is kept of a programme is kept as of a case: one walk goes through either.
  const std::string target = GENERATE(false, true) ? "/v1/programmes/" + programme.text("/programme") + "/entries"
                                                   : "/v1/cases/" + practice.open() + "/entries";
  std::vector<Ledger> ledgers(4);
  std::mt19937 random(20260402);
  int wanted_of_all = 0;
  for (int cycle = 0; cycle < cycles; ++cycle) {
    CAPTURE(cycle);
    const int wanted = 4 + static_cast<int>(random() % 16);
    std::atomic<int> answered = 0;
    std::vector<std::thread> senders;
    for (std::size_t i = 0; i < ledgers.size(); ++i) {
      senders.emplace_back(send_until_killed, practice.daemon.caller(practice.coordinator.token()), target,
                           static_cast<int>(i), std::ref(ledgers[i]), std::ref(answered));
    }
    await(answered, wanted, std::chrono::microseconds(random() % 4000));
    practice.daemon.kill();
    for (auto& sender : senders) sender.join();
    wanted_of_all += wanted;
    practice.daemon.start();
    if (cycle % 5 == 4 || cycle + 1 == cycles) demand_what_was_acknowledged(practice, target, ledgers);
  }
  std::size_t acknowledged = 0;
  for (const auto& ledger : ledgers) acknowledged += ledger.acknowledged.size();
  CHECK(acknowledged >= static_cast<std::size_t>(wanted_of_all));
  CHECK(practice.daemon.stop() == 0);
}

}  // namespace
}  // namespace review::crash_test
