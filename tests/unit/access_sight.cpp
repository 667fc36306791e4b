#include <catch2/catch.hpp>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "libreview/access/entry_access.hpp"
#include "libreview/access/kind_table.hpp"
#include "libreview/access/sight.hpp"
#include "libreview/clocks/runs.hpp"
#include "libreview/views/views.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "tests/support/small_case.hpp"

namespace review::test {
namespace {

/// One random standing of a person towards a case, told as facts and not as code.
struct Relation {
  std::string role;
  std::optional<std::pair<int, int>> member;  ///< first and last day, counted from today; last 99 for open
  std::string conflict;                       ///< the newest word on it; empty for none
  bool in_a_meeting = false;                  ///< a later word on it is about one meeting
  bool sealed = false;
  bool on_the_list = false;
  bool glass = false;
  std::optional<bool> in_token;  ///< whether the token's cases hold this one; nothing for a person
};

/// The rules as issue and statute of access have them, written from their words and from nothing of ours:
/// an administrator sees no case; a token opens its cases alone; who is excluded sees nothing, whatever else holds;
/// glass opens; a seal lets in its list alone; some roles see all, others where they belong on the day.
bool ought_to_see(const Relation& one) {
  if (one.role == "administrator") return false;
  if (one.in_token.has_value() && !*one.in_token) return false;
  if (one.conflict == "EXCLUDED") return false;
  if (one.glass) return true;
  if (one.sealed) return one.on_the_list;
  static const std::map<std::string, bool> sees_all = {
      {"coordinator", true},   {"reader", true},          {"chair", true},
      {"scrutineer", true},    {"script", true},          {"reviewer", false},
      {"panel-member", false}, {"agency-contact", false}, {"information-governance", true}};
  if (sees_all.at(one.role)) return true;
  return one.member && one.member->first <= 0 && one.member->second >= 0;
}

const Date sight_today = *Date::parse("2026-03-17");

v1::CaseFile case_of(const Relation& one) {
  v1::CaseFile file;
  file.set_case_("26-0001");
  file.set_sealed(one.sealed);
  if (one.on_the_list) file.add_sealed_readers("ann");
  file.add_sealed_readers("somebody-else");
  auto& other = *file.add_members();
  other.set_person("bob");
  other.set_from("2026-01-01");
  if (one.member) {
    auto& member = *file.add_members();
    member.set_person("ann");
    member.set_role(v1::MEMBER_ROLE_PANEL_MEMBER);
    member.set_from(sight_today.plus_days(one.member->first).iso());
    if (one.member->second != 99) member.set_until(sight_today.plus_days(one.member->second).iso());
  }
  if (!one.conflict.empty()) {
    // An earlier word on it, which no longer counts.
    auto& before = *file.add_conflicts();
    before.set_person("ann");
    before.set_managed(one.conflict == "EXCLUDED" ? v1::CONFLICT_MANAGED_STAYS_DECLARED
                                                  : v1::CONFLICT_MANAGED_EXCLUDED);
    auto& now = *file.add_conflicts();
    now.set_person("ann");
    v1::ConflictManaged managed{};
    REQUIRE(v1::ConflictManaged_Parse("CONFLICT_MANAGED_" + one.conflict, &managed));
    now.set_managed(managed);
  }
  if (one.in_a_meeting) {
    // Milder, about one meeting: it lifts nothing.
    auto& there = *file.add_conflicts();
    there.set_person("ann");
    there.set_managed(v1::CONFLICT_MANAGED_STAYS_DECLARED);
    there.set_meeting("meeting-1");
  }
  return file;
}

Reader reader_of(const Relation& one) {
  Reader reader{"ann", find_role(one.role).value()};
  if (one.glass) reader.glass.insert("26-0001");
  if (one.in_token) reader.cases = std::set<std::string>{*one.in_token ? "26-0001" : "26-0002"};
  return reader;
}

Relation random_relation(std::mt19937& dice) {
  const auto roll = [&](int sides) { return static_cast<int>(dice() % static_cast<unsigned>(sides)); };
  Relation one;
  one.role = role_name(roles()[static_cast<std::size_t>(roll(static_cast<int>(roles().size())))]);
  if (roll(2) == 0) {
    const int from = roll(5) - 2;
    const int until = roll(3) == 0 ? 99 : roll(5) - 2;
    one.member = {from, until};
  }
  static const std::vector<std::string> conflicts = {"",         "",           "STAYS_DECLARED", "NO_POSITION",
                                                     "EXCLUDED", "LEAVES_ITEM"};
  one.conflict = conflicts[static_cast<std::size_t>(roll(6))];
  one.in_a_meeting = roll(2) == 0;
  one.sealed = roll(3) == 0;
  one.on_the_list = roll(2) == 0;
  one.glass = roll(4) == 0;
  if (roll(4) == 0) one.in_token = roll(2) == 0;
  return one;
}

}  // namespace

TEST_CASE("who sees a case is what the rules say, for 100,000 standings, asked of the case", "[unit]") {
  std::mt19937 dice(20260317);
  int seen = 0;
  for (int i = 0; i < 100'000; ++i) {
    const auto one = random_relation(dice);
    const bool sees_it = sees(reader_of(one), case_of(one), sight_today);
    seen += sees_it ? 1 : 0;
    if (sees_it == ought_to_see(one)) continue;
    INFO(one.role << " conflict=" << one.conflict << " sealed=" << one.sealed << " list=" << one.on_the_list
                  << " glass=" << one.glass << " member=" << one.member.has_value());
    FAIL("the rules and the model differ");
  }
  CHECK(seen > 20'000);
  CHECK(seen < 80'000);
}

TEST_CASE("a list leaves out in SQL exactly what is hidden in the single case", "[unit]") {
  std::mt19937 dice(1);
  auto store = Store::in_memory();
  Views views(*store);
  REQUIRE(views.reset("test"));
  for (int i = 0; i < 2'000; ++i) {
    const auto one = random_relation(dice);
    const auto file = case_of(one);
    const auto reader = reader_of(one);
    REQUIRE(views.put(file, {}));
    INFO(one.role << " conflict=" << one.conflict << " sealed=" << one.sealed << " list=" << one.on_the_list
                  << " glass=" << one.glass << " member=" << one.member.has_value());
    const bool ought = ought_to_see(one);
    CHECK(views.sees(reader, "26-0001", sight_today) == ought);
    CHECK(views.find_for(reader, "26-0001", sight_today).has_value() == ought);
    const auto rows = views.cases(ListQuery{{}, Order{"case"}, sight_today, 10, {}}, reader, sight_today);
    REQUIRE(rows);
    CHECK(rows->size() == (ought ? 1 : 0));
    CHECK_FALSE(views.sees(reader, "26-0009", sight_today));
  }
}

TEST_CASE("the table of kinds has a row for every kind and a cell for every role", "[unit]") {
  for (const auto& kind : every_kind()) {
    INFO(kind.name);
    for (const auto role : roles()) CHECK_NOTHROW(access_to(kind.name, role));
    CHECK(access_to(kind.name, Role::administrator).reads == Reads::none);
    CHECK(access_to(kind.name, Role::administrator).records == Records::none);
    CHECK(access_to(kind.name, Role::coordinator).records == Records::all);
    if (kind.decision) CHECK(access_to(kind.name, Role::script).records == Records::none);
    // Nobody records what they may not read.
    for (const auto role : roles()) {
      const auto access = access_to(kind.name, role);
      if (access.records != Records::none) CHECK(access.reads != Reads::none);
    }
  }
  CHECK(kinds_in_table().size() == every_kind().size());
}

TEST_CASE("a table of kinds that is not whole stops the program", "[unit]") {
  std::string head = "kind";
  std::string cells;
  for (const auto role : roles()) {
    head += "\t" + std::string(role_name(role));
    cells += "\tread";
  }
  std::string whole = head + "\n";
  for (const auto& kind : every_kind()) whole += kind.name + cells + "\n";
  CHECK_NOTHROW(KindTable(whole));
  CHECK_THROWS(KindTable(whole.substr(0, whole.rfind(every_kind().back().name))));
  CHECK_THROWS(KindTable(whole + "meeting-cancelled" + cells + "\n"));
  CHECK_THROWS(KindTable(whole + "one-more\tread\n"));
  auto misspelt = whole;
  misspelt.replace(misspelt.find("\tread"), 5, "\treed");
  CHECK_THROWS(KindTable(misspelt));
  CHECK_THROWS(KindTable("kind\tcoordinator\n"));
}

TEST_CASE("an agency's return is read by others once it is shared", "[unit]") {
  v1::CaseFile file;
  file.set_case_("26-0001");
  auto& member = *file.add_members();
  member.set_person("ann");
  member.set_agency("police");
  member.set_from("2026-01-01");
  const auto of_hospital = entry("{'agencyReturnReceived':{'agency':'city-hospital'}}");
  const auto of_police = entry("{'agencyReturnReceived':{'agency':'police'}}");
  const Reader ann{"ann", Role::panel_member};
  CHECK(reads_entry(ann, file, of_police, sight_today));
  CHECK_FALSE(reads_entry(ann, file, of_hospital, sight_today));
  CHECK(reads_entry(Reader{"co", Role::coordinator}, file, of_hospital, sight_today));
  CHECK_FALSE(reads_entry(Reader{"ch", Role::chair}, file, of_hospital, sight_today));
  file.add_returns_shared("city-hospital");
  CHECK(reads_entry(ann, file, of_hospital, sight_today));
  CHECK(reads_entry(Reader{"ch", Role::chair}, file, of_hospital, sight_today));
  // By a correction nothing more is seen than by the entry itself.
  const auto corrected = entry(
      "{'entryCorrected':{'entry':'x','reason':'r','replacement':{'agencyReturnReceived':{'agency':'north-school'}}}}");
  CHECK_FALSE(reads_entry(ann, file, corrected, sight_today));
}

TEST_CASE("somebody who left an item sees neither its minutes nor its papers nor the views on it", "[unit]") {
  v1::CaseFile file;
  file.set_case_("26-0001");
  const Reader ann{"ann", Role::chair};
  const auto minutes = entry("{'meetingHeld':{'meeting':'meeting-1'}}");
  const auto later = entry("{'meetingHeld':{'meeting':'meeting-2'}}");
  const auto view = entry("{'positionRecorded':{'agency':'POLICE','recommends':'LCSPR','meeting':'meeting-1'}}");
  const auto paper = entry("{'documentFiled':{'title':'t','meeting':'meeting-1'}}");
  for (const auto* one : {&minutes, &later, &view, &paper}) CHECK(reads_entry(ann, file, *one, sight_today));
  auto& conflict = *file.add_conflicts();
  conflict.set_person("ann");
  conflict.set_managed(v1::CONFLICT_MANAGED_LEAVES_ITEM);
  conflict.set_meeting("meeting-1");
  for (const auto* one : {&minutes, &view, &paper}) CHECK_FALSE(reads_entry(ann, file, *one, sight_today));
  CHECK(reads_entry(ann, file, later, sight_today));
  CHECK(sees(ann, file, sight_today));
  file.mutable_conflicts(0)->clear_meeting();
  CHECK_FALSE(reads_entry(ann, file, later, sight_today));
}

TEST_CASE("a panel member records for the own agency and person only", "[unit]") {
  v1::CaseFile file;
  file.set_case_("26-0001");
  auto& member = *file.add_members();
  member.set_person("ann");
  member.set_agency("police");
  member.set_from("2026-01-01");
  const Reader ann{"ann", Role::panel_member};
  const auto records = [&](const char* json) { return records_entry(ann, file, entry(json), sight_today).has_value(); };
  CHECK(records("{'positionRecorded':{'agency':'POLICE','recommends':'LCSPR'}}"));
  CHECK(records("{'positionRecorded':{'agency':'POLICE','person':'ann','recommends':'LCSPR'}}"));
  CHECK_FALSE(records("{'positionRecorded':{'agency':'POLICE','person':'bob','recommends':'LCSPR'}}"));
  CHECK_FALSE(records("{'positionRecorded':{'agency':'LOCAL_AUTHORITY','recommends':'LCSPR'}}"));
  CHECK_FALSE(records("{'onBehalfOf':'city-hospital','positionRecorded':{'agency':'POLICE','recommends':'LCSPR'}}"));
  CHECK(records("{'conflictDeclared':{'person':'ann','managed':'EXCLUDED'}}"));
  CHECK_FALSE(records("{'conflictDeclared':{'person':'bob','managed':'EXCLUDED'}}"));
  CHECK_FALSE(records("{'panelNotified':{}}"));
  CHECK_FALSE(records("{'noteAdded':{'text':'x'}}"));
}

}  // namespace review::test
