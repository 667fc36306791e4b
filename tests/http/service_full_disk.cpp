#include <unistd.h>

#include <chrono>
#include <fstream>
#include <thread>

#include "reviewd/storage/reserve.hpp"
#include "tests/http/service_support.hpp"
#include "tests/support/browser.hpp"

/// A disk that is really full, under a real service.
namespace review::service_test {
namespace {

using std::chrono::steady_clock;

constexpr std::uintmax_t reserve_bytes = 8 * 1024 * 1024;

/// Writes until nothing more fits.
void fill_up(const std::filesystem::path& file) {
  std::ofstream out(file, std::ios::binary | std::ios::app);
  for (std::size_t piece = 1 << 20; piece > 0; piece /= 2) {
    const std::string bytes(piece, 'x');
    while (out.write(bytes.data(), static_cast<std::streamsize>(piece)).flush()) {
    }
    out.clear();
  }
}

bool says_full(const Daemon& daemon) {
  return daemon.caller().get("/metrics").body.find("\nreview_store_full 1\n") != std::string::npos;
}

/// How many reads of the case are on record, by people who saw it.
std::size_t reads_of(HttpCaller& caller, const std::string& id, const std::string& person) {
  std::size_t count = 0;
  std::string token;
  do {
    const auto page = caller.get("/v1/cases/" + id + "/reads?pageSize=200&pageToken=" + token);
    REQUIRE(page.status == 200);
    const auto body = page.json();
    for (const auto& one : body.at("reads").as_array()) {
      count += one.at("person").as_string() == "people/" + person ? 1 : 0;
    }
    token = page.text("/nextPageToken");
  } while (!token.empty());
  return count;
}

TEST_CASE("A reserve takes real room, and gives it up", "[service]") {
  const test::TemporaryFolder folder;
  reviewd::Reserve reserve(folder / "store.db", 1 << 20);
  CHECK_FALSE(reserve.give_up());
  REQUIRE(reserve.make());
  CHECK(std::filesystem::file_size(folder / "store.db.reserve") == 1 << 20);
  CHECK(reserve.give_up());
  CHECK_FALSE(std::filesystem::exists(folder / "store.db.reserve"));
  CHECK_FALSE(reserve.is_held());
}

TEST_CASE("On a full disk everybody reads on, each read is on record, and entries are taken again when there is room",
          "[service]") {
  if (!test::can_have_disk()) {
    WARN("skipped: only root gives a service a disk of its own");
    return;
  }
  Practice practice({.disk_mebibytes = 48});
  const auto& daemon = practice.daemon;
  const auto id = practice.open();
  auto reader = daemon.reader("r-reader");
  auto browser = test::Browser::of(daemon, "c-coord", "coordinator");
  REQUIRE(reader.get("/v1/cases/" + id).status == 200);
  CHECK(std::filesystem::file_size(daemon.disk() / "store.db.reserve") == reserve_bytes);
  const auto before = reads_of(practice.coordinator, id, "r-reader");
  const auto size = practice.size();

  fill_up(daemon.disk() / "filler");
  std::size_t seen = 0;
  const auto until = steady_clock::now() + std::chrono::seconds(60);
  while (!says_full(daemon) && steady_clock::now() < until) {
    REQUIRE(reader.get("/v1/cases/" + id).status == 200);
    ++seen;
  }
  REQUIRE(says_full(daemon));
  for (int i = 0; i < 300; ++i, ++seen) REQUIRE(reader.get("/v1/cases/" + id).status == 200);

  const auto refused = practice.coordinator.post("/v1/cases/" + id + "/entries", note);
  CHECK(refused.status == 507);
  CHECK(refused.code() == "store-full");
  CHECK(practice.coordinator.post("/v1/cases", incident).code() == "store-full");
  CHECK(practice.size() == size);
  const auto ready = daemon.caller().get("/readyz");
  CHECK(ready.status == 503);
  CHECK(ready.body.starts_with("read-only: the disk is full\n"));
  CHECK(daemon.caller().get("/healthz").status == 200);
  CHECK_FALSE(std::filesystem::exists(daemon.disk() / "store.db.reserve"));
  CHECK(daemon.said().find("\"event\":\"disk-full\"") != std::string::npos);

  // The pages too: who signs in reads on, and is told why nothing is taken.
  browser.forget();
  browser.open("/sign-in");
  CHECK(browser.send("/sign-in", {{"person", "c-coord"}, {"password", test::good_password}, {"then", ""}}).status ==
        303);
  CHECK(browser.open("/cases/" + id).status == 200);
  const auto form =
      browser.send("/cases/" + id + "/add/noteAdded", {{"noteAdded.text", "A note."}, {"do", "continue"}});
  CHECK(form.status == 507);
  CHECK(form.body.find("The disk of the store is full") != std::string::npos);

  std::filesystem::remove(daemon.disk() / "filler");
  const auto freed = steady_clock::now();
  int status = 0;
  while (status != 201 && steady_clock::now() < freed + std::chrono::seconds(5)) {
    status = practice.coordinator.post("/v1/cases/" + id + "/entries", note).status;
    if (status != 201) std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  CHECK(status == 201);
  CHECK_FALSE(says_full(daemon));
  CHECK(daemon.caller().get("/readyz").status == 200);
  CHECK(std::filesystem::file_size(daemon.disk() / "store.db.reserve") == reserve_bytes);
  CHECK(daemon.said().find("\"event\":\"disk-has-room\"") != std::string::npos);
  CHECK(reads_of(practice.coordinator, id, "r-reader") == before + seen);
  CHECK(practice.size() == size + 1);
  CHECK(daemon.administrator().post("/v1/journal:verify", "").status == 200);
}

TEST_CASE("A service that starts on a full disk lets people read, and takes entries when there is room", "[service]") {
  if (!test::can_have_disk()) {
    WARN("skipped: only root gives a service a disk of its own");
    return;
  }
  Practice practice({.disk_mebibytes = 32});
  const auto id = practice.open();
  const auto token = practice.daemon.issue("r-reader", "reader");
  const auto writer = practice.daemon.issue("coordinator-2", "coordinator");
  REQUIRE(practice.daemon.stop() == 0);
  std::filesystem::remove(practice.daemon.disk() / "store.db.reserve");
  fill_up(practice.daemon.disk() / "filler");
  std::filesystem::resize_file(practice.daemon.disk() / "filler",
                               std::filesystem::file_size(practice.daemon.disk() / "filler") - (1 << 20));
  practice.daemon.start();
  auto coordinator = practice.daemon.caller(writer);
  CHECK(practice.daemon.caller(token).get("/v1/cases/" + id).status == 200);
  CHECK(coordinator.post("/v1/cases/" + id + "/entries", note).code() == "store-full");
  std::filesystem::remove(practice.daemon.disk() / "filler");
  int status = 0;
  const auto until = steady_clock::now() + std::chrono::seconds(5);
  while (status != 201 && steady_clock::now() < until) {
    status = coordinator.post("/v1/cases/" + id + "/entries", note).status;
    if (status != 201) std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  CHECK(status == 201);
}

}  // namespace
}  // namespace review::service_test
