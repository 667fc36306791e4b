#include "reviewd/documents/start_program.hpp"

#include <fcntl.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

#include "reviewd/documents/file_rules.hpp"
#include "reviewd/documents/network_rules.hpp"

namespace reviewd {
namespace {

constexpr rlim_t most_files = 32;
constexpr rlim_t most_files_of_converter = 256;
constexpr rlim_t largest_file = 64UL * 1024 * 1024;
constexpr int not_bound = 126;
constexpr int not_there = 127;
/// Above every place that is given away: so no file is put where another still waits.
constexpr int out_of_the_way = 64;

/// Everything that the child needs, made ready before the fork.
struct Child {
  const Program& program;
  char* const* arguments;
  char* const* environment;
  const FileRules* rules;  ///< null: none
};

void limit(decltype(RLIMIT_AS) what, rlim_t most) {
  const rlimit both{most, most};
  if (::setrlimit(what, &both) != 0) ::_exit(not_bound);
}

/// Puts the files where the program finds them, and closes all others.
bool put_files(const Program& program) {
  const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
  const int errors = ::fcntl(nowhere, F_DUPFD_CLOEXEC, out_of_the_way);
  const int input = ::fcntl(program.input, F_DUPFD_CLOEXEC, out_of_the_way);
  const int output = program.output < 0 ? errors : ::fcntl(program.output, F_DUPFD_CLOEXEC, out_of_the_way);
  const int beside = program.beside < 0 ? -1 : ::fcntl(program.beside, F_DUPFD_CLOEXEC, out_of_the_way);
  const bool put = ::dup2(input, 0) == 0 && ::dup2(output, 1) == 1 && ::dup2(errors, 2) == 2;
  if (!put || (program.beside >= 0 && ::dup2(beside, 3) != 3)) return false;
  return ::close_range(program.beside < 0 ? 3 : 4, ~0U, 0) == 0;
}

/// What it may do. Without a network of its own where the machine lets nobody make one, and without a filter where the
/// kernel has none: the readers open no socket themselves.
bool bind(const Child& child) {
  const auto kind = child.program.kind;
  const bool bound = kind != Program::Kind::check;
  if (bound) static_cast<void>(::unshare(CLONE_NEWUSER | CLONE_NEWNET));
  if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return false;
  if (child.rules != nullptr && !child.rules->bind()) return false;
  if (bound) static_cast<void>(take_network(kind == Program::Kind::converter ? Sockets::local : Sockets::none));
  return true;
}

/// In the child, where only what is safe after a fork may be called.
[[noreturn]] void become(const Child& child, pid_t parent) {
  const auto& program = child.program;
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(not_bound);
  ::setpgid(0, 0);
  if (!bind(child) || !put_files(program) || ::chdir("/") != 0) ::_exit(not_bound);
  if (program.most_memory > 0) limit(RLIMIT_AS, program.most_memory);
  limit(RLIMIT_CPU, static_cast<rlim_t>(program.most_time.count()));
  limit(RLIMIT_CORE, 0);
  if (program.kind == Program::Kind::reader) {
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NOFILE, most_files);
  } else if (program.kind == Program::Kind::converter) {
    limit(RLIMIT_FSIZE, largest_file);
    limit(RLIMIT_NOFILE, most_files_of_converter);
  }
  sigset_t none;
  sigemptyset(&none);
  ::signal(SIGPIPE, SIG_DFL);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  ::execve(child.arguments[0], child.arguments, child.environment);
  ::_exit(not_there);
}

}  // namespace

std::optional<pid_t> start_program(const Program& program) {
  std::vector<char*> arguments;
  for (const auto& word : program.words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  auto home = "HOME=" + program.folder;
  auto temporary = "TMPDIR=" + program.folder;
  std::array<char*, 3> environment{nullptr};
  if (program.kind == Program::Kind::converter) environment = {home.data(), temporary.data(), nullptr};
  std::optional<FileRules> rules;
  if (program.kind != Program::Kind::check) rules.emplace(program.words.front().c_str(), program.folder.c_str());
  const Child child{program, arguments.data(), environment.data(), rules ? &*rules : nullptr};
  const auto parent = ::getpid();
  const auto process = ::fork();
  if (process < 0) return std::nullopt;
  if (process == 0) become(child, parent);
  return process;
}

void end_program(pid_t process) {
  ::kill(-process, SIGKILL);
  ::kill(process, SIGKILL);
  while (::waitpid(process, nullptr, 0) < 0 && errno == EINTR) {
  }
}

}  // namespace reviewd
