#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "libreview/record/corrections.hpp"
#include "libreview/record/fold.hpp"
#include "tests/support/small_case.hpp"

namespace review::test {
namespace {

/// `inner` in the place of an entry.
std::string correct(const std::string& id, const std::string& inner) {
  return "{'entryCorrected':{'entry':'" + id + "','reason':'mistyped','replacement':" + inner + "}}";
}

std::string withdraw(const std::string& id, const std::string& reason = "MISTAKE") {
  return "{'entryWithdrawn':{'entry':'" + id + "','reason':'" + reason + "'}}";
}

std::string action(const std::string& due) {
  return "{'actionAgreed':{'action':'action-1','owner':'POLICE','dueOn':'" + due + "'}}";
}

std::string due(const SmallCase& one) { return one.file().actions_size() == 0 ? "" : one.file().actions(0).due_on(); }

}  // namespace

TEST_CASE("the latest correction counts, and a withdrawn one gives way to the one before", "[unit]") {
  SmallCase one;
  one.must(incident);
  const auto agreed = one.must(action("2026-06-01"));
  one.must(correct(agreed, action("2026-06-02")));
  const auto second = one.must(correct(agreed, action("2026-06-03")));
  CHECK(due(one) == "2026-06-03");
  one.must(withdraw(second));
  CHECK(due(one) == "2026-06-02");
  one.must(withdraw(agreed));
  CHECK(due(one) == "");
  CHECK(effective(one.entries()).size() == 1);
  CHECK(one.file().version() == 6);
}

TEST_CASE("a replacement keeps the place, id, recorder and time of what it replaces", "[unit]") {
  SmallCase one;
  one.must(incident);
  const auto agreed = one.must(action("2026-06-01"));
  one.must("{'noteAdded':{'text':'between'}}");
  one.on("2026-03-09").as("bea").must(correct(agreed, action("2026-06-02")));
  const auto counted = effective(one.entries());
  REQUIRE(counted.size() == 3);
  CHECK(counted[1].entry() == agreed);
  CHECK(counted[1].action_agreed().due_on() == "2026-06-02");
  CHECK(counted[1].occurred_on() == "2026-03-02");
  CHECK(counted[1].recorded_by() == "ann");
  CHECK(counted[1].recorded_time() == one.entries()[1].recorded_time());
  CHECK(counted[1].case_version() == 2);
  CHECK(one.file().opened_on() == "2026-03-02");
}

TEST_CASE("what a correction must be", "[unit]") {
  SmallCase one;
  const auto first = one.must(incident);
  const auto note = one.must("{'noteAdded':{'text':'x'}}");
  const auto correction = one.must(correct(note, "{'noteAdded':{'text':'y'}}"));
  const auto gone = one.must("{'noteAdded':{'text':'z'}}");
  const auto withdrawal = one.must(withdraw(gone));
  struct Row {
    const char* because;
    std::string json;
    std::string code;
  };
  const Row rows[] = {
      {"of an entry that there is", correct("entry-99", "{'noteAdded':{'text':'y'}}"), "missing-reference"},
      {"of the same kind", correct(note, "{'informed':{'who':['POLICE']}}"), "not-one-kind"},
      {"not of a correction", correct(correction, correct(note, "{'noteAdded':{'text':'q'}}")), "missing-reference"},
      {"not of a withdrawal", withdraw(withdrawal), "missing-reference"},
      {"not of what is withdrawn", correct(gone, "{'noteAdded':{'text':'y'}}"), "already-recorded"},
      {"a withdrawal once", withdraw(gone), "already-recorded"},
      {"not a withdrawal of the first entry", withdraw(first), "not-in-this-stage"},
      {"of a replacement that the rules take", correct(note, "{'noteAdded':{'text':'y'},'occurredOn':'2027-01-01'}"),
       "dated-in-the-future"},
      {"of a day that has come",
       "{'occurredOn':'2027-01-01','entryWithdrawn':{'entry':'" + note + "','reason':'MISTAKE'}}",
       "dated-in-the-future"},
      {"of a day that has come, also where it corrects",
       "{'occurredOn':'2027-01-01',"
       "'entryCorrected':{'entry':'" +
           note + "','reason':'x','replacement':{'noteAdded':{'text':'y'}}}}",
       "dated-in-the-future"},
      {"not despite a rule that would not refuse it",
       "{'entryWithdrawn':{'entry':'" + note +
           "','reason':'MISTAKE'},'despite':[{'code':'conflicted','reasons':'x','authorisedBy':'b'}]}",
       "not-a-choice"},
  };
  for (const auto& row : rows) {
    INFO(row.because);
    CHECK(one.refused(row.json) == row.code);
  }
}

TEST_CASE("a fault in a replacement points into the replacement", "[unit]") {
  SmallCase one;
  one.must(incident);
  const auto note = one.must("{'noteAdded':{'text':'x'}}");
  const auto refused = one.record(entry(correct(note, "{'noteAdded':{'text':'y'},'occurredOn':'2027-01-01'}")));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().violations.front().pointer == "/entryCorrected/replacement/occurredOn");
}

TEST_CASE("a correction that a later entry could not live with is refused, and names that entry", "[unit]") {
  SmallCase one;
  one.must(incident);
  const auto opened = one.must("{'proceedingsOpened':{'kind':'CRIMINAL'}}");
  const auto concluded = one.on("2026-03-20").must("{'proceedingsConcluded':{}}");
  for (const auto& json :
       {withdraw(opened), correct(opened, "{'occurredOn':'2026-03-21','proceedingsOpened':{'kind':'CRIMINAL'}}"),
        correct(opened, "{'proceedingsOpened':{'kind':'CRIMINAL','proceedings':'another'}}")}) {
    INFO(json);
    one.on("2026-03-23");
    const auto refused = one.record(entry(json));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == Code::not_in_this_stage);
    CHECK(refused.error().says.find(concluded) != std::string::npos);
  }
  one.must(withdraw(concluded));
  one.must(withdraw(opened));
  CHECK(one.file().proceedings_size() == 0);
}

TEST_CASE("a correction moves the clocks, and the day it is made on does not count", "[unit]") {
  SmallCase one;
  one.must(incident);
  const auto notified = one.on("2026-03-04").must("{'panelNotified':{}}");
  CHECK(one.file().notified_on() == "2026-03-04");
  one.on("2026-05-01").must(correct(notified, "{'occurredOn':'2026-03-05','panelNotified':{}}"));
  CHECK(one.file().notified_on() == "2026-03-05");
}

TEST_CASE("a case that is closed can still be corrected", "[unit]") {
  SmallCase one;
  one.must(incident);
  const auto note = one.must("{'noteAdded':{'text':'x'}}");
  one.must("{'referralDecided':{'outcome':'NO_FURTHER_ACTION','reasons':'why'}}");
  one.must("{'caseClosed':{'reason':'COMPLETE'}}");
  CHECK(one.refused("{'informed':{'who':['POLICE']}}") == "not-in-this-stage");
  one.must(correct(note, "{'noteAdded':{'text':'y'}}"));
  one.must(withdraw(note));
  CHECK(one.file().stage() == v1::STAGE_CLOSED);
}

bool decides(const std::vector<v1::Entry>& entries, const v1::Entry& correction) {
  const auto* kind = corrected_kind(entries, correction);
  return kind != nullptr && kind->decision;
}

TEST_CASE("correcting a decision is a decision, also by way of its correction", "[unit]") {
  SmallCase one;
  one.must(incident);
  const auto note = one.must("{'noteAdded':{'text':'x'}}");
  const std::string spotlight = "{'referralDecided':{'outcome':'SPOTLIGHT','reasons':'why'}}";
  const auto decided = one.must(spotlight);
  const auto again = one.must(correct(decided, spotlight));
  CHECK(decides(one.entries(), entry(withdraw(decided))));
  CHECK(decides(one.entries(), entry(withdraw(again))));
  CHECK(decides(one.entries(), entry(correct(decided, spotlight))));
  CHECK_FALSE(decides(one.entries(), entry(withdraw(note))));
  CHECK_FALSE(decides(one.entries(), entry(withdraw("entry-99"))));
  CHECK_FALSE(decides(one.entries(), entry(spotlight)));
  CHECK(corrected_entry(entry(withdraw(note))) == note);
  CHECK(corrected_entry(entry(spotlight)) == "");
}

TEST_CASE("an entry that came without its content changes nothing", "[unit]") {
  SmallCase one;
  one.must(incident);
  auto entries = one.entries();
  auto hidden = entry("{'proceedingsConcluded':{}}");
  hidden.set_entry("elsewhere");
  hidden.set_hidden(true);
  hidden.set_case_version(2);
  entries.push_back(hidden);
  const auto corrected = admit_correction(
      entries, entry(correct("elsewhere", "{'proceedingsConcluded':{'outcome':'x'}}")), one.occasion());
  REQUIRE_FALSE(corrected);
  CHECK(corrected.error().code == Code::missing_reference);
  auto file = fold(entries);
  CHECK(file.version() == 2);
  file.set_version(1);
  CHECK(difference(file, one.file()) == "");
}

}  // namespace review::test
