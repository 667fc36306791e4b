#include <fmt/format.h>

#include <atomic>
#include <csignal>
#include <thread>

#include "tests/http/service_support.hpp"

namespace review::service_test {
namespace {

using test::Ended;
using test::run_reviewd;
using test::TemporaryFolder;
using test::write_file;

TEST_CASE("Told to stop, the service finishes what it has begun, ends with 0 and frees its port and store",
          "[service]") {
  for (const int signal : {SIGTERM, SIGINT}) {
    Practice practice;
    const auto id = practice.open();
    std::vector<std::thread> senders;
    std::atomic<int> acknowledged = 0;
    std::atomic<bool> begun = false;
    for (int i = 0; i < 3; ++i) {
      senders.emplace_back([&] {
        auto caller = practice.daemon.caller(practice.coordinator.token());
        while (caller.post("/v1/cases/" + id + "/entries", note).status == 201) {
          ++acknowledged;
          begun = true;
        }
      });
    }
    while (!begun) std::this_thread::yield();
    practice.daemon.signal(signal);
    for (auto& sender : senders) sender.join();
    CHECK(practice.daemon.wait() == 0);
    auto late = practice.daemon.caller(practice.coordinator.token());
    CHECK(late.get("/healthz").status == 0);
    CHECK(practice.daemon.said().find("\"clean\":true") != std::string::npos);
    practice.daemon.start();
    auto coordinator = practice.daemon.caller(practice.coordinator.token());
    const auto version = coordinator.get("/v1/cases/" + id).json().at("version").as_int64();
    CHECK(version >= 1 + acknowledged);
    CHECK(version <= 1 + acknowledged + 3);  // an answer may be lost on its way, one for each sender
  }
}

TEST_CASE("A second service does not open a store that one holds", "[service]") {
  const Daemon daemon;
  const auto second = run_reviewd({"--store", daemon.store().string(), "--listen", "127.0.0.1:0", "--practice"});
  CHECK(second.code == 1);
  CHECK(second.said.find("listening") == std::string::npos);
  INFO(second.said);
  CHECK(second.said.find("Another process holds " + daemon.store().string()) != std::string::npos);
  auto coordinator = daemon.coordinator();
  CHECK(coordinator.get("/v1/cases").status == 200);
}

TEST_CASE("The service listens on loopback only, unless a proxy is in front", "[service]") {
  const TemporaryFolder folder;
  const auto store = (folder / "store.db").string();
  for (const std::string address :
       {"0.0.0.0:0", "[::]:0", "192.0.2.1:8080", "localhost.example:80", "127.0.0.1.example:0"}) {
    const auto refused = run_reviewd({"--store", store, "--listen", address});
    INFO(address << "\n" << refused.said);
    CHECK(refused.code > 0);
    CHECK(refused.said.find("listening on") == std::string::npos);
  }
  for (const std::string address : {"127.0.0.1", "127.0.0.1:x", "127.0.0.1:70000", "127.0.0.1:", "127.0.0.1:80x"})
    CHECK(run_reviewd({"--store", store, "--listen", address}).code == 2);
  CHECK(run_reviewd({"--listen", "127.0.0.1:0"}).code == 2);
  CHECK(run_reviewd({"--store", store, "--no-such-option"}).code == 2);
  CHECK(run_reviewd({"--help"}).code == 0);
  const Daemon daemon;
  const auto taken = run_reviewd({"--store", store, "--listen", fmt::format("127.0.0.1:{}", daemon.port())});
  CHECK(taken.code == 1);
}

TEST_CASE("A real store is not opened for practice, and a practice store stays one", "[service]") {
  Daemon real({false, {}});
  REQUIRE(real.stop() == 0);
  CHECK(run_reviewd({"--store", real.store().string(), "--listen", "127.0.0.1:0", "--practice"}).code == 1);
  Practice practice;
  REQUIRE(practice.daemon.stop() == 0);
  const auto without = run_reviewd({"--store", practice.daemon.store().string(), "--listen", "198.51.100.7:1"});
  CHECK(without.code != 0);
}

TEST_CASE("A configuration that is not understood keeps the service from starting", "[service]") {
  const TemporaryFolder folder;
  const auto store = (folder / "store.db").string();
  const auto file = folder / "reviewd.toml";
  for (const std::string text :
       {"colour = \"red\"\n", "overlay = 7\n", "overlay = \"none.toml\"\n", "[limits]\nspeed = 3\n",
        "[limits]\nbody-bytes = -1\n", "[limits]\nbody-bytes = \"many\"\n", "limits = 3\n", "allowed-hosts = \"one\"\n",
        "allowed-hosts = [1]\n", "[sign-in]\nspeed = 3\n", "[sign-in]\naddress-burst = 0\n", "sign-in = 3\n",
        "pepper-file = 7\n", "pepper-file = \"none\"\n", "no toml"}) {
    write_file(file, text);
    const auto ended = run_reviewd({"--store", store, "--listen", "127.0.0.1:0", "--config", file.string()});
    INFO(text << "\n" << ended.said);
    CHECK(ended.code == 1);
    CHECK_FALSE(ended.said.empty());
  }
  CHECK(run_reviewd({"--store", store, "--config", (folder / "none.toml").string()}).code == 1);
}

TEST_CASE("A partnership's overlay adds its own date and changes who signs", "[service]") {
  const TemporaryFolder folder;
  write_file(folder / "overlay.toml", R"(id = "invented"
name = "Invented partnership"
sign-off-bodies = ["LOCAL_AUTHORITY", "INTEGRATED_CARE_BOARD", "POLICE", "PUBLIC_HEALTH"]
[[local]]
clock = "rapid-review"
from = 2018-06-29
length = 15
unit = "working-days"
counting = "same-day"
cites = [{ source = "devon-scp" }]
grade = "S"
note = "Invented."
)");
  write_file(folder / "reviewd.toml",
             "overlay = \"overlay.toml\"\nallowed-hosts = [\"127.0.0.1\", \"reviews.example\"]\n"
             "[limits]\nbody-bytes = 2000\n");
  Practice practice({true, {"--config", (folder / "reviewd.toml").string()}});
  const auto id = practice.notified_case();
  const auto clock = practice.coordinator.get("/v1/cases/" + id + "/clocks/rapid-review");
  INFO(clock.body);
  CHECK(clock.text("/dueOn") == "2026-01-28");
  CHECK(clock.text("/local/dueOn") == "2026-01-27");
  practice.day("2026-01-21");
  practice.add(id, decided("LCSPR"));
  for (const char* body : {"LOCAL_AUTHORITY", "INTEGRATED_CARE_BOARD", "POLICE"}) practice.add(id, signed_off(body));
  const auto missing = practice.refused(id, R"({"rapidReviewSubmitted":{}})", "sign-off-missing");
  CHECK(missing.text("/detail").find("public health") != std::string::npos);
  const std::string long_note = R"({"noteAdded":{"text":")" + std::string(3000, 'x') + R"("}})";
  CHECK(practice.send(id, long_note).status == 413);
}

}  // namespace
}  // namespace review::service_test
