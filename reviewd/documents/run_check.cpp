#include "reviewd/documents/run_check.hpp"

#include <sys/wait.h>

#include <cerrno>
#include <chrono>
#include <thread>

#include "reviewd/documents/memory_file.hpp"
#include "reviewd/documents/start_program.hpp"

namespace reviewd {
namespace {

using Clock = std::chrono::steady_clock;

/// A check that reads its signatures itself holds all of them: more than a gigabyte, and twice that while they change.
constexpr std::size_t most_check_memory = 4UL * 1024 * 1024 * 1024;

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
  // A program of several threads uses more of the processor than time goes by.
  const auto process = start_program({.words = settings.check,
                                      .kind = Program::Kind::check,
                                      .input = file.descriptor(),
                                      .most_memory = most_check_memory,
                                      .most_time = 2 * settings.check_time + std::chrono::seconds(1)});
  if (!process) return CheckOutcome::unknown;
  const auto over = Clock::now() + settings.check_time;
  int status = 0;
  while (!stop && Clock::now() < over) {
    const auto ended = ::waitpid(*process, &status, WNOHANG);
    if (ended == *process) return outcome_of(status);
    if (ended < 0 && errno != EINTR) return CheckOutcome::unknown;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  end_program(*process);
  return CheckOutcome::unknown;
}

}  // namespace reviewd
