#include "reviewd/documents/read_with.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

#include "reviewd/documents/file_rules.hpp"
#include "reviewd/documents/memory_file.hpp"

namespace reviewd {
namespace {

using Clock = std::chrono::steady_clock;

constexpr rlim_t most_seconds = 15;
constexpr rlim_t most_files = 32;
/// Above every place that is given away: so no file is put where another still waits.
constexpr int out_of_the_way = 64;

/// A descriptor that is closed at the end.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

void limit(decltype(RLIMIT_AS) what, rlim_t most) {
  const rlimit both{most, most};
  if (::setrlimit(what, &both) != 0) ::_exit(126);
}

/// Everything that the child needs, made ready before the fork.
struct Child {
  char* const* arguments;
  char* const* environment;
  int input;
  int beside;
  int output;
  rlim_t most_memory;
  const FileRules& rules;
};

/// Puts the files where the program finds them, and closes all others.
bool put_files(const Child& child) {
  const int input = ::fcntl(child.input, F_DUPFD_CLOEXEC, out_of_the_way);
  const int beside = ::fcntl(child.beside, F_DUPFD_CLOEXEC, out_of_the_way);
  const int output = ::fcntl(child.output, F_DUPFD_CLOEXEC, out_of_the_way);
  const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  const int errors = ::fcntl(nowhere, F_DUPFD_CLOEXEC, out_of_the_way);
  return ::dup2(input, 0) == 0 && ::dup2(output, 1) == 1 && ::dup2(errors, 2) == 2 && ::dup2(beside, 3) == 3 &&
         ::close_range(4, ~0U, 0) == 0;
}

/// In the child, where only what is safe after a fork may be called.
[[noreturn]] void become(const Child& child) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::setpgid(0, 0);
  // Without a network of its own where the machine lets nobody make one: the readers open none.
  static_cast<void>(::unshare(CLONE_NEWUSER | CLONE_NEWNET));
  const bool bound = ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && child.rules.bind();
  if (!bound || !put_files(child) || ::chdir("/") != 0) ::_exit(126);
  limit(RLIMIT_AS, child.most_memory);
  limit(RLIMIT_CPU, most_seconds);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_NOFILE, most_files);
  sigset_t none;
  sigemptyset(&none);
  ::signal(SIGPIPE, SIG_DFL);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  ::execve(child.arguments[0], child.arguments, child.environment);
  ::_exit(127);
}

/// Everything that comes until the other side closes; nothing where it is too much or too late.
std::optional<std::string> drained(int from, const ReadingLimits& limits) {
  std::string all;
  std::array<char, 65'536> piece{};
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(limits.until - Clock::now()).count();
    if (left <= 0) return std::nullopt;
    pollfd waits{from, POLLIN, 0};
    const int ready = ::poll(&waits, 1, static_cast<int>(left));
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return std::nullopt;
    const auto got = ::read(from, piece.data(), piece.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return std::nullopt;
    if (got == 0) return all;
    all.append(piece.data(), static_cast<std::size_t>(got));
    if (all.size() > limits.most_bytes) return std::nullopt;
  }
}

/// Waits for it; kills it, and all that it began, where it is not to go on.
bool ended_well(pid_t process, bool goes_on, Clock::time_point until) {
  int status = 0;
  while (goes_on && Clock::now() < until) {
    const auto ended = ::waitpid(process, &status, WNOHANG);
    if (ended == process) return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    if (ended < 0 && errno != EINTR) return false;
    ::usleep(2000);
  }
  ::kill(-process, SIGKILL);
  ::kill(process, SIGKILL);
  while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
  return false;
}

}  // namespace

std::optional<std::string> read_with(const std::vector<std::string>& program, std::string_view content,
                                     const ReadingLimits& limits, std::string_view beside) {
  const MemoryFile file(content);
  const MemoryFile second(beside);
  std::array<int, 2> pipe{};
  if (!file.good() || !second.good() || ::pipe2(pipe.data(), O_CLOEXEC) != 0) return std::nullopt;
  const Descriptor out(pipe[0]);
  Descriptor in(pipe[1]);
  std::vector<char*> arguments;
  for (const auto& word : program) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  std::array<char*, 1> environment{nullptr};
  const FileRules rules;
  const Child child{arguments.data(),
                    environment.data(),
                    file.descriptor(),
                    second.descriptor(),
                    in.number(),
                    limits.most_memory,
                    rules};
  const auto process = ::fork();
  if (process < 0) return std::nullopt;
  if (process == 0) become(child);
  in.close();
  auto said = drained(out.number(), limits);
  if (!ended_well(process, said.has_value(), limits.until)) return std::nullopt;
  return said;
}

}  // namespace reviewd
