#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>

#include "libreview/access/disclose.hpp"
#include "libreview/access/is_above.hpp"
#include "libreview/access/role.hpp"
#include "libreview/record/fold.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "tests/support/small_case.hpp"

namespace review::test {
namespace {

Result<v1::Case> shown(const SmallCase& one, Role role) {
  return disclose(CaseFacts{one.file(), {}, {}, {}, one.today(), false}, Reader{"ann", role});
}

Result<std::vector<v1::Entry>> entries_shown(const SmallCase& one, Role role) {
  const auto file = fold(one.entries());
  const auto amended = amendments(one.entries());
  return disclose(EntryFacts{file, one.entries(), amended, one.today()}, Reader{"ann", role});
}

}  // namespace

TEST_CASE("each role has the rights of the table, and no other", "[unit]") {
  using enum Right;
  const std::map<Role, std::set<Right>> table = {
      {Role::administrator,
       {manage_access, manage_store, verify_record, manage_contacts, manage_settings, approve_settings}},
      {Role::coordinator,
       {read_cases, record, decide, move_cases, verify_record, set_practice_day, manage_meetings, manage_contacts,
        approve_settings, see_reads, break_glass, export_cases, erase}},
      {Role::reader, {read_cases}},
      {Role::chair, {read_cases, record, decide, manage_meetings, approve_settings, break_glass, export_cases, erase}},
      {Role::panel_member, {read_cases, record}},
      {Role::reviewer, {read_cases, record}},
      {Role::scrutineer, {read_cases, record, scrutinise}},
      {Role::agency_contact, {read_cases, record}},
      {Role::information_governance,
       {read_cases, record, decide, verify_record, see_reads, see_withdrawn, break_glass, review_break_glass,
        export_cases, erase}},
      {Role::script, {read_cases, record}},
  };
  CHECK(roles().size() == table.size());
  for (const auto role : roles()) {
    for (const auto right : rights()) {
      INFO(role_name(role) << " and right " << static_cast<int>(right));
      CHECK(may(role, right) == table.at(role).contains(right));
    }
  }
}

TEST_CASE("a role is found by its name, and by nothing else", "[unit]") {
  for (const auto role : roles()) CHECK(find_role(role_name(role)) == role);
  for (const char* name : {"", "Reader", "admin", "reader ", "root"}) CHECK_FALSE(find_role(name));
  CHECK(role_name(Role::administrator) == "administrator");
  CHECK(role_name(Role::coordinator) == "coordinator");
  CHECK(role_name(Role::reader) == "reader");
}

TEST_CASE("an administrator is shown no case and no entry", "[unit]") {
  SmallCase one;
  one.must(incident);
  const auto refused = shown(one, Role::administrator);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == Code::not_permitted);
  const auto entries = entries_shown(one, Role::administrator);
  REQUIRE_FALSE(entries);
  CHECK(entries.error().code == Code::not_permitted);
  CHECK(shown(one, Role::reader));
  CHECK(shown(one, Role::coordinator));
}

TEST_CASE("a case shows pseudonyms and nothing personal", "[unit]") {
  SmallCase one;
  one.must(
      "{'incidentLogged':{'localAuthorityAwareOn':'2026-03-02','harm':'DEATH','abuseOrNeglect':'SUSPECTED',"
      "'summary':'canary','children':[{'name':'canary','address':'canary','bornOn':'2023-01-01'}]}}");
  const auto seen = shown(one, Role::coordinator);
  REQUIRE(seen);
  CHECK(seen->children(0).pseudonym() == "Child 1");
  CHECK_FALSE(seen->children(0).has_born_on());
  CHECK(seen->SerializeAsString().find("canary") == std::string::npos);
}

TEST_CASE("an entry says who corrected and who withdrew it", "[unit]") {
  SmallCase one;
  one.must(incident);
  const auto note = one.must("{'noteAdded':{'text':'x'}}");
  const std::string correction =
      "{'entryCorrected':{'entry':'" + note + "','reason':'r','replacement':{'noteAdded':{'text':'y'}}}}";
  const auto first = one.must(correction);
  const auto second = one.must(correction);
  const auto by = [&](std::size_t place) { return entries_shown(one, Role::reader)->at(place); };
  CHECK(by(1).corrected_by() == second);
  const auto withdrawal = one.must("{'entryWithdrawn':{'entry':'" + second + "','reason':'MISTAKE'}}");
  CHECK(by(1).corrected_by() == first);
  CHECK(by(3).withdrawn_by() == withdrawal);
  CHECK_FALSE(by(1).has_withdrawn_by());
  CHECK_FALSE(by(1).hidden());
  CHECK(by(3).entry_corrected().replacement().note_added().text() == "y");
}

TEST_CASE("what is about another case or person is hidden at once, with its corrections", "[unit]") {
  for (const char* reason : {"MISTAKE", "DUPLICATE", "WRONG_CASE", "WRONG_PERSON"}) {
    INFO(reason);
    const bool hides = std::string(reason).rfind("WRONG", 0) == 0;
    SmallCase one;
    one.must(incident);
    const auto note = one.must("{'onBehalfOf':'north-school','noteAdded':{'text':'canary'}}");
    one.must("{'entryCorrected':{'entry':'" + note +
             "','reason':'canary','replacement':{'noteAdded':{'text':'canary'}}}}");
    one.must("{'entryWithdrawn':{'entry':'" + note + "','reason':'" + reason + "'}}");
    const auto hidden = hidden_entries(one.entries());
    CHECK(hidden.size() == (hides ? 2 : 0));
    const auto seen = entries_shown(one, Role::coordinator);
    REQUIRE(seen);
    REQUIRE(seen->size() == 4);
    for (const std::size_t place : {1U, 2U}) {
      const auto& entry = (*seen)[place];
      CHECK(entry.hidden() == hides);
      CHECK((entry.SerializeAsString().find("canary") == std::string::npos) == hides);
      CHECK(entry.has_on_behalf_of() == (!hides && place == 1));
      CHECK(entry.entry() == one.entries()[place].entry());
      CHECK(entry.recorded_by() == "ann");
      CHECK(kind_of(entry) == kind_of(one.entries()[place]));
    }
    CHECK((*seen)[1].withdrawn_by() == "entry-4");
  }
}

TEST_CASE("a role is above another that it does more than, by reach, by right or by a kind of entry", "[unit]") {
  for (const auto role : roles()) {
    INFO(role_name(role));
    CHECK_FALSE(is_above(role, role));
  }
  CHECK(is_above(Role::script, Role::panel_member));        // reach
  CHECK(is_above(Role::administrator, Role::coordinator));  // right
  CHECK(is_above(Role::coordinator, Role::administrator));  // each does what the other cannot
  CHECK(is_above(Role::panel_member, Role::reviewer));      // kinds
  CHECK(is_above(Role::reviewer, Role::panel_member));
  CHECK_FALSE(is_above(Role::reader, Role::coordinator));
  CHECK_FALSE(is_above(Role::script, Role::coordinator));
}

}  // namespace review::test
