#include "reviewd/documents/wait_for_program.hpp"

#include <sys/wait.h>

#include <cerrno>
#include <thread>

#include "reviewd/documents/start_program.hpp"

namespace reviewd {

std::optional<int> wait_for_program(pid_t process, std::chrono::steady_clock::time_point until,
                                    const std::stop_token& stop) {
  constexpr std::chrono::milliseconds between_looks{2};
  while (!stop.stop_requested() && std::chrono::steady_clock::now() < until) {
    int status = 0;
    const auto found = ::waitpid(process, &status, WNOHANG);
    if (found == process) return status;
    if (found < 0 && errno != EINTR) return std::nullopt;
    std::this_thread::sleep_for(between_looks);
  }
  end_program(process);
  return std::nullopt;
}

}  // namespace reviewd
