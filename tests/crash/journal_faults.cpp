#include "libreview/journal/backup.hpp"
#include "tests/crash/faulty_disk.hpp"
#include "tests/crash/journal_support.hpp"

namespace review::crash_test {
namespace {

/// A store of ten groups: its bytes, and its head.
struct Beginning {
  std::string bytes;
  Head head;

  Beginning() {
    const journal_test::Folder folder;
    {
      auto store = Store::create(folder / "store.db", false);
      REQUIRE(store);
      journal_test::CountingRandom random;
      SqliteJournal journal(**store, random);
      for (auto number = 0; number < 10; ++number) head = append_group(journal).value();
    }
    bytes = journal_test::bytes_of(folder / "store.db");
  }
};

/// That store on the faulty disk.
struct World {
  journal_test::Folder folder;
  FaultyDisk disk;
  journal_test::CountingRandom random;
  Head acknowledged;
  bool broke = false;
  int full = 0;

  [[nodiscard]] std::filesystem::path file() const { return folder / "store.db"; }

  World() {
    static const Beginning beginning;
    std::ofstream(file(), std::ios::binary) << beginning.bytes;
    std::filesystem::permissions(file(), std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    acknowledged = beginning.head;
  }

  /// Eight groups with a checkpoint after each third, until the disk fails for good; then the process "leaves".
  void work() {
    try {
      auto store = Store::open(file());
      if (!store) return;
      SqliteJournal journal(**store, random);
      for (auto number = 0; number < 8; ++number) {
        const auto head = append_group(journal);
        if (head) acknowledged = *head;
        if (!head) {
          REQUIRE(head.error().code == Code::store_full);
          REQUIRE(journal.head() == acknowledged);
          REQUIRE(journal.read("cases/26-0001").size() > 10);
          ++full;
        }
        if (number % 3 == 2 && !(*store)->checkpoint()) ++full;
      }
    } catch (const StoreBroken&) {
      broke = true;
    }
  }
};

TEST_CASE("Whichever write or sync fails, nothing acknowledged is lost and none is tried again", "[crash][journal]") {
  const auto failure = GENERATE(Failure::io_once, Failure::io_always);
  auto failures = 0;
  for (auto at = 1;; ++at) {
    CAPTURE(at);
    World world;
    world.disk.fail(failure, at);
    world.work();
    if (!world.disk.failed()) break;
    ++failures;
    CHECK(world.disk.tried_after_failure() == 0);
    world.disk.mend();
    demand_nothing_lost(world.file(), world.acknowledged);
  }
  CHECK(failures > 50);
}

TEST_CASE("Whichever write finds the disk full, the group is refused and the next one is taken", "[crash][journal]") {
  auto refused = 0;
  for (auto at = 1;; ++at) {
    CAPTURE(at);
    World world;
    world.disk.fail(Failure::full_once, at);
    world.work();
    if (!world.disk.failed()) break;
    CHECK_FALSE(world.broke);
    refused += world.full;
    world.disk.mend();
    demand_nothing_lost(world.file(), world.acknowledged);
  }
  CHECK(refused > 30);
}

TEST_CASE("After a power cut at any moment everything acknowledged is there", "[crash][journal]") {
  auto cuts = 0;
  for (auto at = 1;; ++at) {
    CAPTURE(at);
    World world;
    world.disk.fail(Failure::power_cut, at);
    world.work();
    if (!world.disk.failed()) break;
    ++cuts;
    world.disk.come_back(static_cast<std::uint32_t>(at));
    demand_nothing_lost(world.file(), world.acknowledged);
  }
  CHECK(cuts > 100);
}

TEST_CASE("A store whose making is interrupted is finished by the next start", "[crash][journal]") {
  const auto failure = GENERATE(Failure::io_once, Failure::full_once, Failure::power_cut);
  auto failures = 0;
  for (auto at = 1;; ++at) {
    CAPTURE(at);
    journal_test::Folder folder;
    const auto file = folder / "store.db";
    FaultyDisk disk;
    disk.fail(failure, at);
    try {
      (void)Store::create(file, true);
    } catch (const StoreBroken&) {
    }
    if (!disk.failed()) break;
    ++failures;
    disk.come_back(static_cast<std::uint32_t>(at));
    const auto store = Store::open_or_create(file, true);
    REQUIRE(store);
    CHECK((*store)->practice());
  }
  CHECK(failures > 5);
}

TEST_CASE("A backup that the disk fails harms neither the store nor the next backup", "[crash][journal]") {
  for (const auto failure : {Failure::io_once, Failure::full_once}) {
    for (auto at = 1;; at += 7) {
      CAPTURE(at);
      World world;
      auto store = Store::open(world.file());
      REQUIRE(store);
      SqliteJournal journal(**store, world.random);
      world.disk.fail(failure, at);
      try {
        const auto head = back_up(**store, world.folder / "copy.db");
        if (head) CHECK(*head == journal.head());
      } catch (const StoreBroken&) {
      }
      const auto failed = world.disk.failed();
      world.disk.mend();
      CHECK(append_group(journal));
      std::filesystem::remove(world.folder / "copy.db");
      CHECK(back_up(**store, world.folder / "copy.db"));
      if (!failed) break;
    }
  }
}

}  // namespace
}  // namespace review::crash_test
