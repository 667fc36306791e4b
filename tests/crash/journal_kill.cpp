#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <limits>
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

/// Reads until there are so many lines, or to the end.
void read_lines(int descriptor, std::string& text, std::ptrdiff_t lines) {
  std::array<char, 4096> buffer{};
  while (std::count(text.begin(), text.end(), '\n') < lines) {
    const auto size = ::read(descriptor, buffer.data(), buffer.size());
    if (size <= 0) return;
    text.append(buffer.data(), static_cast<std::size_t>(size));
  }
}

/// Runs a writer until it acknowledged so many heads and a while longer, kills it, and gives the last that it
/// acknowledged. However slow the machine is, something was written.
Head kill_after(int heads, std::chrono::microseconds longer, const std::filesystem::path& file) {
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  const auto child = ::fork();
  if (child == 0) {
    ::close(ends[0]);
    write_for_ever(file, ends[1]);
  }
  ::close(ends[1]);
  std::string text;
  read_lines(ends[0], text, heads);
  std::this_thread::sleep_for(longer);
  REQUIRE(::kill(child, SIGKILL) == 0);
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(WIFSIGNALED(status));
  read_lines(ends[0], text, std::numeric_limits<std::ptrdiff_t>::max());
  ::close(ends[0]);
  REQUIRE(std::count(text.begin(), text.end(), '\n') >= heads);
  text.resize(text.rfind('\n'));
  return parse_head(text.substr(text.rfind('\n') + 1)).value();
}

TEST_CASE("Killed in the middle of writing, the store has lost nothing that it acknowledged", "[crash][journal]") {
  journal_test::Folder folder;
  const auto file = folder / "store.db";
  REQUIRE(Store::create(file, false));
  std::int64_t acknowledged = 0;
  for (auto cycle = 0; cycle < 20; ++cycle) {
    CAPTURE(cycle);
    const auto head = kill_after(1 + cycle % 3, std::chrono::microseconds(397 * cycle % 4001), file);
    CHECK(head.size > acknowledged);
    acknowledged = head.size;
    demand_nothing_lost(file, head);
  }
}

}  // namespace
}  // namespace review::crash_test
