#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "libreview/vocabulary/parse_json.hpp"
#include "libreview/vocabulary/read_message.hpp"

namespace review::test {
namespace {

Result<v1::Entry> read(std::string json, Origin origin = Origin::request) {
  std::replace(json.begin(), json.end(), '\'', '"');
  const auto parsed = parse_json(json);
  REQUIRE(parsed);
  return read_entry(*parsed, origin);
}

std::string many_times(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

using Faults = std::vector<std::pair<std::string, std::string>>;  // pointer and a word of the message

}  // namespace

TEST_CASE("each fault has its code and points at its field", "[unit]") {
  struct Row {
    const char* because;
    std::string json;
    Code code;
    std::string pointer;
  };
  const Row rows[] = {
      {"a list is no entry", "[]", Code::wrong_type, ""},
      {"a text is no entry", "'x'", Code::wrong_type, ""},
      {"nothing happened", "{}", Code::not_one_kind, ""},
      {"two things happened", "{'caseReopened':{},'rapidReviewSubmitted':{}}", Code::not_one_kind, ""},
      {"two things in a replacement",
       "{'entryCorrected':{'entry':'a','reason':'why','replacement':{'caseReopened':{},'rapidReviewSubmitted':{}}}}",
       Code::not_one_kind, "/entryCorrected/replacement"},
      {"nothing in a replacement", "{'entryCorrected':{'entry':'a','reason':'why','replacement':{}}}",
       Code::not_one_kind, "/entryCorrected/replacement"},
      {"an unknown field", "{'caseReopened':{},'mood':'sad'}", Code::unknown_field, "/mood"},
      {"a field as proto writes it", "{'caseReopened':{},'occurred_on':'2026-03-02'}", Code::unknown_field,
       "/occurred_on"},
      {"a kind as law files write it", "{'case-reopened':{},'caseReopened':{}}", Code::unknown_field, "/case-reopened"},
      {"an unknown field inside", "{'caseReopened':{'mood':'sad'}}", Code::unknown_field, "/caseReopened/mood"},
      {"a slash in a name", "{'caseReopened':{'a/b':1}}", Code::unknown_field, "/caseReopened/a~1b"},
      {"a tilde in a name", "{'caseReopened':{'a~b':1}}", Code::unknown_field, "/caseReopened/a~0b"},
      {"both in a name", "{'caseReopened':{'~/':1}}", Code::unknown_field, "/caseReopened/~0~1"},
      {"what only the server writes", "{'caseReopened':{},'entry':'a'}", Code::unknown_field, "/entry"},
      {"what only the server writes, inside a replacement",
       "{'entryCorrected':{'entry':'a','reason':'why','replacement':{'caseReopened':{},'caseVersion':1}}}",
       Code::unknown_field, "/entryCorrected/replacement/caseVersion"},
      {"an empty field", "{'caseReopened':{'reasons':null}}", Code::wrong_type, "/caseReopened/reasons"},
      {"a kind that is no object", "{'caseReopened':true}", Code::wrong_type, "/caseReopened"},
      {"a number for a text", "{'caseReopened':{'reasons':1}}", Code::wrong_type, "/caseReopened/reasons"},
      {"a text for a number", "{'draftReceived':{'version':'1'}}", Code::wrong_type, "/draftReceived/version"},
      {"an age that is a slip of the keyboard", "{'incidentLogged':{'children':[{'ageYears':500}]}}", Code::wrong_type,
       "/incidentLogged/children/0/ageYears"},
      {"a person for an agency", "{'caseReopened':{'reasons':'x'},'onBehalfOf':'people/ann'}", Code::wrong_type,
       "/onBehalfOf"},
      {"a kind that there is not", "{'caseBroughtIn':{'knownDates':[{'kind':'panelAsked','on':'2026'}]}}",
       Code::not_a_choice, "/caseBroughtIn/knownDates/0/kind"},
      {"a fraction", "{'draftReceived':{'version':1.5}}", Code::wrong_type, "/draftReceived/version"},
      {"a whole number written as a fraction", "{'draftReceived':{'version':1.0}}", Code::wrong_type,
       "/draftReceived/version"},
      {"a negative number", "{'draftReceived':{'version':-1}}", Code::wrong_type, "/draftReceived/version"},
      {"a number that is too large", "{'draftReceived':{'version':2147483648}}", Code::wrong_type,
       "/draftReceived/version"},
      {"a text for yes or no", "{'meetingHeld':{'quorate':'true'}}", Code::wrong_type, "/meetingHeld/quorate"},
      {"a text for a list", "{'meetingHeld':{'attendance':'all'}}", Code::wrong_type, "/meetingHeld/attendance"},
      {"a text in a list of objects", "{'meetingHeld':{'attendance':['all']}}", Code::wrong_type,
       "/meetingHeld/attendance/0"},
      {"a list that no form makes so long", "{'informed':{'who':[" + many_times("'POLICE',", 2000) + "'POLICE']}}",
       Code::wrong_type, "/informed/who"},
      {"a number in a list of texts", "{'informed':{'who':['POLICE',2]}}", Code::wrong_type, "/informed/who/1"},
      {"null in a list", "{'informed':{'who':[null]}}", Code::wrong_type, "/informed/who/0"},
      {"a choice that is none", "{'caseClosed':{'reason':'BORED'}}", Code::not_a_choice, "/caseClosed/reason"},
      {"a choice with its list's name", "{'caseClosed':{'reason':'CLOSE_REASON_COMPLETE'}}", Code::not_a_choice,
       "/caseClosed/reason"},
      {"a choice in small letters", "{'caseClosed':{'reason':'complete'}}", Code::not_a_choice, "/caseClosed/reason"},
      {"the choice that says nothing", "{'caseClosed':{'reason':'UNSPECIFIED'}}", Code::not_a_choice,
       "/caseClosed/reason"},
      {"the number of a choice", "{'caseClosed':{'reason':1}}", Code::wrong_type, "/caseClosed/reason"},
      {"a choice in a list", "{'embargoPlaced':{'reviewOn':'2026-03-02','covers':['REPORT','ALL']}}",
       Code::not_a_choice, "/embargoPlaced/covers/1"},
      {"a day that does not exist", "{'caseReopened':{},'occurredOn':'2026-02-29'}", Code::not_a_date, "/occurredOn"},
      {"a day as people write it", "{'caseReopened':{},'occurredOn':'2 March 2026'}", Code::not_a_date, "/occurredOn"},
      {"a month where a day is needed", "{'caseReopened':{},'occurredOn':'2026-03'}", Code::not_a_date, "/occurredOn"},
      {"an instant where a day is needed", "{'caseReopened':{},'occurredOn':'2026-03-02T00:00:00Z'}", Code::not_a_date,
       "/occurredOn"},
      {"an empty day", "{'caseReopened':{},'occurredOn':''}", Code::not_a_date, "/occurredOn"},
      {"a month that does not exist", "{'proceedingsOpened':{'kind':'INQUEST','expectedEnd':'2026-13'}}",
       Code::not_a_date, "/proceedingsOpened/expectedEnd"},
      {"a reference in capitals", "{'memberRemoved':{'person':'Ann'}}", Code::wrong_type, "/memberRemoved/person"},
      {"a reference of 41 letters", "{'memberRemoved':{'person':'" + std::string(41, 'a') + "'}}", Code::wrong_type,
       "/memberRemoved/person"},
      {"a reference that begins with a hyphen", "{'memberRemoved':{'person':'-ann'}}", Code::wrong_type,
       "/memberRemoved/person"},
      {"a reference behind an unknown collection", "{'memberRemoved':{'person':'dogs/rex'}}", Code::wrong_type,
       "/memberRemoved/person"},
      {"a body that is a name", "{'informed':{'who':['The Police']}}", Code::wrong_type, "/informed/who/0"},
      {"a code that is an essay", "{'panelNotified':{'reference':'" + std::string(101, 'x') + "'}}", Code::wrong_type,
       "/panelNotified/reference"},
      {"a required field that is absent", "{'noteAdded':{}}", Code::missing_field, "/noteAdded/text"},
      {"a required text that is empty", "{'noteAdded':{'text':''}}", Code::missing_field, "/noteAdded/text"},
      {"a required list that is empty", "{'informed':{'who':[]}}", Code::missing_field, "/informed/who"},
      {"a required reference that is empty", "{'memberRemoved':{'person':''}}", Code::missing_field,
       "/memberRemoved/person"},
      {"a required field of an element",
       "{'notificationDecided':{'decision':'NOTIFY','criteria':[{'criterion':'a','met':'YES'},{'met':'NO'}]}}",
       Code::missing_field, "/notificationDecided/criteria/1/criterion"},
      {"a despite without its authority", "{'caseReopened':{},'despite':[{'code':'conflicted','reasons':'x'}]}",
       Code::missing_field, "/despite/0/authorisedBy"},
  };
  for (const auto& row : rows) {
    INFO(row.because);
    const auto refused = read(row.json);
    REQUIRE_FALSE(refused);
    REQUIRE(refused.error().violations.size() >= 1);
    CHECK(code_name(refused.error().code) == code_name(row.code));
    CHECK(refused.error().violations.front().pointer == row.pointer);
    CHECK(code_row(refused.error().code).status == 400);
    CHECK_FALSE(refused.error().says.empty());
  }
}

TEST_CASE("every fault is told at once, and the first gives the code", "[unit]") {
  const auto refused = read(
      "{'occurredOn':'soon','mood':1,'incidentLogged':{'harm':'SAD','children':[{'ageYears':'three'},{'unborn':1}]}}");
  REQUIRE_FALSE(refused);
  std::vector<std::string> pointers;
  for (const auto& violation : refused.error().violations) pointers.push_back(violation.pointer);
  CHECK(pointers == std::vector<std::string>{"/occurredOn", "/mood", "/incidentLogged/harm",
                                             "/incidentLogged/children/0/ageYears", "/incidentLogged/children/1/unborn",
                                             "/incidentLogged/localAuthorityAwareOn",
                                             "/incidentLogged/abuseOrNeglect"});
  CHECK(refused.error().code == Code::not_a_date);
  CHECK(refused.error().says.find('7') != std::string::npos);
}

TEST_CASE("with other faults of a decision stands that it lacks its reasons, and without them a rule says so",
          "[unit]") {
  const auto pointers = [](const std::string& json) {
    std::vector<std::string> all;
    const auto one = read(json);
    if (one) return all;
    for (const auto& violation : one.error().violations) all.push_back(violation.pointer);
    return all;
  };
  CHECK(pointers("{'embargoPlaced':{}}") ==
        std::vector<std::string>{"/embargoPlaced/reviewOn", "/embargoPlaced/reason"});
  CHECK(pointers("{'embargoPlaced':{'reason':'x'}}") == std::vector<std::string>{"/embargoPlaced/reviewOn"});
  CHECK(pointers("{'embargoPlaced':{'reviewOn':'2026-07-01'}}").empty());
  const auto only = read("{'embargoPlaced':{'reason':'x','reviewOn':'soon'}}");
  REQUIRE_FALSE(only);
  CHECK(only.error().violations.size() == 1);
}

TEST_CASE("pointers begin where the caller says", "[unit]") {
  const auto refused = read_entry(*parse_json(R"({"noteAdded":{}})"), Origin::request, "/rows/3");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().violations.front().pointer == "/rows/3/noteAdded/text");
}

TEST_CASE("a refusal repeats nothing of what was sent", "[unit]") {
  const auto refused = read("{'noteAdded':{'text':['Invented Person']},'occurredOn':'Invented Person'}");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().says.find("Invented") == std::string::npos);
  for (const auto& violation : refused.error().violations) {
    CHECK(violation.message.find("Invented") == std::string::npos);
  }
}

TEST_CASE("references are taken bare or behind their collection, and kept bare", "[unit]") {
  const auto entry = read(
      "{'onBehalfOf':'agencies/north-school','decidedBy':['people/ann','bob'],"
      "'agencyReturnReceived':{'agency':'agencies/north-school','request':'entries/abc-1'}}");
  REQUIRE(entry);
  CHECK(entry->on_behalf_of() == "north-school");
  CHECK(entry->decided_by(0) == "ann");
  CHECK(entry->decided_by(1) == "bob");
  CHECK(entry->agency_return_received().agency() == "north-school");
  CHECK(entry->agency_return_received().request() == "abc-1");
}

TEST_CASE("what the record holds was checked when it came in and is read by its shape alone", "[unit]") {
  CHECK(read("{'noteAdded':{}}", Origin::record));
  CHECK(read("{'occurredOn':'long ago','noteAdded':{}}", Origin::record));
  CHECK(read("{'entry':'e1','caseVersion':3,'noteAdded':{}}", Origin::record));
  CHECK_FALSE(read("{'noteAdded':{'mood':'sad'}}", Origin::record));
  CHECK_FALSE(read("{'noteAdded':{'text':1}}", Origin::record));
  CHECK_FALSE(read("{}", Origin::record));
}

}  // namespace review::test
