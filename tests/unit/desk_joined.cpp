#include <fmt/format.h>

#include <string>
#include <vector>

#include "tests/unit/desk_support.hpp"

namespace review::test {
namespace {

std::vector<std::string> kinds_in(DeskOffice& office, const std::string& id) {
  std::vector<std::string> names;
  for (const auto& one : office.journal.read("cases/" + id)) names.push_back(one.kind);
  return names;
}

/// A case that is notified and decided for a review.
std::string decided_case(DeskOffice& office) {
  const auto id = office.open();
  office.must(id, "{'panelNotified':{}}");
  office.must(
      id, fmt::format("{{'rapidReviewDecided':{{'outcome':'LCSPR','criteria':{},'reasons':'why'}}}}", review_criteria));
  return id;
}

}  // namespace

TEST_CASE("a review that joins a case is in both, in one commit", "[unit]") {
  DeskOffice office;
  const auto lead = decided_case(office);
  const auto joined = decided_case(office);
  const auto commissioned = office.must(lead, "{'reviewCommissioned':{'joinsCases':['" + joined + "']}}");
  CHECK(commissioned.case_id == lead);
  CHECK(kinds_in(office, joined).back() == "reviewJoined");
  auto there = office.desk.show(joined, office.reader, office.moment());
  REQUIRE(there);
  CHECK(there->reviews(0).led_by() == lead);
  CHECK(there->stage() == v1::STAGE_REVIEW);
  CHECK(there->version() == 4);

  SECTION("what the lead accepts is accepted there too, and not before") {
    CHECK(office.refused(office.recording(joined, "{'reportAccepted':{}}")) == "not-in-this-stage");
    office.must(lead, "{'draftReceived':{'version':1}}");
    office.must(lead, "{'reportAccepted':{'version':1}}");
    CHECK(kinds_in(office, joined).back() == "reportAccepted");
    there = office.desk.show(joined, office.reader, office.moment());
    CHECK(there->stage() == v1::STAGE_REPORT_ACCEPTED);
    office.must(lead, "{'publicationPlanned':{'plannedOn':'2026-03-20'}}");
    office.must(lead, "{'advanceCopySent':{}}");
    office.must(lead, "{'reportRehearsed':{}}");
    office.today = day("2026-03-20");

    SECTION("what holds one holds all") {
      office.must(joined, "{'proceedingsOpened':{'kind':'CRIMINAL'}}");
      const auto held = office.record(office.recording(lead, "{'reportPublished':{'form':'FULL'}}"));
      REQUIRE_FALSE(held);
      CHECK(held.error().code == Code::publication_held);
      REQUIRE(held.error().holds.size() == 1);
      CHECK(held.error().holds.front().name == joined + "/proceedings-1");
      const auto shown = office.desk.show(lead, office.reader, office.moment());
      CHECK(shown->holds(0).case_() == joined);
      CHECK(shown->holds(0).name() == "proceedings-1");
    }
    SECTION("and published where the lead publishes") {
      office.must(lead, "{'reportPublished':{'form':'FULL'}}");
      CHECK(kinds_in(office, joined).back() == "reportPublished");
      CHECK(office.desk.show(joined, office.reader, office.moment())->stage() == v1::STAGE_PUBLISHED);
    }
    SECTION("and recalled where the lead recalls, in one commit") {
      const auto published = office.must(lead, "{'reportPublished':{'form':'FULL'}}");
      const auto followed = office.journal.read("cases/" + joined).back().entry;
      const auto withdrawal = [](const std::string& entry) {
        return fmt::format("{{'entryWithdrawn':{{'entry':'{}','reason':'MISTAKE','reasons':'Too soon.'}}}}", entry);
      };
      CHECK(office.refused(office.recording(joined, withdrawal(followed))) == "not-in-this-stage");
      const auto size = office.journal.head().size;
      office.must(lead, withdrawal(published.entry_id));
      CHECK(office.journal.head().size == size + 2);
      CHECK(kinds_in(office, joined).back() == "entryWithdrawn");
      for (const auto& id : {lead, joined}) {
        CHECK(office.desk.show(id, office.reader, office.moment())->stage() == v1::STAGE_REPORT_ACCEPTED);
      }
      office.must(lead, "{'reportRehearsed':{}}");
      office.must(lead, "{'reportPublished':{'form':'FULL'}}");
      CHECK(office.desk.show(joined, office.reader, office.moment())->stage() == v1::STAGE_PUBLISHED);
    }
    SECTION("but not where something has been built on it in another case") {
      const auto published = office.must(lead, "{'reportPublished':{'form':'FULL'}}");
      office.must(joined, "{'reportTakenDown':{'reason':'COURT_ORDER'}}");
      CHECK(office.refused(office.recording(
                lead, fmt::format("{{'entryWithdrawn':{{'entry':'{}','reason':'MISTAKE'}}}}", published.entry_id))) ==
            "not-in-this-stage");
      CHECK(kinds_in(office, joined).back() == "reportTakenDown");
      CHECK(kinds_in(office, lead).back() == "reportPublished");
    }
  }
  SECTION("what does not concern the other case stays out of it") {
    office.must(lead, "{'draftReceived':{'version':1}}");
    office.must(lead, "{'noteAdded':{'text':'x'}}");
    CHECK(kinds_in(office, joined).back() == "reviewJoined");
  }
  office.check_views();
}

TEST_CASE("a rapid review over several cases is shared", "[unit]") {
  DeskOffice office;
  const auto lead = office.open();
  const auto joined = office.open();
  for (const auto& id : {lead, joined}) office.must(id, "{'panelNotified':{}}");
  office.must(lead, "{'rapidReviewJoined':{'cases':['" + joined + "']}}");
  CHECK(kinds_in(office, joined).back() == "rapidReviewJoined");
  office.must(lead, "{'meetingHeld':{'quorate':true}}");
  CHECK(kinds_in(office, joined).back() == "meetingHeld");
  office.must(lead, fmt::format("{{'rapidReviewDecided':{{'outcome':'LCSPR','criteria':{},'reasons':'why'}}}}",
                                review_criteria));
  const auto there = office.desk.show(joined, office.reader, office.moment());
  CHECK(there->decision().outcome() == v1::OUTCOME_LCSPR);
  CHECK(there->stage() == v1::STAGE_RAPID_REVIEW);
  office.check_views();
}

TEST_CASE("a case that a review joined stays in it while an entry there names the review", "[unit]") {
  DeskOffice office;
  const auto lead = decided_case(office);
  const auto joined = decided_case(office);
  office.must(lead, "{'reviewCommissioned':{'joinsCases':['" + joined + "']}}");
  const auto join = office.journal.read("cases/" + joined).back().entry;
  const auto withdrawal = fmt::format("{{'entryWithdrawn':{{'entry':'{}','reason':'MISTAKE'}}}}", join);
  office.must(lead, "{'reportAccepted':{'version':1}}");
  CHECK(office.refused(office.recording(joined, withdrawal)) == "not-in-this-stage");
  CHECK(kinds_in(office, joined).back() == "reportAccepted");
}

TEST_CASE("a case cannot join itself, or one that there is not", "[unit]") {
  DeskOffice office;
  const auto lead = decided_case(office);
  for (const auto& other : {lead, std::string("26-0099")}) {
    CHECK(office.refused(office.recording(lead, "{'reviewCommissioned':{'joinsCases':['" + other + "']}}")) ==
          "missing-reference");
  }
  CHECK(office.desk.version(lead) == 3);
}

TEST_CASE("If-Match is about the case that leads", "[unit]") {
  DeskOffice office;
  const auto lead = decided_case(office);
  const auto joined = decided_case(office);
  office.must(lead, "{'reviewCommissioned':{'joinsCases':['" + joined + "']}}");
  office.must(joined, "{'noteAdded':{'text':'x'}}");
  auto asked = office.recording(lead, "{'reportAccepted':{'version':1}}");
  asked.match.version = office.desk.version(joined);
  CHECK(office.refused(asked) == "stale");
  asked.match.version = office.desk.version(lead);
  CHECK(office.record(asked));
}

TEST_CASE("where the joined case cannot be kept, the lead has nothing either", "[unit]") {
  DeskOffice office;
  const auto lead = decided_case(office);
  const auto joined = decided_case(office);
  const auto before = office.views.dump();
  const auto size = office.journal.head().size;
  office.store->database().exec("CREATE TRIGGER refuse BEFORE INSERT ON view_cases WHEN NEW.record = 'cases/" + joined +
                                "' BEGIN SELECT RAISE(ABORT, 'not this one'); END");
  auto asked = office.recording(lead, "{'reviewCommissioned':{'joinsCases':['" + joined + "']}}");
  asked.idempotency_key = "key";
  asked.request = "body";
  CHECK_THROWS(office.record(asked));
  office.store->database().exec("DROP TRIGGER refuse");
  CHECK(office.journal.head().size == size);
  CHECK(office.desk.version(lead) == 3);
  CHECK(office.desk.version(joined) == 3);
  CHECK(office.views.dump() == before);
  const auto again = office.record(asked);
  REQUIRE(again);
  CHECK_FALSE(again->replayed);
  CHECK(office.journal.head().size == size + 2);
}

TEST_CASE("entries of one group see what the earlier ones left", "[unit]") {
  DeskOffice office;
  const auto id = office.open();
  Transaction transaction(office.journal);
  REQUIRE(office.desk.record(office.recording(id, "{'panelNotified':{}}")));
  auto asked = office.recording(id, "{'timetableMoved':{'step':'meeting','to':'2026-03-16'}}");
  asked.match = {Match::Kind::version, 1};
  CHECK(office.desk.record(asked).error().code == Code::stale);
  asked.match = {Match::Kind::version, 2};
  REQUIRE(office.desk.record(asked));
  REQUIRE(transaction.commit());
  CHECK(office.desk.version(id) == 3);
  office.check_views();
}

}  // namespace review::test
