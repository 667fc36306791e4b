#pragma once

#include <boost/json/value.hpp>
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/daemon.hpp"
#include "tests/support/temporary_folder.hpp"

/// The command line as people and scripts use it, in this process.
namespace review::cli_test {

using test::Daemon;
using test::Ended;
using test::TemporaryFolder;
using test::write_file;
using Words = std::vector<std::string>;

/// What a command line left with, and what it wrote.
struct Ran {
  int exit = -1;
  std::string data;  ///< standard output
  std::string talk;  ///< standard error

  /// The data as JSON; fails the test where it is none.
  [[nodiscard]] boost::json::value json() const;
  /// The text, number or truth that stands there, as text; empty where nothing does.
  [[nodiscard]] std::string at(std::string_view pointer) const;
};

/// Cuts a command line at its blanks, but for what stands between single quotes.
[[nodiscard]] Words words_of(const std::string& line);
/// Two lists of words after each other.
[[nodiscard]] Words operator+(Words first, const Words& second);
/// The lines of a text.
[[nodiscard]] std::vector<std::string> lines_of(const std::string& text);

[[nodiscard]] Ran ctl(const Words& words);
[[nodiscard]] Ran ctl(const std::string& line);

/// Colleagues with a practice service of their own, whose day is Maundy Thursday, 2 April 2026.
class Office {
 public:
  Office();

  /// A command line that asks the service, as a coordinator.
  [[nodiscard]] Ran operator()(const std::string& line) const { return as("coordinator", words_of(line)); }
  [[nodiscard]] Ran operator()(const Words& words) const { return as("coordinator", words); }
  /// As somebody with that role.
  [[nodiscard]] Ran as(const std::string& role, const std::string& line) const { return as(role, words_of(line)); }
  [[nodiscard]] Ran as(const std::string& role, const Words& words) const;
  /// The same, for what must succeed.
  Ran done(const std::string& line) const;

  /// Opens a case of one child, of which the authority learnt on that day, and gives its reference.
  [[nodiscard]] std::string open(const std::string& aware_on = "2026-04-02") const;
  void day(const std::string& iso) const { done("practice today " + iso); }
  [[nodiscard]] std::string server() const;
  /// The file with the token of that role.
  [[nodiscard]] std::filesystem::path token_file(const std::string& role) const { return daemon_ / role; }

  [[nodiscard]] Daemon& daemon() { return daemon_; }
  [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return daemon_ / name; }

 private:
  Daemon daemon_;
};

/// A new practice store that nobody holds.
void make_store(const std::filesystem::path& file);
/// Changes a closed store behind its back: the triggers that guard it are taken away first.
void tamper(const std::filesystem::path& file, const std::string& sql);

}  // namespace review::cli_test
