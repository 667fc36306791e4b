#include "reviewd/documents/run_qpdf.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <thread>

#include "reviewd/documents/memory_file.hpp"

namespace reviewd {
namespace {

using Clock = std::chrono::steady_clock;

constexpr auto program = "/usr/bin/qpdf";
constexpr std::chrono::seconds longest{10};
constexpr rlim_t most_memory = 1024UL * 1024 * 1024;
constexpr rlim_t most_written = 256UL * 1024 * 1024;
/// Where the program finds what it is given.
constexpr int place_of_pdf = 3;
constexpr int place_of_page = 4;
/// Above every place that is given away: so no file is put where another still waits.
constexpr int out_of_the_way = 64;

/// A copy of a descriptor that closes itself.
class Held {
 public:
  explicit Held(int of) : descriptor_(::fcntl(of, F_DUPFD_CLOEXEC, out_of_the_way)) {}
  Held(const Held&) = delete;
  Held& operator=(const Held&) = delete;
  ~Held() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  [[nodiscard]] int get() const { return descriptor_; }

 private:
  int descriptor_;
};

/// In a process group of its own, so that all of it can be ended; with the signals that our threads block let in again.
std::optional<pid_t> start(int pdf, int page, int out) {
  std::array<std::string, 11> words = {program,
                                       "--warning-exit-0",
                                       "--object-streams=disable",
                                       "/proc/self/fd/3",
                                       "-",
                                       "--overlay",
                                       "/proc/self/fd/4",
                                       "--to=1-z",
                                       "--from=",
                                       "--repeat=1",
                                       "--"};
  std::array<char*, 12> arguments{};
  for (std::size_t i = 0; i < words.size(); ++i) arguments[i] = words[i].data();
  std::array<char*, 1> environment{nullptr};
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&files);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&files, out, 1);
  posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_adddup2(&files, pdf, place_of_pdf);
  posix_spawn_file_actions_adddup2(&files, page, place_of_page);
  posix_spawn_file_actions_addclosefrom_np(&files, place_of_page + 1);
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
  const int failed = ::posix_spawn(&process, program, &files, &attributes, arguments.data(), environment.data());
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&files);
  if (failed != 0) return std::nullopt;
  return process;
}

void hold_back(pid_t process) {
  const auto limit = [&](__rlimit_resource what, rlim_t most) {
    const rlimit both{most, most};
    ::prlimit(process, what, &both, nullptr);
  };
  limit(RLIMIT_AS, most_memory);
  limit(RLIMIT_FSIZE, most_written);
  limit(RLIMIT_CPU, static_cast<rlim_t>(longest.count()));
  limit(RLIMIT_CORE, 0);
}

/// Whether it ended well in its time; otherwise it is ended.
bool ends_well(pid_t process) {
  const auto over = Clock::now() + longest;
  int status = 0;
  while (Clock::now() < over) {
    const auto ended = ::waitpid(process, &status, WNOHANG);
    if (ended == process) return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    if (ended < 0 && errno != EINTR) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  ::kill(-process, SIGKILL);
  while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
  return false;
}

}  // namespace

std::optional<std::string> overlaid(std::string_view pdf, std::string_view page) {
  const MemoryFile content(pdf);
  const MemoryFile over(page);
  const MemoryFile made("");
  if (!content.good() || !over.good() || !made.good()) return std::nullopt;
  const Held first(content.descriptor());
  const Held second(over.descriptor());
  const Held third(made.descriptor());
  if (first.get() < 0 || second.get() < 0 || third.get() < 0) return std::nullopt;
  const auto process = start(first.get(), second.get(), third.get());
  if (!process) return std::nullopt;
  hold_back(*process);
  if (!ends_well(*process)) return std::nullopt;
  return made.content();
}

}  // namespace reviewd
