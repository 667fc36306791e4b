#include <catch2/catch.hpp>

#include "libreview/access/forget_cases.hpp"
#include "libreview/record/fold.hpp"
#include "tests/support/small_case.hpp"

/// What scenarios cannot reach of findings and immediate actions.
namespace review::test {
namespace {

v1::Entry recorded(const std::string& json, int version) {
  auto one = entry(json);
  one.set_entry("entry-" + std::to_string(version));
  one.set_case_("26-0001");
  one.set_recorded_time("2026-03-02T12:00:00.000Z");
  one.set_case_version(version);
  return one;
}

TEST_CASE("findings of an entry are named after the version of the case", "[unit]") {
  SmallCase one;
  one.must(incident);
  one.must("{'learningCaptured':{'findings':[{'finding':'x'},{'finding':'y','id':'gap'},{'finding':'z'}]}}");
  REQUIRE(one.file().findings_size() == 3);
  CHECK(one.file().findings(0).finding() == "finding-2-1");
  CHECK(one.file().findings(1).finding() == "gap");
  CHECK(one.file().findings(2).finding() == "finding-2-3");
}

TEST_CASE("a finding that a correction adds takes the name of none that came later", "[unit]") {
  SmallCase one;
  one.must(incident);
  const auto first = one.must("{'learningCaptured':{'findings':[{'finding':'x'}]}}");
  one.must("{'learningCaptured':{'findings':[{'finding':'later'}]}}");
  one.must("{'entryCorrected':{'entry':'" + first +
           "','reason':'y','replacement':{'learningCaptured':{'findings':[{'finding':'x'},{'finding':'w'}]}}}}");
  REQUIRE(one.file().findings_size() == 3);
  CHECK(one.file().findings(0).finding() == "finding-2-1");
  CHECK(one.file().findings(1).finding() == "finding-2-2");
  CHECK(one.file().findings(2).finding() == "finding-3-1");
}

TEST_CASE("where nobody says where learning comes from, the case tells", "[unit]") {
  const std::string learned = "{'learningCaptured':{'findings':[{'finding':'x'},{'finding':'y','source':'DATA'}]}}";
  SmallCase early;
  early.must(incident);
  early.must(learned);
  CHECK(early.file().findings(0).source() == v1::ASSURANCE_SOURCE_UNSPECIFIED);
  SmallCase reviewed;
  reviewed.accepted();
  reviewed.must(learned);
  CHECK(reviewed.file().findings(0).source() == v1::ASSURANCE_SOURCE_LCSPR);
  CHECK(reviewed.file().findings(1).source() == v1::ASSURANCE_SOURCE_DATA);
}

TEST_CASE("what was captured before findings had names, and under a theme of no list, still counts", "[unit]") {
  auto old =
      recorded("{'occurredOn':'2026-03-02','learningCaptured':{'findings':[{'finding':'x','themes':['fathers']}]}}", 2);
  REQUIRE_FALSE(old.learning_captured().findings(0).has_id());
  const auto file = fold({recorded(incident, 1), old});
  REQUIRE(file.findings_size() == 1);
  CHECK(file.findings(0).finding() == "finding-2-1");
  CHECK(file.findings(0).themes(0) == "fathers");
  CHECK(file.findings(0).found_on() == "2026-03-02");
}

TEST_CASE("an immediate action from before they were followed opens none", "[unit]") {
  const auto file = fold({recorded(incident, 1), recorded("{'immediateActionTaken':{'what':'x','by':'POLICE'}}", 2)});
  CHECK(file.actions().empty());
}

TEST_CASE("what comes from another store keeps the themes that it has", "[unit]") {
  SmallCase one;
  one.must(incident);
  const std::string other = "{'learningCaptured':{'findings':[{'finding':'x','themes':['of-another-area']}]}}";
  CHECK(one.refused(other) == "not-a-choice");
  auto imported = entry(other);
  imported.mutable_source()->set_store("another");
  CHECK(one.record(imported));
}

TEST_CASE("of a case that is not seen no finding is named, not even by its short name", "[unit]") {
  auto one = entry(
      "{'learningCaptured':{'findings':[{'finding':'x','bearsOn':[{'finding':'a','bearing':'CONFIRMS','ofCase':'26-"
      "0002'},"
      "{'finding':'b','bearing':'CONFIRMS'},{'finding':'c','bearing':'CONTRADICTS','ofCase':'26-0003'}]}]}}");
  std::set<std::string> named;
  name_cases(one, named);
  CHECK(named == std::set<std::string>{"26-0002", "26-0003"});
  forget_cases(one, {"26-0002"});
  const auto& left = one.learning_captured().findings(0).bears_on();
  REQUIRE(left.size() == 2);
  CHECK(left[0].finding() == "b");
  CHECK(left[1].finding() == "c");
}

}  // namespace
}  // namespace review::test
