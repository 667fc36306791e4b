#include <fcntl.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>

#include "tests/cli/cli_support.hpp"
#include "tests/support/places.hpp"

namespace review::cli_test {
namespace {

const std::string program = review::test::build_folder() + "/bin/reviewctl";

/// A line of bash, with what it wrote on standard output.
Ran bash(const std::string& line) {
  const TemporaryFolder folder;
  const auto file = folder / "line";
  write_file(file, line);
  std::FILE* const pipe = ::popen(("bash " + file.string() + " 2>&1").c_str(), "r");
  REQUIRE(pipe != nullptr);
  Ran ran;
  std::array<char, 4096> piece{};
  while (const auto bytes = std::fread(piece.data(), 1, piece.size(), pipe)) ran.data.append(piece.data(), bytes);
  const int status = ::pclose(pipe);
  ran.exit = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  return ran;
}

TEST_CASE("The program leaves with the code of its verb", "[cli]") {
  CHECK(bash(program + " calendar add 2026-04-02 5").exit == 0);
  CHECK(bash(program).exit == 2);
  CHECK(bash(program + " calendar add 2050-01-01 5").exit == 4);
  CHECK(bash(program + " case list --server http://127.0.0.1:1").exit == 1);
}

TEST_CASE("Data and talk go two ways", "[cli]") {
  CHECK_THAT(bash(program + " calendar add 2026-04-02 5 2>/dev/null").data, Catch::Contains("Mon 13 April 2026"));
  CHECK(bash(program + " calendar add 2026-04-31 5 2>/dev/null").data.empty());
  CHECK(bash(program + " frob >/dev/null").data.substr(0, 11) == "reviewctl: ");
}

TEST_CASE("Who reads only the head of a list does not kill the program, which says that not all was taken", "[cli]") {
  const auto ran =
      bash("set -o pipefail\n" + program + " calendar holidays --output json | head -1\necho ${PIPESTATUS[0]}");
  CHECK_THAT(ran.data, Catch::StartsWith("{\n"));
  const auto closed = bash(program + " calendar add 2026-04-02 5 >&-");
  CHECK(closed.exit == 1);
  CHECK(bash(program + " calendar holidays >/dev/full").exit == 1);
}

TEST_CASE("The service and the token come from the environment", "[cli]") {
  const Office office;
  REQUIRE_FALSE(office.open().empty());
  const std::string with =
      "REVIEW_SERVER=" + office.server() + " REVIEW_TOKEN=$(cat " + office.token_file("coordinator").string() + ") ";
  CHECK(bash(with + program + " case show 26-0001").exit == 0);
  CHECK(bash(with + "NO_COLOR=1 " + program + " case list --output ndjson | wc -l").data == "1\n");
  CHECK(bash("REVIEW_SERVER=" + office.server() + " REVIEW_TOKEN= " + program + " case list").exit == 5);
  CHECK(bash("echo '{\"noteAdded\":{\"text\":\"Invented.\"}}' | " + with + program + " entry add 26-0001 --file -")
            .exit == 0);
  CHECK(bash(with + program + " export | " + program + " import - --dry-run --store /dev/null").exit != 0);
}

/// Whether this machine gives out terminals: a bare chroot has no /dev/pts.
bool has_terminals() {
  const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY);
  if (terminal < 0) return false;
  const bool has =
      ::unlockpt(terminal) == 0 && ::ptsname(terminal) != nullptr && ::access(::ptsname(terminal), F_OK) == 0;
  ::close(terminal);
  return has;
}

TEST_CASE("On a terminal what is late is red, unless NO_COLOR is set", "[cli]") {
  const Office office;
  REQUIRE_FALSE(office.open().empty());
  office.day("2026-05-20");
  const std::string line =
      program + " overdue --server " + office.server() + " --token-file " + office.token_file("reader").string();
  const std::string plain = "script -qec '" + line + "' /dev/null";
  if (has_terminals()) {
    CHECK_THAT(bash("unset NO_COLOR\n" + plain).data, Catch::Contains("\033[31moverdue\033[0m"));
    CHECK_THAT(bash("export NO_COLOR=1\n" + plain).data, Catch::Contains("overdue") && !Catch::Contains("\033["));
  } else {
    WARN("no terminal can be had here (is /dev/pts mounted?): the colours were not tried");
  }
  CHECK(bash("unset NO_COLOR\n" + line).exit == 6);
  CHECK_THAT(bash("unset NO_COLOR\n" + line).data, !Catch::Contains("\033["));
}

struct Completed {
  std::string words;  ///< the last is the one that is typed
  std::string offers;
};

const Completed completions[] = {
    {"reviewctl entry add X pan", "panel-notified panel-responded"},
    {"reviewctl entry add X panel-notified --ref", "--reference"},
    {"reviewctl entry add X panel-notified --reference 1 --occ", "--occurred-on"},
    {"reviewctl cas", "case"},
    {"reviewctl case s", "show"},
    {"reviewctl case log --local", "--local-authority-aware-on"},
    {"reviewctl journal verify --ag", "--against"},
    {"reviewctl overdue --out", "--output"},
};

TEST_CASE("A real bash completes verbs, kinds and options", "[cli]") {
  const TemporaryFolder folder;
  const auto file = (folder / "completion").string();
  REQUIRE(bash(program + " completion bash > " + file + " && bash -n " + file).exit == 0);
  for (const auto& one : completions) {
    CAPTURE(one.words);
    const auto ran = bash("source " + file + "\nCOMP_WORDS=(" + one.words +
                          ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n_reviewctl\necho \"${COMPREPLY[*]}\"");
    CHECK(ran.data == one.offers + "\n");
  }
}

}  // namespace
}  // namespace review::cli_test
