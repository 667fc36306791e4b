#include "tests/cli/cli_support.hpp"
#include "tools/reviewctl/parse_arguments.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace review::cli_test {
namespace {

TEST_CASE("Each verb has help with an example", "[cli]") {
  for (const auto& verb : reviewctl::verbs()) {
    const auto name = reviewctl::name_of(verb);
    CAPTURE(name);
    const auto help = ctl(name + " --help");
    CHECK(help.exit == 0);
    CHECK(help.talk.empty());
    CHECK_THAT(help.data, Catch::Contains("  reviewctl " + name) && Catch::Contains("--output FORMAT"));
    CHECK_THAT(help.data, Catch::Contains("\nExamples\n  # "));
    for (const auto& option : reviewctl::options_of(verb)) CHECK_THAT(help.data, Catch::Contains("--" + option.name));
    CHECK_THAT(ctl("help").data, Catch::Contains(name));
  }
}

TEST_CASE("Each example of the help is a command line that is understood", "[cli]") {
  for (const auto& verb : reviewctl::verbs()) {
    for (const auto& example : verb.examples) {
      CAPTURE(example.line);
      std::string line = example.line.substr(0, example.line.find_first_of("|>"));
      for (auto& c : line) c = c == '"' ? '\'' : c;
      auto words = words_of(line);
      words.erase(words.begin(), words.begin() + (verb.verb.empty() ? 1 : 2));
      const auto kind = reviewctl::kind_named(verb, words);
      REQUIRE(kind);
      const auto parsed = reviewctl::parse_arguments(verb, *kind, words);
      if (!parsed) FAIL(parsed.error().says);
    }
  }
}

TEST_CASE("Each kind of entry has help on its fields", "[cli]") {
  for (const auto& kind : review::member_kinds()) {
    CAPTURE(kind.name);
    const auto help = ctl("entry add 26-0001 " + kind.name + " --help");
    CHECK(help.exit == 0);
    CHECK_THAT(help.data, Catch::Contains("Fields of " + kind.name) && Catch::Contains("--occurred-on DATE"));
    CHECK(Catch::Contains("which is a decision").match(help.data) == kind.decision);
  }
  const auto incident = ctl("case log --help").data;
  CHECK_THAT(incident, Catch::Contains("--harm death|serious-harm|other"));
  CHECK_THAT(incident, Catch::Contains("pseudonym=TEXT"));
  CHECK(incident.find("Fields of incident-logged") < incident.find("\nOptions\n"));
}

TEST_CASE("Help is found by every door", "[cli]") {
  for (const auto* line : {"help", "--help", "-h", "help case", "case help", "case --help", "overdue -h"}) {
    CAPTURE(line);
    const auto help = ctl(line);
    CHECK(help.exit == 0);
    CHECK_FALSE(help.data.empty());
    CHECK(help.talk.empty());
  }
  CHECK_THAT(ctl("help").data, Catch::Contains("7 the record does not verify"));
}

}  // namespace
}  // namespace review::cli_test
