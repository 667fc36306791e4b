#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <thread>

#include "tests/crash/journal_support.hpp"

namespace review::crash_test {
namespace {

/// In the child: appends without end, and tells the parent each head once it is acknowledged.
[[noreturn]] void write_for_ever(const std::filesystem::path& file, int to) {
  auto store = Store::open(file);
  if (!store) ::_exit(1);
  journal_test::CountingRandom random;
  SqliteJournal journal(**store, random);
  for (;;) {
    const auto head = append_group(journal);
    if (!head) ::_exit(2);
    const auto line = head_line(*head) + "\n";
    if (::write(to, line.data(), line.size()) < 0) ::_exit(3);
  }
}

std::string everything_from(int descriptor) {
  std::string text;
  std::array<char, 4096> buffer{};
  for (ssize_t size = 0; (size = ::read(descriptor, buffer.data(), buffer.size())) > 0;)
    text.append(buffer.data(), size);
  return text;
}

/// Runs a writer for a while, kills it, and gives the last head that it acknowledged, or `before`.
Head kill_after(std::chrono::milliseconds delay, const std::filesystem::path& file, const Head& before) {
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  const auto child = ::fork();
  if (child == 0) {
    ::close(ends[0]);
    write_for_ever(file, ends[1]);
  }
  ::close(ends[1]);
  std::this_thread::sleep_for(delay);
  REQUIRE(::kill(child, SIGKILL) == 0);
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(WIFSIGNALED(status));
  auto text = everything_from(ends[0]);
  ::close(ends[0]);
  text.resize(text.rfind('\n') == std::string::npos ? 0 : text.rfind('\n'));
  return text.empty() ? before : parse_head(text.substr(text.rfind('\n') + 1)).value();
}

TEST_CASE("Killed in the middle of writing, the store has lost nothing that it acknowledged", "[crash][journal]") {
  journal_test::Folder folder;
  const auto file = folder / "store.db";
  REQUIRE(Store::create(file, false));
  Head acknowledged{0, to_hex(sha256({}))};
  for (auto cycle = 0; cycle < 20; ++cycle) {
    CAPTURE(cycle);
    acknowledged = kill_after(std::chrono::milliseconds(5 + 7 * cycle % 41), file, acknowledged);
    demand_nothing_lost(file, acknowledged);
  }
  CHECK(acknowledged.size > 0);
}

}  // namespace
}  // namespace review::crash_test
