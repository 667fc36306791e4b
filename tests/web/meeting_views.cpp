#include <boost/json/parse.hpp>
#include <catch2/catch.hpp>

#include "reviewd/web/words/circulations.hpp"
#include "reviewd/web/words/meeting_facts.hpp"
#include "reviewd/web/words/meeting_words.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

json::array list_of(std::string text) {
  for (char& c : text) c = c == '\'' ? '"' : c;
  return json::parse(text).as_array();
}

json::value value_of(std::string text) {
  for (char& c : text) c = c == '\'' ? '"' : c;
  return json::parse(text);
}

TEST_CASE("quorum is said in words", "[web]") {
  CHECK(quorum_words(value_of("{'attendance':[],'quorum':{'quorate':false,'needed':3,'there':[],"
                              "'missing':['LOCAL_AUTHORITY','POLICE']}}")) ==
        "Who came is not recorded yet. For a quorum, the local authority and the police must be there.");
  CHECK(quorum_words(value_of("{'attendance':[],'quorum':{'quorate':false,'needed':1,'there':[],"
                              "'missing':['LOCAL_AUTHORITY','POLICE']}}")) ==
        "Who came is not recorded yet. For a quorum, 1 of these must be there: the local authority and the police.");
  CHECK(quorum_words(value_of("{'attendance':[{}],'quorum':{'quorate':true,'needed':1,'there':['POLICE'],"
                              "'missing':[]}}")) == "Quorate: the police was there.");
  CHECK(quorum_words(value_of("{'attendance':[{}],'quorum':{'quorate':false,'needed':2,'there':['POLICE'],"
                              "'missing':['north-hospital']}}")) == "Not quorate: nobody came for the north hospital.");
}

TEST_CASE("each way to manage a conflict says what it means", "[web]") {
  CHECK(conflict_choices().size() == 4);
  CHECK(conflict_words("LEAVES_ITEM") == "Leaves the item");
  CHECK(conflict_words("EXCLUDED") == "Excluded from the case");
}

TEST_CASE("updates that were withdrawn do not count, and corrections count in their place", "[web]") {
  const auto counted = counted_entries(
      list_of("[{'entry':'a','occurredOn':'2026-01-05','correctedBy':'c','positionRecorded':{'agency':'POLICE',"
              "'recommends':'LCSPR'}},"
              "{'entry':'b','withdrawnBy':'d','positionRecorded':{'agency':'OFSTED','recommends':'LCSPR'}},"
              "{'entry':'c','entryCorrected':{'entry':'a','reason':'x','replacement':{'occurredOn':'2026-01-06',"
              "'positionRecorded':{'agency':'POLICE','recommends':'TABLETOP'}}}},"
              "{'entry':'d','entryWithdrawn':{'entry':'b'}},"
              "{'entry':'e','hidden':true,'noteAdded':{}}]"));
  const auto views = agency_views(counted, Register());
  REQUIRE(views.size() == 1);
  CHECK(text_in(views[0], "agency") == "Police");
  CHECK(text_in(views[0], "recommends") == "Tabletop review");
  CHECK(text_in(views[0], "day") == "Tuesday 6 January 2026");
}

TEST_CASE("the newest view of an agency counts, however its name is written", "[web]") {
  const auto views = agency_views(
      list_of("[{'occurredOn':'2026-01-05','positionRecorded':{'agency':'POLICE','recommends':'LCSPR'}},"
              "{'occurredOn':'2026-01-06','positionRecorded':{'agency':'police','recommends':'TABLETOP'}}]"),
      Register());
  REQUIRE(views.size() == 1);
  CHECK(text_in(views[0], "recommends") == "Tabletop review");
}

TEST_CASE("signatures before the newest decision do not count", "[web]") {
  const auto rows =
      sign_offs(list_of("[{'occurredOn':'2026-01-05','signedOff':{'of':'RAPID_REVIEW','body':'POLICE'}},"
                        "{'occurredOn':'2026-01-06','rapidReviewDecided':{'outcome':'LCSPR'}},"
                        "{'occurredOn':'2026-01-07','signedOff':{'of':'RAPID_REVIEW','body':'local-authority',"
                        "'view':'DISSENTS'}},"
                        "{'occurredOn':'2026-01-07','signedOff':{'of':'REPORT','body':'POLICE'}}]"),
                {"POLICE", "LOCAL_AUTHORITY"}, "/cases/26-0001");
  REQUIRE(rows.size() == 2);
  CHECK(text_in(rows[0], "state") == "Not signed yet");
  CHECK(text_in(rows[0], "address") == "/cases/26-0001/add/signedOff?signedOff.of=RAPID_REVIEW&signedOff.body=POLICE");
  CHECK(text_in(rows[1], "state") == "Signed on Wednesday 7 January 2026: Dissents");
  CHECK(text_in(rows[1], "address").empty());
}

TEST_CASE("a circulation knows who has answered, and is over on the day after the last", "[web]") {
  const auto all = circulations_of(
      list_of("[{'circulationStarted':{'circulation':'circulation-1','question':'x','agencies':['POLICE','ofsted'],"
              "'respondBy':'2026-01-12'}},"
              "{'positionRecorded':{'agency':'police','recommends':'LCSPR','circulation':'circulation-1'}},"
              "{'positionRecorded':{'agency':'ofsted','recommends':'LCSPR'}}]"));
  REQUIRE(all.size() == 1);
  CHECK(all[0].answered == std::vector<std::string>{"POLICE"});
  CHECK(all[0].outstanding == std::vector<std::string>{"ofsted"});
  CHECK_FALSE(all[0].is_over("2026-01-12"));
  CHECK(all[0].is_over("2026-01-13"));
}

TEST_CASE("working days left pass over weekends and bank holidays", "[web]") {
  const auto calendar = value_of("{'holidays':[{'date':'2026-04-03'},{'date':'2026-04-06'}]}");
  const auto day = [](const char* iso) { return *review::Date::parse(iso); };
  CHECK(working_days(day("2026-04-02"), day("2026-04-07"), calendar) == 1);
  CHECK(working_day_after(day("2026-04-02"), 2, calendar) == day("2026-04-08"));
  CHECK(days_left_words(day("2026-04-02"), "2026-04-07", calendar) == "1 working day left");
  CHECK(days_left_words(day("2026-04-07"), "2026-04-07", calendar) == "The last day is today");
  CHECK(days_left_words(day("2026-04-08"), "2026-04-07", calendar) == "The day has passed");
}

}  // namespace
}  // namespace reviewd
