#include "tests/cli/cli_support.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <sstream>

#include "tools/reviewctl/run_command.hpp"

namespace review::cli_test {

boost::json::value Ran::json() const {
  boost::system::error_code error;
  auto value = boost::json::parse(data, error);
  INFO(data << talk);
  REQUIRE_FALSE(error);
  return value;
}

std::string Ran::at(std::string_view pointer) const {
  const auto value = json();
  boost::system::error_code error;
  const auto* found = value.find_pointer(pointer, error);
  if (found == nullptr) return {};
  return found->is_string() ? std::string(found->get_string()) : boost::json::serialize(*found);
}

Words words_of(const std::string& line) {
  Words words;
  std::string word;
  bool quoted = false;
  for (const char c : line + " ") {
    if (c == '\'') {
      quoted = !quoted;
    } else if (c != ' ' || quoted) {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

Words operator+(Words first, const Words& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

Ran ctl(const Words& words) {
  std::ostringstream data;
  std::ostringstream talk;
  const auto exit = reviewctl::run_command(words, {data, talk});
  return {static_cast<int>(exit), data.str(), talk.str()};
}

Ran ctl(const std::string& line) { return ctl(words_of(line)); }

Office::Office() {
  for (const auto* role : {"coordinator", "reader"}) {
    write_file(token_file(role), daemon_.issue(std::string("a-") + role, role) + "\n");
  }
  write_file(token_file("administrator"), daemon_.administrator_token());
  write_file(token_file("nobody"), "");
  day("2026-04-02");
}

Ran Office::as(const std::string& role, const Words& words) const {
  return ctl(words + Words{"--server", server(), "--token-file", token_file(role).string()});
}

Ran Office::done(const std::string& line) const {
  auto ran = (*this)(line);
  CAPTURE(line, ran.data, ran.talk);
  REQUIRE(ran.exit == 0);
  return ran;
}

std::string Office::open(const std::string& aware_on) const {
  return done("case log --local-authority-aware-on " + aware_on +
              " --harm death --abuse-or-neglect suspected --child 'pseudonym=Child A,ageWeeks=12' --occurred-in "
              "sandwell "
              "--output json")
      .at("/case");
}

std::string Office::server() const { return "http://127.0.0.1:" + std::to_string(daemon_.port()); }

void make_store(const std::filesystem::path& file) {
  const auto made = ctl({"store", "init", "--practice", "--store", file.string()});
  CAPTURE(made.talk);
  REQUIRE(made.exit == 0);
}

void tamper(const std::filesystem::path& file, const std::string& sql) {
  SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
  std::vector<std::string> triggers;
  SQLite::Statement listed(database, "SELECT name FROM sqlite_master WHERE type = 'trigger'");
  while (listed.executeStep()) triggers.push_back(listed.getColumn(0).getString());
  listed.reset();
  for (const auto& name : triggers) database.exec("DROP TRIGGER " + name);
  REQUIRE(database.exec(sql) == 1);
}

}  // namespace review::cli_test
