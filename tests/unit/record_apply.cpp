#include <catch2/catch.hpp>
#include <stdexcept>
#include <string>

#include "libreview/record/fold.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/rules.hpp"
#include "tests/support/small_case.hpp"

namespace review::test {
namespace {

namespace pb = google::protobuf;

}  // namespace

TEST_CASE("an entry about an object that its case does not have is corruption", "[unit]") {
  struct Row {
    const char* kind;
    const char* json;
  };
  const Row rows[] = {
      {"proceedings-updated", "{'proceedingsUpdated':{'proceedings':'gone'}}"},
      {"proceedings-concluded", "{'proceedingsConcluded':{'proceedings':'gone'}}"},
      {"proceedings-reopened", "{'proceedingsReopened':{'proceedings':'gone'}}"},
      {"court-order-ended", "{'courtOrderEnded':{'order':'gone'}}"},
      {"embargo-extended", "{'embargoExtended':{'embargo':'gone','reviewOn':'2026-08-03'}}"},
      {"embargo-lifted", "{'embargoLifted':{'embargo':'gone'}}"},
      {"action-updated", "{'actionUpdated':{'action':'gone','progress':'GREEN'}}"},
      {"action-rechecked", "{'actionRechecked':{'action':'gone','finding':'NOT_KNOWN'}}"},
      {"recommendation-answered",
       "{'recommendationAnswered':{'recommendation':'gone','by':'PANEL','answer':'ACCEPTED'}}"},
      {"reviewer-changed", "{'reviewerChanged':{'review':'gone'}}"},
      {"review-converted", "{'reviewConverted':{'review':'gone','kind':'AUDIT'}}"},
      {"draft-received", "{'draftReceived':{'review':'gone'}}"},
      {"report-returned", "{'reportReturned':{'review':'gone'}}"},
      {"report-accepted", "{'reportAccepted':{'review':'gone'}}"},
      {"publication-planned", "{'publicationPlanned':{'review':'gone','plannedOn':'2027-06-01'}}"},
      {"advance-copy-sent", "{'advanceCopySent':{'review':'gone'}}"},
      {"report-published", "{'reportPublished':{'review':'gone'}}"},
      {"publication-declined", "{'publicationDeclined':{'review':'gone'}}"},
      {"report-taken-down", "{'reportTakenDown':{'review':'gone','reason':'IDENTIFIED'}}"},
      {"report-replaced", "{'reportReplaced':{'review':'gone'}}"},
      {"action-escalated", "{'actionEscalated':{'action':'gone','to':'BOARD','why':'Invented.'}}"},
      {"reviewer-answered", "{'reviewerAnswered':{'reviewerRequest':'gone','answer':'Invented.'}}"},
  };
  SmallCase one;
  one.accepted();
  for (const auto& row : rows) {
    INFO(row.kind);
    auto broken = entry(row.json);
    REQUIRE(kind_of(broken)->name == row.kind);
    broken.set_occurred_on("2026-07-01");
    auto file = one.file();
    CHECK_THROWS_AS(apply(file, broken), std::logic_error);
    CHECK(one.objected(row.json).front() == "missing-reference");
  }
}

TEST_CASE("an entry may be laid on without its sealed part, whatever its kind", "[unit]") {
  // `apply` asks no rule: it takes entries that today's rules would refuse.
  SmallCase one;
  one.must(incident);
  auto file = one.file();
  CHECK_FALSE(one.objected("{'rapidReviewSubmitted':{}}").empty());
  CHECK_NOTHROW(apply(file, entry("{'occurredOn':'2026-03-20','rapidReviewSubmitted':{}}")));
  CHECK(file.stage() == v1::STAGE_AWAITING_PANEL);
}

TEST_CASE("each entry leaves a milestone of its kind, or others that its rules name", "[unit]") {
  SmallCase one;
  one.accepted();
  CHECK(one.file().milestones_size() > one.file().version());
  for (const auto& milestone : one.file().milestones()) {
    INFO(milestone.name());
    CHECK_FALSE(milestone.entry().empty());
    CHECK(Date::parse(milestone.on()));
  }
}

TEST_CASE("the stored state holds no free text", "[unit]") {
  SmallCase one;
  one.must(
      "{'incidentLogged':{'localAuthorityAwareOn':'2026-03-02','harm':'DEATH','abuseOrNeglect':'SUSPECTED',"
      "'summary':'canary','place':'canary','children':[{'name':'canary','address':'canary','sex':'FEMALE'}]},"
      "'note':'canary','evidence':'canary'}");
  one.must("{'referralDecided':{'outcome':'AUDIT','reasons':'canary','dissent':[{'by':'POLICE','reasons':'canary'}]}}");
  one.must("{'proceedingsOpened':{'kind':'CRIMINAL','contact':'canary','advice':'canary'}}");
  one.must("{'courtOrderRecorded':{'court':'canary','kind':'canary','binds':'canary'}}");
  one.must("{'actionAgreed':{'what':'canary','owner':'POLICE','dueOn':'2026-06-01','measure':'canary'}}");
  CHECK(one.file().SerializeAsString().find("canary") == std::string::npos);
}

}  // namespace review::test
