#include <fmt/format.h>

#include <string>

#include "libreview/vocabulary/names.hpp"
#include "tests/unit/desk_support.hpp"

namespace review::test {
namespace {

constexpr const char* decision = "{'referralDecided':{'outcome':'SPOTLIGHT','reasons':'why'}}";
constexpr const char* note = "{'noteAdded':{'text':'x'}}";

}  // namespace

TEST_CASE("references of cases count up within the London year of opening", "[unit]") {
  DeskOffice office;
  CHECK(office.open() == "26-0001");
  CHECK(office.open() == "26-0002");
  office.today = day("2026-12-31");
  CHECK(office.open() == "26-0003");
  office.today = day("2027-01-01");
  CHECK(office.open() == "27-0001");
  office.check_views();
}

TEST_CASE("a number that was refused is not lost", "[unit]") {
  DeskOffice office;
  {
    Transaction transaction(office.journal);
    CHECK(office.desk.record(office.recording("", incident))->case_id == "26-0001");
  }
  CHECK(office.open() == "26-0001");
}

TEST_CASE("every entry makes the case one version older", "[unit]") {
  DeskOffice office;
  const auto id = office.open();
  CHECK(office.desk.version(id) == 1);
  CHECK(office.must(id, note).version == 2);
  CHECK(office.must(id, decision).version == 3);
  CHECK(office.desk.version(id) == 3);
  CHECK(office.desk.show(id, office.reader, office.moment())->version() == 3);
  const auto entries = office.desk.entries(id, office.reader, office.moment());
  REQUIRE(entries);
  for (int version = 1; version <= 3; ++version) {
    const auto& one = entries->at(static_cast<std::size_t>(version - 1));
    CHECK(one.case_version() == version);
    CHECK(one.case_() == id);
    CHECK(one.recorded_by() == "ann");
    CHECK(is_reference(one.entry()));
    CHECK(difference(*office.desk.entry(id, one.entry(), office.reader, office.moment()), one) == "");
  }
  CHECK(office.desk.version("26-0099") == 0);
}

TEST_CASE("checks come in their order", "[unit]") {
  DeskOffice office;
  const auto id = office.open();
  const auto used = [&] {
    auto one = office.recording(id, note);
    one.idempotency_key = "key";
    one.request = "first";
    REQUIRE(office.record(one));
    return one;
  }();
  struct Row {
    const char* because;
    Role role;
    std::string case_id;
    std::string json;
    Match match;
    std::string request;
    std::string code;
  };
  const Match stale{Match::Kind::version, 1};
  const std::string bad = "{'referralDecided':{'outcome':'SPOTLIGHT'}}";  // without reasons
  const Row rows[] = {
      {"an administrator does not learn whether there is a case", Role::administrator, "26-0099", bad, stale, "other",
       "not-permitted"},
      {"a case that there is not, before the right to record", Role::reader, "26-0099", bad, stale, "other",
       "not-found"},
      {"the right to record, before the key", Role::reader, id, bad, stale, "other", "not-permitted"},
      {"the key, before the version", Role::coordinator, id, bad, stale, "other", "key-reused"},
      {"a decision without a version, before the rules", Role::coordinator, id, bad, {}, "", "precondition-missing"},
      {"a decision on any version", Role::coordinator, id, bad, {Match::Kind::any}, "", "precondition-missing"},
      {"an old version, before the rules", Role::coordinator, id, bad, stale, "", "stale"},
      {"the rules last", Role::coordinator, id, bad, {Match::Kind::version, 2}, "", "reasons-required"},
      {"a fact needs no version", Role::coordinator, id, "{'draftReceived':{}}", {}, "", "missing-reference"},
      {"but one that is given must fit", Role::coordinator, id, note, stale, "", "stale"},
      {"a fact despite a rule is a decision",
       Role::coordinator,
       id,
       "{'rapidReviewSubmitted':{},'despite':[{'code':'sign-off-missing','reasons':'x','authorisedBy':'b'}]}",
       {},
       "",
       "precondition-missing"},
      {"what corrects a fact is a fact",
       Role::coordinator,
       id,
       "{'entryWithdrawn':{'entry':'nothing','reason':'MISTAKE'}}",
       {},
       "",
       "missing-reference"},
      {"a case begins with what may begin one", Role::coordinator, "", note, {}, "", "not-in-this-stage"},
  };
  for (const auto& row : rows) {
    INFO(row.because);
    office.reader.role = row.role;
    auto asked = office.recording(row.case_id, row.json);
    asked.match = row.match;
    if (!row.request.empty()) {
      asked.idempotency_key = used.idempotency_key;
      asked.request = row.request;
    }
    CHECK(office.refused(asked) == row.code);
  }
}

TEST_CASE("what corrects a decision needs what the decision needs", "[unit]") {
  DeskOffice office;
  const auto id = office.open();
  const auto decided = office.must(id, decision).entry_id;
  auto withdrawal =
      office.recording(id, "{'entryWithdrawn':{'entry':'" + decided + "','reason':'MISTAKE','reasons':'x'}}");
  withdrawal.match = {};
  CHECK(office.refused(withdrawal) == "precondition-missing");
  withdrawal.match = {Match::Kind::version, 1};
  CHECK(office.refused(withdrawal) == "stale");
  withdrawal.match = {Match::Kind::version, 2};
  CHECK(office.record(withdrawal));
  CHECK_FALSE(office.desk.show(id, office.reader, office.moment())->has_decision());
  office.check_views();
}

TEST_CASE("the same key and request is answered again, and stored once", "[unit]") {
  DeskOffice office;
  const auto id = office.open();
  auto asked = office.recording(id, decision);
  asked.idempotency_key = "key-1";
  asked.request = "POST body";
  const auto first = office.record(asked);
  REQUIRE(first);
  CHECK_FALSE(first->replayed);
  office.must(id, note);
  const auto again = office.record(asked);  // with an If-Match that is stale by now
  REQUIRE(again);
  CHECK(again->replayed);
  CHECK(again->entry_id == first->entry_id);
  CHECK(again->version == first->version);
  CHECK(office.desk.version(id) == 3);

  auto another_person = office.recording(id, note);
  another_person.idempotency_key = asked.idempotency_key;
  another_person.request = asked.request;
  another_person.reader.person = "bea";
  const auto theirs = office.record(another_person);
  REQUIRE(theirs);
  CHECK_FALSE(theirs->replayed);

  auto other_body = asked;
  other_body.request = "POST another body";
  CHECK(office.refused(other_body) == "key-reused");

  office.today = day("2026-04-02");  // 31 days later it is forgotten
  other_body.moment = office.moment();
  other_body.entry = office.recording(id, note).entry;
  other_body.match.version = office.desk.version(id);
  CHECK(office.record(other_body));
  auto kept = office.store->prepare("SELECT count(*) FROM idempotency");
  REQUIRE(kept.step());
  CHECK(kept.integer(0) == 1);
}

TEST_CASE("a case opened under a key is opened once", "[unit]") {
  DeskOffice office;
  auto asked = office.recording("", incident);
  asked.idempotency_key = "open";
  asked.request = "body";
  const auto first = office.record(asked);
  const auto again = office.record(asked);
  REQUIRE(again);
  CHECK(again->replayed);
  CHECK(again->case_id == first->case_id);
  CHECK(office.journal.head().size == 1);
}

TEST_CASE("a refusal is not remembered: the request may be sent again", "[unit]") {
  DeskOffice office;
  const auto id = office.open();
  auto asked = office.recording(id, "{'draftReceived':{}}");
  asked.idempotency_key = "key";
  asked.request = "body";
  CHECK(office.refused(asked) == "missing-reference");
  CHECK(office.refused(asked) == "missing-reference");
  asked.entry = entry(note);
  asked.request = "another body";
  CHECK(office.record(asked));
}

TEST_CASE("a preview tells what would change and stores nothing", "[unit]") {
  DeskOffice office;
  const auto id = office.open();
  office.today = day("2026-03-04");
  auto asked = office.recording(id, "{'panelNotified':{'informed':['SAFEGUARDING_PARTNERS']}}");
  asked.idempotency_key = "key";
  asked.request = "body";
  const auto views_before = office.views.dump();
  const auto preview = office.desk.preview(asked);
  REQUIRE(preview);
  CHECK(preview->case_after.stage() == v1::STAGE_NOTIFIED);
  CHECK(preview->case_after.version() == 2);
  CHECK(preview->entry.occurred_on() == "2026-03-04");
  CHECK(preview->entry.case_version() == 2);
  REQUIRE(preview->clocks.size() == 4);
  CHECK(preview->clocks[0].change() == v1::CHANGE_STOPS);
  CHECK(preview->clocks[2].clock() == "rapid-review");
  CHECK(preview->clocks[2].change() == v1::CHANGE_STARTS);
  CHECK(office.views.dump() == views_before);
  CHECK(office.desk.version(id) == 1);
  REQUIRE(office.record(asked));
  CHECK(office.desk.show(id, office.reader, office.moment())->stage() == v1::STAGE_NOTIFIED);

  asked = office.recording(id, decision);
  asked.match = {};
  CHECK(office.desk.preview(asked).error().code == Code::precondition_missing);
  asked.reader.role = Role::reader;
  CHECK(office.desk.preview(asked).error().code == Code::not_permitted);
  asked.reader.role = Role::administrator;
  CHECK(office.desk.preview(asked).error().code == Code::not_permitted);
  const auto opening = office.desk.preview(office.recording("", incident));
  REQUIRE(opening);
  CHECK(opening->clocks.size() == 2);
  const auto correction = office.desk.preview(office.recording(
      id, "{'entryWithdrawn':{'entry':'" + office.desk.entries(id, office.reader, office.moment())->at(1).entry() +
              "','reason':'MISTAKE'}}"));
  REQUIRE(correction);
  CHECK(correction->case_after.stage() == v1::STAGE_LOGGED);
  CHECK(correction->case_after.version() == 3);
}

TEST_CASE("lists come page by page, each case and clock once", "[unit]") {
  DeskOffice office;
  for (int i = 0; i < 7; ++i) office.open();
  ListQuery asked{{}, {"case"}, office.today, 3, {}};
  std::string cases;
  for (int page = 0; page < 3; ++page) {
    const auto found = office.desk.list_cases(asked, office.reader, office.moment());
    REQUIRE(found);
    for (const auto& one : found->items) cases += one->case_() + " ";
    CHECK(found->next.empty() == (page == 2));
    asked.after = found->next;
  }
  CHECK(cases == "26-0001 26-0002 26-0003 26-0004 26-0005 26-0006 26-0007 ");
  ListQuery clocks{{}, {"dueOn"}, office.today, 14, {}};
  const auto all = office.desk.list_clocks(clocks, office.reader, office.moment());
  REQUIRE(all);
  CHECK(all->items.size() == 14);
  CHECK(all->next.empty());
  for (const auto& clock : all->items) CHECK(clock.working_size() == 0);
  CHECK(office.desk.list_cases(asked, {"ann", Role::administrator}, office.moment()).error().code ==
        Code::not_permitted);
  CHECK(office.desk.list_clocks(clocks, {"ann", Role::administrator}, office.moment()).error().code ==
        Code::not_permitted);
}

}  // namespace review::test
