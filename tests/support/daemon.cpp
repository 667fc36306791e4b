#include "tests/support/daemon.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <ctime>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>

#include "libreview/registers/tokens.hpp"
#include "libreview/store/store.hpp"
#include "libreview/store/system_random.hpp"
#include "tests/support/places.hpp"

namespace review::test {
namespace {

using std::chrono::steady_clock;

/// Sanitizers make a start slow, and several suites may share the machine.
constexpr std::chrono::seconds start_time{60};

std::string read_all(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Starts reviewd with stderr appended to a file. It does not outlive the test program.
pid_t spawn(const std::vector<std::string>& arguments, const std::filesystem::path& log) {
  const std::string program = review::test::build_folder() + "/bin/reviewd";
  std::vector<char*> argv{const_cast<char*>(program.c_str())};
  for (const auto& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  const int said = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  const auto process = ::fork();
  if (process != 0) {
    ::close(said);
    if (process < 0) throw std::runtime_error("fork");
    return process;
  }
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::dup2(said, STDERR_FILENO);
  ::dup2(said, STDOUT_FILENO);
  ::execv(program.c_str(), argv.data());
  ::_exit(127);
}

int code_of(int status) { return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status); }

std::string issue_on_file(const std::filesystem::path& file, bool practice, const std::string& person,
                          const std::string& role = "administrator") {
  auto store = Store::open_or_create(file, practice);
  if (!store) throw std::runtime_error(store.error().says);
  SystemRandom random;
  const auto now = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  auto issued = Tokens(**store, random).issue({person, role, "reviewctl"}, now);
  if (!issued) throw std::runtime_error(issued.error().says);
  return issued->line;
}

}  // namespace

bool can_have_disk() { return ::geteuid() == 0; }

Daemon::Daemon(DaemonWish wish) : wish_(std::move(wish)) {
  if (wish_.disk_mebibytes > 0) {
    std::filesystem::create_directory(disk());
    const auto options = fmt::format("mode=0700,size={}m", wish_.disk_mebibytes);
    if (::mount("tmpfs", disk().c_str(), "tmpfs", 0, options.c_str()) != 0) throw std::runtime_error("no disk");
  }
  administrator_ = issue_on_file(store(), wish_.practice, "administrator-1");
  if (!wish_.practice) second_administrator_ = issue_on_file(store(), false, "administrator-2");
  for (const auto& who : wish_.people) on_file_[who] = issue_on_file(store(), wish_.practice, who.first, who.second);
  start();
}

Daemon::~Daemon() {
  if (process_ > 0) kill();
  if (wish_.disk_mebibytes > 0) ::umount2(disk().c_str(), MNT_DETACH);
}

std::string Daemon::said() const { return read_all(folder_ / "said"); }

void Daemon::start() {
  const auto before = said().size();
  std::vector<std::string> arguments{"--store", store().string(), "--listen", "127.0.0.1:0"};
  if (wish_.practice) arguments.emplace_back("--practice");
  arguments.insert(arguments.end(), wish_.arguments.begin(), wish_.arguments.end());
  process_ = spawn(arguments, folder_ / "said");
  constexpr std::string_view ready = "listening on http://127.0.0.1:";
  for (const auto until = steady_clock::now() + start_time; steady_clock::now() < until;) {
    const auto text = said();
    const auto at = text.find(ready, before);
    if (at != std::string::npos && text.find('\n', at) != std::string::npos) {
      port_ = static_cast<std::uint16_t>(std::stoi(text.substr(at + ready.size())));
      return;
    }
    int status = 0;
    if (::waitpid(process_, &status, WNOHANG) == process_) {
      process_ = -1;
      throw std::runtime_error("reviewd did not start: " + text.substr(before));
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(3));
  }
  throw std::runtime_error("reviewd did not start in time");
}

std::chrono::nanoseconds Daemon::used() const {
  clockid_t clock{};
  timespec time{};
  if (::clock_getcpuclockid(process_, &clock) != 0 || ::clock_gettime(clock, &time) != 0) {
    throw std::runtime_error("the processor time of reviewd cannot be read");
  }
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

std::string Daemon::issue(const std::string& person, const std::string& role) const {
  if (const auto own = on_file_.find({person, role}); own != on_file_.end()) return own->second;
  auto asked = administrator();
  if (!wish_.practice) {
    const auto proposed = asked.post(
        "/v1/tokens:propose", fmt::format(R"({{"person":"{}","role":"{}","reason":"Invented."}})", person, role));
    second_administrator().post("/v1/approvals/" + proposed.text("/approval") + ":approve", "");
  }
  const auto answer = asked.post("/v1/tokens", fmt::format(R"({{"person":"{}","role":"{}"}})", person, role));
  if (answer.status != 201) throw std::runtime_error("no token: " + answer.body);
  return answer.text("/secret");
}

void Daemon::signal(int number) const { ::kill(process_, number); }

int Daemon::wait() {
  int status = 0;
  ::waitpid(process_, &status, 0);
  process_ = -1;
  return code_of(status);
}

int Daemon::stop() {
  signal(SIGTERM);
  return wait();
}

void Daemon::kill() {
  signal(SIGKILL);
  wait();
}

Ended run_reviewd(const std::vector<std::string>& arguments) {
  const TemporaryFolder folder;
  const auto process = spawn(arguments, folder / "said");
  int status = 0;
  const auto until = steady_clock::now() + std::chrono::seconds(10);
  while (::waitpid(process, &status, WNOHANG) == 0) {
    if (steady_clock::now() > until) ::kill(process, SIGKILL);
    std::this_thread::sleep_for(std::chrono::milliseconds(3));
  }
  return {code_of(status), read_all(folder / "said")};
}

}  // namespace review::test
