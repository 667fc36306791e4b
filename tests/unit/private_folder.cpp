#include "reviewd/documents/private_folder.hpp"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>
#include <string>

#include "tests/support/temporary_folder.hpp"

namespace reviewd {
namespace {

namespace fs = std::filesystem;
using review::test::TemporaryFolder;
using review::test::write_file;

fs::path folder_in(const fs::path& place, const std::string& name, mode_t mode = 0700) {
  const auto path = place / name;
  fs::create_directory(path);
  ::chmod(path.c_str(), mode);
  return path;
}

/// Where a process that makes a private folder in that place leaves it when it is killed.
fs::path left_by_killed_process(const fs::path& place) {
  std::array<int, 2> pipe{};
  REQUIRE(::pipe(pipe.data()) == 0);
  const auto process = ::fork();
  REQUIRE(process >= 0);
  if (process == 0) {
    const PrivateFolder folder(place);
    const auto path = folder.path().string();
    if (::write(pipe[1], path.data(), path.size()) < 0) ::_exit(1);
    ::close(pipe[1]);
    while (true) ::pause();
  }
  ::close(pipe[1]);
  std::array<char, 4096> said{};
  const auto length = ::read(pipe[0], said.data(), said.size());
  ::close(pipe[0]);
  REQUIRE(length > 0);
  const fs::path path(std::string(said.data(), static_cast<std::size_t>(length)));
  // While it lives, nobody takes it away.
  CHECK(remove_left_folders(place) == 0);
  CHECK(fs::exists(path));
  ::kill(process, SIGKILL);
  ::waitpid(process, nullptr, 0);
  return path;
}

TEST_CASE("what a killed process left in a private folder is removed by the next", "[unit]") {
  const TemporaryFolder place;
  const TemporaryFolder elsewhere;
  write_file(elsewhere / "kept", "Somebody's file");
  const auto left = left_by_killed_process(place / "");
  write_file(left / "paper.odt", "Words of a case");
  fs::create_directory(left / "profile");
  fs::create_symlink(elsewhere / "", left / "link");
  REQUIRE(fs::exists(left));
  CHECK(remove_left_folders(place / "") == 1);
  CHECK_FALSE(fs::exists(left));
  CHECK(fs::exists(elsewhere / "kept"));
}

TEST_CASE("a private folder that is held, and what is not ours, is left alone", "[unit]") {
  const TemporaryFolder place;
  const TemporaryFolder elsewhere;
  write_file(elsewhere / "kept", "Somebody's file");
  const PrivateFolder held(place / "");
  const auto other_name = folder_in(place / "", "reviewd-data");
  const auto open_to_others = folder_in(place / "", "reviewd-aaaaaa", 0755);
  fs::create_directory_symlink(elsewhere / "", place / "reviewd-bbbbbb");
  write_file(place / "reviewd-cccccc", "A file");
  const auto of_another = folder_in(place / "", "reviewd-dddddd");
  const bool gave_away = ::geteuid() == 0 && ::chown(of_another.c_str(), 65'534, 65'534) == 0;
  CHECK(remove_left_folders(place / "") == (gave_away ? 0U : 1U));
  CHECK(fs::exists(held.path()));
  CHECK(fs::exists(other_name));
  CHECK(fs::exists(open_to_others));
  CHECK(fs::is_symlink(place / "reviewd-bbbbbb"));
  CHECK(fs::exists(elsewhere / "kept"));
  CHECK(fs::exists(place / "reviewd-cccccc"));
  CHECK(fs::exists(of_another) == gave_away);
}

}  // namespace
}  // namespace reviewd
