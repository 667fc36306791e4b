#include "reviewd/documents/run_check.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <optional>
#include <thread>
#include <vector>

#include "reviewd/documents/memory_file.hpp"

namespace reviewd {
namespace {

using Clock = std::chrono::steady_clock;

/// In a process group of its own, so that all of it can be ended; with the signals that our threads block let in again.
std::optional<pid_t> start(const std::vector<std::string>& program, int input) {
  std::vector<char*> arguments;
  for (const auto& word : program) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  char* environment[] = {nullptr};
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&files);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_adddup2(&files, input, 0);
  posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addclosefrom_np(&files, 3);
  posix_spawn_file_actions_addchdir_np(&files, "/");
  sigset_t none;
  sigset_t usual;
  sigemptyset(&none);
  sigemptyset(&usual);
  sigaddset(&usual, SIGPIPE);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setsigdefault(&attributes, &usual);
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setflags(&attributes,
                           POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | static_cast<short>(POSIX_SPAWN_SETPGROUP));
  pid_t process = -1;
  const int failed =
      ::posix_spawn(&process, program.front().c_str(), &files, &attributes, arguments.data(), environment);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&files);
  if (failed != 0) return std::nullopt;
  return process;
}

CheckOutcome outcome_of(int status) {
  if (!WIFEXITED(status)) return CheckOutcome::unknown;
  return WEXITSTATUS(status) == 0   ? CheckOutcome::clean
         : WEXITSTATUS(status) == 1 ? CheckOutcome::found
                                    : CheckOutcome::unknown;
}

}  // namespace

CheckOutcome run_check(const DocumentSettings& settings, std::string_view content, const std::atomic<bool>& stop) {
  const MemoryFile file(content);
  if (!file.good() || !settings.checks()) return CheckOutcome::unknown;
  const auto process = start(settings.check, file.descriptor());
  if (!process) return CheckOutcome::unknown;
  const auto over = Clock::now() + settings.check_time;
  int status = 0;
  while (!stop && Clock::now() < over) {
    const auto ended = ::waitpid(*process, &status, WNOHANG);
    if (ended == *process) return outcome_of(status);
    if (ended < 0 && errno != EINTR) return CheckOutcome::unknown;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  ::kill(-*process, SIGKILL);
  while (::waitpid(*process, &status, 0) < 0 && errno == EINTR) {
  }
  return CheckOutcome::unknown;
}

}  // namespace reviewd
