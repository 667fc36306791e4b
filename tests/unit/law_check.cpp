#include "libreview/law/law_check.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "libreview/law/bank_holidays.hpp"
#include "libreview/law/check_prompts.hpp"
#include "libreview/law/check_rehearsal.hpp"
#include "libreview/law/england.hpp"
#include "libreview/law/read_prompts.hpp"
#include "libreview/law/read_rehearsal.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/milestones.hpp"
#include "libreview/vocabulary/rules.hpp"
#include "tests/unit/law_small.hpp"

namespace review::law_test {
namespace {

Names all_kinds() {
  Names names;
  for (const Kind& kind : every_kind()) names.insert(kind.name);
  return names;
}

Names all_milestones() {
  Names names;
  for (const DerivedMilestone& milestone : derived_milestones()) names.emplace(milestone.name);
  return names;
}

/// Each fault as `where: what`, with a line end.
std::string faults_of(const RuleBook& book, const std::optional<Names>& told = {}) {
  std::string all;
  for (const LawFault& fault : law_check(book, all_kinds(), all_milestones(), told)) {
    all += fault.where + ": " + fault.says + "\n";
  }
  return all;
}

std::string faults_of(const SmallLaw& law) {
  const auto book = law.read();
  if (!book) return book.error().says;
  return faults_of(*book);
}

TEST_CASE("The law of England has no fault", "[unit][law]") { CHECK(faults_of(england()).empty()); }

TEST_CASE("The questions to a draft rest on what the law cites, and each is asked of something", "[unit][law]") {
  const RuleBook book = england();
  const auto found = [&](const PromptRules& rules) {
    std::string all;
    for (const LawFault& fault : check_prompts(rules, book)) all += fault.where + ": " + fault.says + "\n";
    return all;
  };
  auto rules = prompt_rules();
  CHECK(found(rules).empty());
  SECTION("no citation") {
    rules.cites.clear();
    CHECK(found(rules) == "prompts: has no citation\n");
  }
  SECTION("asked of nothing, and twice") {
    rules.prompts[1].of_action = rules.prompts[1].of_recommendation = false;
    rules.prompts[2].id = "specific";
    CHECK(found(rules) == "prompt who: is asked of nothing\nprompt specific: is there twice\n");
  }
  SECTION("no words to look for") {
    rules.prompts[0].vague.clear();
    CHECK(found(rules) == "prompt specific: has no words to look for\n");
  }
}

TEST_CASE("A group that watches over actions looks, and escalates to another", "[unit][law]") {
  const auto with = [](const std::string& groups) {
    const auto book = england(LawText{"test.toml", "id = \"a\"\nname = \"A\"\n" + groups});
    REQUIRE(book);
    return faults_of(*book);
  };
  CHECK(with("[[group]]\nid = \"OWN\"\ntitle = \"Own\"\nevery-months = 1\nescalates-to = \"BOARD\"\n").empty());
  CHECK(with("[[group]]\nid = \"NOBODY\"\ntitle = \"Own\"\nevery-months = 1\n") ==
        "group NOBODY: has the name of actions that no group watches over\n");
  CHECK(with("[[group]]\nid = \"OWN\"\ntitle = \"Own\"\nevery-months = 0\n") == "group OWN: never looks\n");
  CHECK(with("[[group]]\nid = \"OWN\"\ntitle = \"Own\"\nevery-months = 1\nescalates-to = \"OWN\"\n") ==
        "group OWN: escalates to a group that there is not\n");
}

TEST_CASE("The check before publication rests on what the law cites, and its numbers agree", "[unit][law]") {
  const RuleBook book = england();
  const auto found = [&](const RehearsalRules& rules) {
    std::string all;
    for (const LawFault& fault : check_rehearsal(rules, book)) all += fault.where + ": " + fault.says + "\n";
    return all;
  };
  CHECK(found(rehearsal_rules()).empty());
  auto rules = rehearsal_rules();
  SECTION("no citation") {
    rules.cites.clear();
    CHECK(found(rules) == "rehearsal: has no citation\n");
  }
  SECTION("an unknown source and an unknown grade") {
    rules.cites = {Citation{"nowhere", ""}};
    rules.grade = "sure";
    CHECK(found(rules) == "rehearsal: cites the unknown source 'nowhere'\nrehearsal: has the unknown grade 'sure'\n");
  }
  SECTION("a detail that is given twice") {
    rules.jigsaw.push_back(rules.jigsaw.front());
    CHECK(found(rules) == "rehearsal, detail age: is there twice\n");
  }
  SECTION("more details than there are") {
    rules.jigsaw_kinds = 100;
    CHECK(found(rules) == "rehearsal: warns of a number of details that do not come together\n");
  }
  SECTION("two faults where one is too many") {
    rules.misspelt_twice_letters = 1;
    CHECK(found(rules) == "rehearsal: has two faults before it has one\n");
  }
}

TEST_CASE("Every bank holiday has a source that the law knows", "[unit][law]") {
  const RuleBook book = england();
  const Calendar calendar = england_and_wales();
  for (const BankHoliday& day : calendar.holidays()) {
    INFO(day.date.iso() << " " << day.name);
    CHECK(book.source(day.source) != nullptr);
  }
}

TEST_CASE("Every source that the schema cites is known to the law", "[unit][law]") {
  const RuleBook book = england();
  for (const Kind& kind : every_kind()) {
    INFO(kind.name);
    CHECK((kind.cites.empty() || book.source(kind.cites) != nullptr));
    for (int i = 0; i < kind.field->message_type()->field_count(); ++i) {
      const std::string& cites = rules_of(*kind.field->message_type()->field(i)).cites();
      INFO(cites);
      CHECK((cites.empty() || book.source(cites) != nullptr));
    }
  }
}

TEST_CASE("A small law has no fault", "[unit][law]") { CHECK(faults_of(SmallLaw{}).empty()); }

TEST_CASE("Law check finds what is wrong with a clock", "[unit][law]") {
  SmallLaw law;
  SECTION("no citation") {
    law.version = with(law.version, "cites = [{ source = \"act\", at = \"section 1\" }]\n", "");
    CHECK(faults_of(law) == "clock tell, version of 2018-06-29: has no citation\n");
  }
  SECTION("an unknown source") {
    law.version = with(law.version, "\"act\"", "\"acts\"");
    CHECK(faults_of(law) == "clock tell, version of 2018-06-29: cites the unknown source 'acts'\n");
  }
  SECTION("an unknown grade") {
    law.version = with(law.version, "\"S\"", "\"S+\"");
    CHECK(faults_of(law) == "clock tell, version of 2018-06-29: has the unknown grade 'S+'\n");
  }
  SECTION("a choice of one's own in a statute") {
    law.version = with(law.version, "\"S\"", "\"local\"");
    CHECK(faults_of(law) == "clock tell, version of 2018-06-29: is not local and may not be a choice of one's own\n");
  }
  SECTION("versions out of order") {
    law.more_clocks = with(law.version, "2018-06-29", "2015-03-26");
    CHECK(faults_of(law) == "clock tell, version of 2015-03-26: is out of order\n");
  }
  SECTION("two versions of the same day") {
    law.more_clocks = law.version;
    CHECK(faults_of(law) ==
          "clock tell, version of 2018-06-29: applies from the same day as another: two rules apply\n");
  }
  SECTION("no version") {
    law.version.clear();
    CHECK(faults_of(law) == "clock tell: has no version\n");
  }
  SECTION("no length") {
    law.version = with(law.version, "length = 5", "length = 0");
    CHECK(faults_of(law) == "clock tell, version of 2018-06-29: has no length\n");
  }
  SECTION("a start that nothing brings") {
    law.clock_head = with(law.clock_head, "incident-logged", "incident-lodged");
    CHECK(faults_of(law) ==
          "clock tell: waits for 'incident-lodged', which is neither a kind of entry nor a milestone\n");
  }
  SECTION("a stop that nothing brings") {
    law.clock_head = with(law.clock_head, "\"informed\"", "\"deformed\"");
    CHECK(faults_of(law) == "clock tell: waits for 'deformed', which is neither a kind of entry nor a milestone\n");
  }
  SECTION("a cancellation that nothing brings") {
    law.clock_head += "cancelled-by = [\"rain\"]\n";
    CHECK(faults_of(law) == "clock tell: waits for 'rain', which is neither a kind of entry nor a milestone\n");
  }
  SECTION("a derived milestone is as good as a kind") {
    law.clock_head = with(law.clock_head, "incident-logged", "became-notifiable");
    CHECK(faults_of(law).empty());
  }
  SECTION("nothing starts it") {
    law.clock_head = with(law.clock_head, "[\"incident-logged\"]", "[]");
    CHECK(faults_of(law) == "clock tell: is started by nothing\n");
  }
  SECTION("nothing stops it") {
    law.clock_head = with(law.clock_head, "[\"informed\"]", "[]");
    CHECK(faults_of(law) == "clock tell: is stopped by nothing\n");
    law.clock_head += "minimum = true\n";
    CHECK(faults_of(law).empty());
  }
  SECTION("a statutory clock that may pause") {
    law.clock_head += "pausable = true\n";
    CHECK(faults_of(law) == "clock tell: is not local and may not pause\n");
  }
  SECTION("warnings out of order") {
    law.clock_head += "warnings = [1, 5]\n";
    CHECK(faults_of(law) == "clock tell: has warnings out of order\n");
  }
}

TEST_CASE("Law check finds two rules that both apply", "[unit][law]") {
  SmallLaw law;
  SECTION("the same clock twice") {
    law.more_clocks = law.clock_head + law.version;
    CHECK(faults_of(law) == "clock tell: is there twice\n");
  }
  SECTION("two clocks of the national law from the same start to the same stop") {
    law.more_clocks = with(law.clock_head, "\"tell\"", "\"tell-too\"") + law.version;
    CHECK(faults_of(law) == "clock tell-too: starts and stops with tell: two rules apply\n");
  }
  SECTION("the same start with another stop is another duty") {
    law.more_clocks =
        with(with(law.clock_head, "\"tell\"", "\"tell-too\""), "\"informed\"", "\"panel-notified\"") + law.version;
    CHECK(faults_of(law).empty());
  }
  SECTION("the same source twice") {
    law.sources += law.sources;
    CHECK(faults_of(law) == "source act: is there twice\n");
  }
}

TEST_CASE("Law check finds a clock that no scenario tells", "[unit][law]") {
  const auto book = SmallLaw{}.read();
  REQUIRE(book);
  CHECK(faults_of(*book, Names{}) == "clock tell: has no scenario\n");
  CHECK(faults_of(*book, Names{"tell"}).empty());
  SmallLaw law;
  law.clock_head = with(law.clock_head, "\"case\"", "\"programme\"");
  const auto programme = law.read();
  REQUIRE(programme);
  CHECK(faults_of(*programme, Names{}) == "clock tell: has no scenario\n");
}

TEST_CASE("Law check finds what is wrong with a partnership", "[unit][law]") {
  const std::string rule =
      "[[local]]\nclock = \"tell\"\nfrom = 2018-06-29\nlength = 3\nunit = \"working-days\"\ncounting = \"same-day\"\n"
      "cites = [{ source = \"act\" }]\ngrade = \"I\"\n";
  SmallLaw law;
  SECTION("nothing") {
    law.more_partnership = rule;
    CHECK(faults_of(law).empty());
  }
  SECTION("a rule without citation") {
    law.more_partnership = with(rule, "cites = [{ source = \"act\" }]\n", "");
    CHECK(faults_of(law) == "local rule for tell of 2018-06-29: has no citation\n");
  }
  SECTION("a rule for no clock") {
    law.more_partnership = with(rule, "\"tell\"", "\"toll\"");
    CHECK(faults_of(law) == "local rule for toll of 2018-06-29: is for a clock that does not exist\n");
  }
  SECTION("a start that nothing brings") {
    law.more_partnership = rule + "starts = [\"rain\"]\n";
    CHECK_THAT(faults_of(law), Catch::StartsWith("local rule for tell of 2018-06-29: waits for 'rain'"));
  }
  SECTION("two rules of the same day") {
    law.more_partnership = rule + rule;
    CHECK(faults_of(law) ==
          "local rule for tell of 2018-06-29: applies from the same day as another: two rules apply\n");
  }
  SECTION("rules out of order") {
    law.more_partnership = rule + with(rule, "2018-06-29", "2017-01-01");
    CHECK(faults_of(law) == "local rule for tell of 2017-01-01: is out of order\n");
  }
  SECTION("a later rule with another start") {
    law.more_partnership = rule + with(rule, "2018-06-29", "2020-01-01") + "starts = [\"panel-notified\"]\n";
    CHECK(faults_of(law) == "local rule for tell of 2020-01-01: starts otherwise than the rule before it\n");
  }
  SECTION("a rule for a clock whose day is given") {
    law.clock_head += "given = true\n";
    law.version = with(law.version, "length = 5\nunit = \"working-days\"\ncounting = \"day-after\"\n", "");
    law.more_partnership = rule;
    CHECK(faults_of(law) == "local rule for tell of 2018-06-29: is for a clock whose day is given\n");
  }
  SECTION("a local clock without any rule") {
    law.clock_head = with(law.clock_head, "statute", "local");
    law.version.clear();
    CHECK(faults_of(law) == "clock tell: has no version\n");
    law.more_partnership = rule;
    CHECK(faults_of(law).empty());
  }
  SECTION("nobody signs") {
    law.partnership = with(law.partnership, "sign-off-bodies = [\"POLICE\"]", "sign-off-bodies = []");
    CHECK(faults_of(law) == "partnership default: has nobody who signs\n");
  }
  SECTION("a quorum that cannot be made") {
    law.partnership = with(law.partnership, "quorum = 1", "quorum = 2");
    CHECK(faults_of(law) == "partnership default: has a quorum that its bodies cannot make\n");
  }
  SECTION("a timetable out of order") {
    law.partnership +=
        "timetable = [\n"
        "  { step = \"meeting\", title = \"Meet\", day-from = 4, day-to = 9, stops = \"meeting-held\" },\n"
        "  { step = \"returns\", title = \"Returns\", day-from = 6, day-to = 5, stops = \"rain\" },\n"
        "]\n";
    CHECK(faults_of(law) ==
          "timetable step returns: waits for 'rain', which is neither a kind of entry nor a milestone\n"
          "timetable step returns: ends before it begins\n"
          "timetable step returns: is out of order\n");
  }
}

TEST_CASE("Law check asks the smaller files for their sources too", "[unit][law]") {
  SmallLaw law;
  law.criteria =
      "[[criterion]]\nid = \"a\"\nquestion = \"?\"\ndecision = \"review\"\nfrom = 2018-06-29\ngrade = \"X\"\n";
  law.not_computed = "[[not-computed]]\nid = \"b\"\nwording = \"soon\"\nwhy = \"no number\"\n";
  law.not_rules = "[[not-rule]]\nid = \"c\"\nclaim = \"old\"\nwhy = \"gone\"\ncites = [{ source = \"act\" }]\n";
  law.retention =
      "[[retention]]\nid = \"d\"\ntitle = \"Cases\"\ncounts-from = \"case-closed\"\nfrom = 2018-06-29\nlength = 12\n"
      "unit = \"months\"\ngrade = \"K\"\n[[hold]]\nid = \"e\"\ntitle = \"Inquiry\"\nfrom = 2015-01-01\ngrade = \"K\"\n";
  law.publication = "[[warning]]\nid = \"f\"\nkind = \"LIFELONG_ANONYMITY\"\nsays = \"Mind this.\"\ngrade = \"X\"\n";
  CHECK(faults_of(law) ==
        "criterion a: has no citation\n"
        "criterion a: has the unknown grade 'X'\n"
        "not computed b: has no citation\n"
        "not a rule c: has no citation\n"
        "retention d: has no citation\n"
        "hold e: has no citation\n"
        "warning f: has no citation\n"
        "warning f: has the unknown grade 'X'\n");
}

}  // namespace
}  // namespace review::law_test
