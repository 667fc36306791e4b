#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "libreview/record/findings.hpp"
#include "libreview/record/handling.hpp"
#include "libreview/record/stage_table.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/milestones.hpp"
#include "tests/support/small_case.hpp"

namespace review::test {
namespace {

using Texts = std::vector<std::string>;

/// The stages, written as one letter each: new case, Referred, Logged, Notified, rapId review, awaiting Panel, reView,
/// report Accepted, pUblished, acTions, Closed, Withdrawn.
constexpr std::string_view letters = ".RLNIPVAUTCW";

std::string stages_of(const std::string& kind) {
  std::string taken;
  for (std::size_t stage = 0; stage < letters.size(); ++stage) {
    if (stage_takes(kind, static_cast<v1::Stage>(stage))) taken += letters[stage];
  }
  return taken;
}

}  // namespace

TEST_CASE("every kind of entry is handled, once", "[unit]") {
  std::map<std::string, int> handled;
  for (const auto& row : handlings()) ++handled[std::string(row.kind)];
  CHECK(handled.size() == member_kinds().size());
  for (const auto& kind : member_kinds()) {
    INFO(kind.name);
    CHECK(handled[kind.name] == 1);
    CHECK(handling_of(kind.name).kind == kind.name);
  }
  CHECK_THROWS_AS(handling_of("no-such-kind"), std::logic_error);
}

TEST_CASE("the stages that take a kind of entry are those of the contract", "[unit]") {
  const std::map<std::string, std::string> contract = {
      {"incident-logged", ".RLNIPVAUTW"},
      {"learning-referred", "."},
      {"case-brought-in", "."},
      {"contribution-requested", "."},
      {"notification-decided", "RL"},
      {"panel-notified", "RLNIPVAUTW"},
      {"notification-withdrawn", "NI"},
      {"rapid-review-decided", "NI"},
      {"rapid-review-submitted", "IPVAUT"},
      {"panel-responded", "IPVAUT"},
      {"decision-reconsidered", "PVAUT"},
      {"referral-decided", "RLW"},
      {"review-commissioned", "IPV"},
      {"report-accepted", "VAUT"},
      {"report-published", "AUT"},
      {"publication-declined", "AUT"},
      {"case-closed", "RLPVUTW"},
      {"case-reopened", "C"},
      {"note-added", "RLNIPVAUTCW"},
      {"document-filed", "RLNIPVAUTCW"},
      {"case-sealed", "RLNIPVAUTCW"},
      {"unseal-proposed", "RLNIPVAUTCW"},
      {"case-unsealed", "RLNIPVAUTCW"},
      {"entry-corrected", "RLNIPVAUTCW"},
      {"entry-withdrawn", "RLNIPVAUTCW"},
      {"report-taken-down", "RLNIPVAUTCW"},
      {"learning-captured", "RLNIPVAUTCW"},
      {"recommendation-made", "RLNIPVAUTCW"},
      {"action-agreed", "RLNIPVAUTCW"},
      {"action-updated", "RLNIPVAUTCW"},
      {"action-rechecked", "RLNIPVAUTCW"},
      {"recommendation-answered", "RLNIPVAUTCW"},
      {"action-escalated", "RLNIPVAUTCW"},
      {"product-drafted", "RLNIPVAUTCW"},
      {"product-checked", "RLNIPVAUTCW"},
      {"product-shared", "RLNIPVAUTCW"},
      {"product-received", "RLNIPVAUTCW"},
      {"learning-event-held", "RLNIPVAUTCW"},
  };
  for (const auto& kind : kinds()) {
    INFO(kind.name);
    const auto row = contract.find(kind.name);
    CHECK(stages_of(kind.name) == (row == contract.end() ? "RLNIPVAUTW" : row->second));
    if (kind.opens_case) CHECK(stage_takes(kind.name, v1::STAGE_UNSPECIFIED));
  }
}

TEST_CASE("each row of the table of stages is about a kind, once", "[unit]") {
  std::set<std::string_view> seen;
  for (const auto& row : stage_table()) {
    INFO(row.kind);
    CHECK(find_kind(row.kind) != nullptr);
    CHECK(seen.insert(row.kind).second);
    CHECK_FALSE(row.stages.empty());
    CHECK(std::set<v1::Stage>(row.stages.begin(), row.stages.end()).size() == row.stages.size());
  }
}

TEST_CASE("a derived milestone is brought by kinds that there are, and is called like none", "[unit]") {
  for (const auto& milestone : derived_milestones()) {
    INFO(milestone.name);
    CHECK(find_kind(milestone.name) == nullptr);
    for (const auto kind : milestone.brought_by) CHECK(find_kind(kind) != nullptr);
  }
}

TEST_CASE("findings are told in the order of the table of refusals, and alike ones as they came", "[unit]") {
  Findings findings;
  CHECK(findings.empty());
  findings.add(Code::publication_held, "third");
  findings.add(Code::missing_reference, "first", {}, "/a");
  findings.add(Code::not_in_this_stage, "second");
  findings.add(Code::missing_reference, "first again");
  Texts said;
  for (const auto& refusal : findings.in_order()) said.push_back(refusal.says);
  CHECK(said == Texts{"first", "first again", "second", "third"});
  CHECK(findings.has(Code::publication_held));
  CHECK_FALSE(findings.has(Code::stale));
  CHECK(findings.in_order().front().violations.front().pointer == "/a");
}

TEST_CASE("what a case may be recorded despite are rules, not faults of the request", "[unit]") {
  for (const auto& row : code_table()) {
    INFO(row.name);
    if (row.overridable) CHECK(row.status == 409);
  }
}

TEST_CASE("an entry is taken despite a rule when exactly the rules that refuse it are named", "[unit]") {
  const std::string submitted = "{'rapidReviewSubmitted':{}";
  const auto aside = [](const std::string& code) {
    return "{'code':'" + code + "','reasons':'it was sent','authorisedBy':'bea'}";
  };
  struct Row {
    const char* because;
    std::string despite;
    std::string refused;  ///< empty where it is taken
  };
  const Row rows[] = {
      {"nothing is set aside", "", "not-in-this-stage"},
      {"only one of the two rules", aside("not-in-this-stage"), "sign-off-missing"},
      {"only the other", aside("sign-off-missing"), "not-in-this-stage"},
      {"both and another that would not refuse",
       aside("not-in-this-stage") + "," + aside("sign-off-missing") + "," + aside("conflicted"), "not-a-choice"},
      {"both and one that nobody knows",
       aside("not-in-this-stage") + "," + aside("sign-off-missing") + "," + aside("rain"), "not-a-choice"},
      {"both", aside("sign-off-missing") + "," + aside("not-in-this-stage"), ""},
  };
  for (const auto& row : rows) {
    INFO(row.because);
    SmallCase one;
    one.must(incident);
    one.on("2026-03-04").must("{'panelNotified':{}}");
    one.on("2026-03-20");
    const auto recorded = one.record(entry(submitted + ",'despite':[" + row.despite + "]}"));
    if (!row.refused.empty()) {
      REQUIRE_FALSE(recorded);
      CHECK(code_name(recorded.error().code) == row.refused);
      CHECK(one.entries().size() == 2);
      continue;
    }
    REQUIRE(recorded);
    REQUIRE(recorded->irregularities_size() == 2);
    CHECK(recorded->irregularities(0).code() == "not-in-this-stage");
    CHECK(recorded->irregularities(1).code() == "sign-off-missing");
    CHECK(recorded->irregularities(0).authorised_by() == "bea");
    CHECK(one.file().irregularities_size() == 2);
    CHECK(one.file().irregularities(0).entry() == "entry-3");
  }
}

TEST_CASE("a rule that binds without exception is not set aside", "[unit]") {
  struct Row {
    const char* code;
    const char* json;
  };
  const Row rows[] = {
      {"dated-in-the-future", "'noteAdded':{'text':'x'},'occurredOn':'2026-03-03'"},
      {"missing-reference", "'draftReceived':{}"},
      {"notification-required", "'timetableMoved':{'step':'meeting','to':'2026-03-20'}"},
      {"reasons-required", "'referralDecided':{'outcome':'AUDIT'}"},
  };
  for (const auto& row : rows) {
    INFO(row.code);
    SmallCase one;
    one.must(incident);
    CHECK(one.objected(std::string("{") + row.json + "}").front() == row.code);
    const auto despite = std::string(",'despite':[{'code':'") + row.code + "','reasons':'x','authorisedBy':'bea'}]";
    CHECK(one.refused("{" + (row.json + despite) + "}") == row.code);
  }
}

TEST_CASE("a fault in despite points at the rule that is named", "[unit]") {
  SmallCase one;
  one.must(incident);
  const auto refused = one.record(
      entry("{'noteAdded':{'text':'x'},'despite':[{'code':'conflicted','reasons':'x','authorisedBy':'b'}]}"));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().violations.front().pointer == "/despite/0/code");
}

TEST_CASE("what the sender leaves out is filled in", "[unit]") {
  SmallCase one;
  one.must(incident);
  const auto decided = one.record(entry("{'referralDecided':{'outcome':'SPOTLIGHT','reasons':'why'}}"));
  REQUIRE(decided);
  CHECK(decided->occurred_on() == "2026-03-02");
  CHECK(decided->decided_by(0) == "ann");
  CHECK(decided->decided_on() == "2026-03-02");
  for (const char* name : {"embargo-1", "embargo-2"}) {
    const auto placed = one.record(entry("{'embargoPlaced':{'reason':'why','reviewOn':'2026-06-01'}}"));
    REQUIRE(placed);
    CHECK(placed->embargo_placed().embargo() == name);
  }
  CHECK(one.refused("{'embargoExtended':{'reason':'why','reviewOn':'2026-07-01'}}") == "missing-reference");
  CHECK(one.refused("{'embargoPlaced':{'embargo':'embargo-2','reason':'why','reviewOn':'2026-06-01'}}") ==
        "already-recorded");
  CHECK(one.refused("{'embargoExtended':{'embargo':'embargo-9','reason':'why','reviewOn':'2026-07-01'}}") ==
        "missing-reference");
  one.as("bea").must("{'embargoLiftProposed':{'embargo':'embargo-1','conditions':'x'}}");
  one.as("ann").must("{'embargoLifted':{'embargo':'embargo-1','evidence':'x'}}");
  const auto extended = one.record(entry("{'embargoExtended':{'reason':'why','reviewOn':'2026-07-01'}}"));
  REQUIRE(extended);
  CHECK(extended->embargo_extended().embargo() == "embargo-2");
}

}  // namespace review::test
