#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/http_caller.hpp"
#include "tests/support/temporary_folder.hpp"

namespace review::test {

/// How a daemon is started.
struct DaemonWish {
  bool practice = true;
  std::vector<std::string> arguments{};  ///< besides --store, --listen 127.0.0.1:0 and --practice
  int disk_mebibytes = 0;                ///< a disk of its own for the store: see can_have_disk(); 0: none
  /// With the role of each: whose tokens are issued on the file, so that they count as made by themselves. In a real
  /// store a token that an administrator made takes no part in what takes two people.
  std::vector<std::pair<std::string, std::string>> people{};
};

/// How a program ended, and what it said on stderr.
struct Ended {
  int code = -1;  ///< its exit code, or minus the signal that ended it
  std::string said;
};

/// A real reviewd, in a process and with a store of its own, which ends with it. Everybody's tokens are issued on the
/// file before the daemon holds it, or by it.
class Daemon {
 public:
  explicit Daemon(DaemonWish wish = {});
  Daemon(const Daemon&) = delete;
  Daemon& operator=(const Daemon&) = delete;
  ~Daemon();

  [[nodiscard]] std::uint16_t port() const { return port_; }
  /// The processor time that it has used since it was last started.
  [[nodiscard]] std::chrono::nanoseconds used() const;
  [[nodiscard]] std::filesystem::path store() const { return disk() / "store.db"; }
  /// The folder of the store.
  [[nodiscard]] std::filesystem::path disk() const {
    return wish_.disk_mebibytes == 0 ? folder_ / "" : folder_ / "disk";
  }
  [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return folder_ / name; }
  [[nodiscard]] const std::string& administrator_token() const { return administrator_; }
  /// Everything that the daemon wrote on stderr since it was made.
  [[nodiscard]] std::string said() const;

  [[nodiscard]] HttpCaller caller(const std::string& token = "") const { return {port_, token}; }
  [[nodiscard]] HttpCaller administrator() const { return caller(administrator_); }
  /// Another one of a real store, who approves what the first proposes.
  [[nodiscard]] HttpCaller second_administrator() const { return caller(second_administrator_); }
  /// A token for a person: that of the file, for those wished for; else a new one, to which a second administrator of a
  /// real store agrees.
  [[nodiscard]] std::string issue(const std::string& person, const std::string& role) const;
  [[nodiscard]] HttpCaller coordinator(const std::string& person = "coordinator-1") const {
    return caller(issue(person, "coordinator"));
  }
  [[nodiscard]] HttpCaller reader(const std::string& person = "reader-1") const {
    return caller(issue(person, "reader"));
  }

  /// Starts it again on the same store, after `stop` or `kill`.
  void start();
  void signal(int number) const;
  /// Waits for its end.
  int wait();
  /// SIGTERM, and its exit code.
  int stop();
  /// SIGKILL.
  void kill();

 private:
  DaemonWish wish_;
  TemporaryFolder folder_;
  std::string administrator_{};
  std::string second_administrator_{};
  std::map<std::pair<std::string, std::string>, std::string> on_file_{};  ///< tokens by person and role
  pid_t process_ = -1;
  std::uint16_t port_ = 0;
};

/// Whether this user may give a daemon a disk of its own, which is a file system in memory.
[[nodiscard]] bool can_have_disk();

/// Runs reviewd with these arguments until it ends by itself; after ten seconds it is killed.
[[nodiscard]] Ended run_reviewd(const std::vector<std::string>& arguments);

}  // namespace review::test
