#pragma once

namespace reviewd {

/// What a program that reads a stranger's file may do, as rules of Landlock: it reads and runs what the system has
/// installed (`/usr`, `/lib`, `/bin` …) and opens no other file, changes none, opens no TCP connection, and sends no
/// signal to what it did not begin. It runs `program` too, wherever that is installed, and does in `folder`, unless
/// that is empty, whatever is done with files. What it holds open already stays open to it. The kernel keeps of this
/// what it knows.
class FileRules {
 public:
  explicit FileRules(const char* program, const char* folder = "");
  FileRules(const FileRules&) = delete;
  FileRules& operator=(const FileRules&) = delete;
  ~FileRules();

  /// Binds the calling process, and all that it begins, for good. True also where the kernel has no Landlock or
  /// nobody may use it: then nothing is bound. Needs `PR_SET_NO_NEW_PRIVS`; may be called after a fork.
  [[nodiscard]] bool bind() const;

 private:
  int rules_;  ///< -1: there are none here
};

}  // namespace reviewd
