#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "libreview/desk/nearest.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/unit/desk_support.hpp"

/// Earlier recommendations that are like a text. All invented.
namespace review::test {
namespace {

using Found = std::vector<std::string>;

std::string made(const std::string& text, const std::string& more = "") {
  return fmt::format("{{'recommendationMade':{{'text':'{}'{}}}}}", text, more);
}

std::vector<Earlier> nearest_of(DeskOffice& office, NearestWanted wanted) {
  ReadCases cases(office.desk, office.views, office.reader, office.moment());
  return nearest(cases, wanted);
}

/// `26-0001 100` for each: the case, and how like it is.
Found found(DeskOffice& office, const std::string& text, const std::string& not_in = {}, int from = 35) {
  Found all;
  for (const auto& one : nearest_of(office, {.text = text, .from = from, .most = 5, .not_in = not_in}))
    all.push_back(fmt::format("{} {}", one.case_id, one.alike));
  return all;
}

const std::string wanted = "Midwives hand families over to health visitors in writing.";

TEST_CASE("The nearest earlier recommendations come likest first, and say which words they share", "[unit]") {
  DeskOffice office;
  const auto first = office.open();
  const auto second = office.open();
  office.must(first, made("Hand over in writing from midwives to health visitors of families."));
  office.must(second, made("Midwives write to the families of schoolchildren."));
  office.must(second, made("Check every address at the gate."));
  const auto all = nearest_of(office, {.text = wanted, .from = 1, .most = 5});
  REQUIRE(all.size() == 2);
  CHECK(all[0].case_id == first);
  CHECK(all[0].alike == 100);
  CHECK(all[0].recommendation == "recommendation-1");
  CHECK(all[0].made_on == "2026-03-02");
  CHECK(all[1].case_id == second);
  CHECK(all[1].shared == Found{"midwives", "families", "writing"});
  CHECK(nearest_of(office, {.text = wanted, .from = 1, .most = 1}).size() == 1);
  CHECK(found(office, wanted) == Found{first + " 100", fmt::format("{} {}", second, all[1].alike)});
  CHECK(found(office, wanted, "", all[1].alike + 1) == Found{first + " 100"});
  CHECK(found(office, "It is for them.").empty());
  CHECK(found(office, "midwives\" OR NOT families* stems:").size() == 2);
  office.check_views();
}

TEST_CASE("With each comes what became of it, to whom it went and its themes", "[unit]") {
  DeskOffice office;
  const auto id = office.open();
  office.must(id, made(wanted, ",'to':['city-hospital'],'themes':['information-sharing']"));
  office.must(id,
              "{'actionAgreed':{'recommendation':'recommendation-1','owner':'city-hospital','dueOn':'2026-09-01'}}");
  const auto evidence =
      office.must(id, "{'actionUpdated':{'action':'action-1','progress':'AMBER','evidence':'A form was made.'}}");
  const auto all = nearest_of(office, {.text = wanted, .from = 35, .most = 5});
  REQUIRE(all.size() == 1);
  CHECK(all[0].to == Found{"city-hospital"});
  CHECK(all[0].themes == Found{"information-sharing"});
  CHECK(all[0].state.standing() == Standing::open);
  CHECK(all[0].state.progress() == v1::PROGRESS_AMBER);
  REQUIRE(all[0].state.actions.size() == 1);
  CHECK(all[0].state.actions[0].evidence_entry == evidence.entry_id);
}

TEST_CASE("Actions of other records that the reader sees are told with it, and those of others are not", "[unit]") {
  DeskOffice office;
  const auto id = office.open();
  const auto other = office.open();
  const auto programme = office.must("", "{'programmeOpened':{'sort':'IMPROVEMENT_PLAN','title':'Handover'}}").case_id;
  office.must(id, made(wanted));
  const auto serving = fmt::format(
      "{{'actionAgreed':{{'owner':'POLICE','dueOn':'2026-09-01','serves':[{{'recommendation':'recommendation-1',"
      "'ofCase':'{}'}}]}}}}",
      id);
  office.must(other, serving);
  office.must(programme, serving);
  office.must(programme, "{'actionUpdated':{'action':'action-1','progress':'COMPLETE','reached':'DONE'}}");
  office.check_views();
  const auto records = [&] {
    Found all;
    const auto nearest = nearest_of(office, {.text = wanted, .from = 35, .most = 5});
    for (const auto& action : nearest.at(0).state.actions)
      all.push_back(action.record + (action.complete ? " complete" : " open"));
    return all;
  };
  static_cast<void>(office.desk.take_shown());
  CHECK(records() == Found{other + " open", programme + " complete"});
  CHECK(office.desk.take_shown().contains({other, "entries"}));
  office.must(other, "{'conflictDeclared':{'person':'bea','reason':'A relative','managed':'EXCLUDED'}}");
  office.reader = Reader{"bea", Role::coordinator};
  static_cast<void>(office.desk.take_shown());
  CHECK(records() == Found{programme + " complete"});
  CHECK_FALSE(office.desk.take_shown().contains({other, "entries"}));
}

TEST_CASE("A recommendation is found by the words that count, and not after it was withdrawn", "[unit]") {
  DeskOffice office;
  const auto id = office.open();
  const auto wrong = office.must(id, made("Check every address at the gate.")).entry_id;
  office.must(id, fmt::format("{{'entryCorrected':{{'entry':'{}','reason':'Slip','replacement':{{'recommendationMade':"
                              "{{'recommendation':'recommendation-1','text':'{}'}}}}}}}}",
                              wrong, wanted));
  CHECK(found(office, "Check every address at the gate.").empty());
  CHECK(found(office, wanted) == Found{id + " 100"});
  office.check_views();
  office.must(id, fmt::format("{{'entryWithdrawn':{{'entry':'{}','reason':'MISTAKE'}}}}", wrong));
  CHECK(found(office, wanted).empty());
  office.check_views();
}

TEST_CASE("Only recommendations of cases that the reader sees are found, and not those of the case itself", "[unit]") {
  DeskOffice office;
  const auto mine = office.open();
  const auto other = office.open();
  office.must(mine, made(wanted));
  office.must(other, made(wanted));
  office.must(mine, "{'memberAdded':{'person':'pat','role':'PANEL_MEMBER','from':'2026-03-02'}}");
  CHECK(found(office, wanted) == Found{other + " 100", mine + " 100"});
  CHECK(found(office, wanted, mine) == Found{other + " 100"});
  office.must(other, "{'conflictDeclared':{'person':'bea','reason':'A relative','managed':'EXCLUDED'}}");
  office.reader = Reader{"bea", Role::coordinator};
  CHECK(found(office, wanted) == Found{mine + " 100"});
  office.reader = Reader{"pat", Role::panel_member};
  CHECK(found(office, wanted) == Found{mine + " 100"});
  office.reader = Reader{"lee", Role::panel_member};
  CHECK(found(office, wanted).empty());
  office.reader = Reader{"kim", Role::agency_contact};
  CHECK(found(office, wanted).empty());
}

constexpr const char* named_child =
    "{'incidentLogged':{'localAuthorityAwareOn':'2026-03-02','harm':'DEATH','abuseOrNeglect':'SUSPECTED',"
    "'children':[{'ageYears':3,'name':'Thistledown Oakenshawe'}]}}";
constexpr const char* identity =
    "{'embargoPlaced':{'covers':['IDENTIFYING_FACTS'],'reason':'A trial is to come.','reviewOn':'2026-07-01',"
    "'readers':['named-reader']}}";

TEST_CASE("A name under an embargo brings nothing nearer, and is not in what is shown", "[unit]") {
  DeskOffice office;
  const auto id = office.must("", named_child).case_id;
  office.must(id, made("Midwives told Thistledown Oakenshawe nothing in writing."));
  const std::string by_name = "Thistledown Oakenshawe";
  CHECK(found(office, by_name, "", 1).size() == 1);
  office.must(id, identity);
  CHECK(found(office, by_name, "", 1).empty());
  // The same whether or not the name is guessed.
  const auto without = nearest_of(office, {.text = wanted, .from = 1, .most = 5});
  REQUIRE(without.size() == 1);
  CHECK(without[0].text.find("Thistledown") == std::string::npos);
  const auto guessed = nearest_of(office, {.text = wanted + " " + by_name, .from = 1, .most = 5});
  REQUIRE(guessed.size() == 1);
  CHECK(guessed[0].alike <= without[0].alike);
  CHECK(guessed[0].shared == without[0].shared);

  static_cast<void>(office.desk.take_shown());
  REQUIRE(found(office, wanted, "", 1).size() == 1);
  CHECK_FALSE(office.desk.take_shown().contains({id, "embargo/embargo-1"}));
  office.reader.person = "named-reader";
  CHECK(found(office, by_name, "", 1).size() == 1);
  CHECK(office.desk.take_shown().contains({id, "embargo/embargo-1"}));
}

TEST_CASE("What is shown is noted as read, and what is too little like it is not", "[unit]") {
  DeskOffice office;
  const auto like = office.open();
  const auto unlike = office.open();
  office.must(like, made(wanted));
  office.must(unlike, made("Midwives check every address at the gate of the station."));
  static_cast<void>(office.desk.take_shown());
  REQUIRE(found(office, wanted).size() == 1);
  const auto shown = office.desk.take_shown();
  CHECK(shown.contains({like, "entries"}));
  CHECK(std::ranges::none_of(shown, [&](const Desk::Shown& one) { return one.case_id == unlike; }));
}

bool in_files(const std::filesystem::path& folder, const std::string& words) {
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    std::ifstream stream(file.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    if (bytes.find(words) != std::string::npos) return true;
  }
  return false;
}

TEST_CASE("After an erasure no stem of a recommendation is left in the store", "[unit]") {
  const TemporaryFolder folder;
  DeskOffice office(Store::open_or_create(folder / "store.db", true).value());
  const auto id = office.open();
  const auto gone = office.must(id, made("The canarywort stands here alone.")).entry_id;
  for (int i = 0; i < 40; ++i) office.must(id, made(fmt::format("Other recommendations stay: {}.", i)));
  REQUIRE(found(office, "canarywort", "", 1).size() == 1);
  REQUIRE(office.store->checkpoint());
  REQUIRE(in_files(folder / "", "canarywort"));
  {
    Transaction transaction(office.journal);
    REQUIRE(office.journal.erase("cases/" + id, gone));
    REQUIRE(office.desk.forget_erased(id));
    REQUIRE(transaction.commit());
  }
  CHECK(found(office, "canarywort", "", 1).empty());
  REQUIRE(office.journal.scrub());
  CHECK_FALSE(in_files(folder / "", "canarywort"));
}

TEST_CASE("To find the nearest of 1,000 recommendations, few of their cases are read", "[unit]") {
  DeskOffice office;
  const std::vector<std::string> who = {"midwives", "constables", "teachers", "dentists", "paramedics"};
  const std::vector<std::string> what = {"handover",   "bruising",  "neglect", "absence",
                                         "escalation", "addresses", "sleep"};
  constexpr int cases = 100;
  constexpr int each = 10;
  for (int number = 0; number < cases; ++number) {
    const auto id = office.open();
    for (int i = 0; i < each; ++i) {
      const auto at = static_cast<std::size_t>(number * each + i);
      office.must(id, made(fmt::format("Brief {} on {} and {} in district{}.", who[at % who.size()],
                                       what[at % what.size()], what[at / 7 % what.size()], at)));
    }
  }
  ReadCases read(office.desk, office.views, office.reader, office.moment());
  CHECK(nearest(read, {.text = "Brief midwives on neglect and escalation.", .from = 35, .most = 5}).size() == 5);
  // Those eight at most that say all of it: to read each of the hundred takes seconds. A bench holds it to 20 ms at
  // 10,000.
  CHECK(read.count_read() <= 8);
}

}  // namespace
}  // namespace review::test
