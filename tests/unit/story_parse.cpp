#include <catch2/catch.hpp>
#include <string>
#include <variant>

#include "libreview/law/england.hpp"
#include "libreview/story/parse_story.hpp"

namespace review {
namespace {

const RuleBook& law() {
  static const RuleBook book = england();
  return book;
}

/// A story with these lines after its head and its day.
Result<Story> story(const std::string& lines) {
  return parse_story("scenario A test\nsource wt-2023\non Thu 2 April 2026\n" + lines, "a.review", law());
}

v1::Entry entry(const std::string& line) {
  const auto parsed = story(line);
  REQUIRE(parsed);
  return std::get<Attempt>(parsed->steps.back().what).entry;
}

std::string fault(const std::string& lines) {
  const auto parsed = story(lines);
  return parsed ? "understood" : parsed.error().says;
}

TEST_CASE("The head of a story names its title, sources, tags and overlay", "[unit][story]") {
  const auto parsed = parse_story(
      "# A remark\nscenario Two  sources\nsource wt-2023\nsource panel-faq\ntag every-step\noverlay devon-style\n"
      "on Thu 2 April 2026\n",
      "a.review", law());
  REQUIRE(parsed);
  CHECK(parsed->title == "Two sources");
  CHECK(parsed->sources == std::vector<std::string>{"wt-2023", "panel-faq"});
  CHECK(parsed->tags == std::vector<std::string>{"every-step"});
  CHECK(parsed->overlay == "devon-style");
  CHECK(parsed->steps.front().line == 7);
}

TEST_CASE("Fields are found in the schema, whatever they hold", "[unit][story]") {
  const auto logged = entry(
      "record incident-logged local-authority-aware-on=2026-04-02 harm=serious-harm abuse-or-neglect=known "
      "occurred-in=norvale media-interest=yes child=pseudonym:\"Child A\",age-weeks:12,disability:vis|hear "
      "child=harm:death agencies=north-school,city-hospital occurred-on=2026-04-01 note=\"A, B\"");
  const auto& incident = logged.incident_logged();
  CHECK(incident.harm() == v1::HARM_SERIOUS_HARM);
  CHECK(incident.media_interest());
  REQUIRE(incident.children_size() == 2);
  CHECK(incident.children(0).pseudonym() == "Child A");
  CHECK(incident.children(0).age_weeks() == 12);
  CHECK(incident.children(0).disability_size() == 2);
  CHECK(incident.children(1).harm() == v1::HARM_DEATH);
  CHECK(incident.agencies_size() == 2);
  CHECK(logged.occurred_on() == "2026-04-01");
  CHECK(logged.note() == "A, B");
}

TEST_CASE("Bodies of the law are bodies, every other word is an agency", "[unit][story]") {
  const auto told = entry("record informed who=secretary-of-state,integrated-care-board,north-school");
  CHECK(told.informed().who(0) == "SECRETARY_OF_STATE");
  CHECK(told.informed().who(1) == "INTEGRATED_CARE_BOARD");
  CHECK(told.informed().who(2) == "north-school");
}

TEST_CASE("Criteria are answered one by one or all at once", "[unit][story]") {
  const auto decided = entry(
      "record notification-decided decision=notify criterion=abuse-or-neglect:yes:\"Seen, and said\",area-or-residence:"
      "unclear reasons=\"Why\"");
  REQUIRE(decided.notification_decided().criteria_size() == 2);
  CHECK(decided.notification_decided().criteria(0).reason() == "Seen, and said");
  CHECK(decided.notification_decided().criteria(1).met() == v1::MET_UNCLEAR);
  CHECK(entry("record rapid-review-decided outcome=lcspr criteria=all-no").rapid_review_decided().criteria_size() == 4);
}

TEST_CASE("What is set aside has its reasons and somebody who authorised it", "[unit][story]") {
  const auto sent = entry("record rapid-review-submitted despite=sign-off-missing,not-in-this-stage");
  REQUIRE(sent.despite_size() == 2);
  CHECK(sent.despite(1).code() == "not-in-this-stage");
  CHECK_FALSE(sent.despite(0).reasons().empty());
  CHECK(sent.despite(0).authorised_by() == "director-1");
}

TEST_CASE("Other cases and entries of the story stand as what they will be", "[unit][story]") {
  CHECK(entry("record review-commissioned joins-cases=B,C").review_commissioned().joins_cases(1) == "story-case-c");
  CHECK(
      entry("record agency-return-received agency=city-hospital request=@letter").agency_return_received().request() ==
      "story-entry-letter");
}

TEST_CASE("A correction is the entry as it was sent, with some fields instead", "[unit][story]") {
  const auto parsed = story(
      "record incident-logged local-authority-aware-on=2026-04-01 harm=death abuse-or-neglect=known as-entry first\n"
      "correct first with harm=serious-harm\ncorrect first with occurred-on=2026-04-01\nwithdraw first "
      "reason=mistake\n");
  REQUIRE(parsed);
  const auto& last = std::get<Attempt>(parsed->steps[3].what).entry.entry_corrected();
  CHECK(last.entry() == "story-entry-first");
  CHECK(last.replacement().incident_logged().harm() == v1::HARM_SERIOUS_HARM);
  CHECK(last.replacement().incident_logged().local_authority_aware_on() == "2026-04-01");
  CHECK(last.replacement().occurred_on() == "2026-04-01");
  CHECK(std::get<Attempt>(parsed->steps[4].what).entry.entry_withdrawn().reason() == v1::WITHDRAWAL_REASON_MISTAKE);
}

TEST_CASE("An expected refusal may be one of the schema", "[unit][story]") {
  const auto parsed = story("refuse incident-logged harm=grave with not-a-choice at /incidentLogged/harm\n");
  REQUIRE(parsed);
  const auto& attempt = std::get<Attempt>(parsed->steps.back().what);
  REQUIRE(attempt.malformed);
  CHECK(attempt.malformed->code == Code::not_a_choice);
  CHECK(attempt.refused->pointer == "/incidentLogged/harm");
}

TEST_CASE("Anything unknown is an error, with file and line", "[unit][story]") {
  CHECK(fault("recrod note-added text=x") == "a.review:4: \"recrod\" begins no line of a story.");
  CHECK(fault("record note-removed") == "a.review:4: There is no kind of entry note-removed.");
  CHECK(fault("record noteAdded text=x") == "a.review:4: There is no kind of entry noteAdded.");
  CHECK(fault("record note-added words=x") == "a.review:4: note-added has no field words.");
  CHECK(fault("record note-added recorded-by=ann") == "a.review:4: note-added has no field recorded-by.");
  CHECK(fault("record note-added text=x text=y") == "a.review:4: text is given twice.");
  CHECK(fault("record note-added text") == "a.review:4: \"text\" is not a field with a value.");
  CHECK(fault("record note-added") == "a.review:4: /noteAdded/text Answer this: What was said or noted?");
  CHECK(fault("record note-added text=x case=second") == "a.review:4: Cases have letters, such as case=B.");
  CHECK(fault("record note-added text=x despite=bad-luck") == "a.review:4: There is no refusal bad-luck.");
  CHECK(fault("refuse note-added text=x") == "a.review:4: A refusal ends in \"with\" and the code of a refusal.");
  CHECK(fault("correct first with text=x") == "a.review:4: Name an entry that an earlier line recorded with as-entry.");
  CHECK(fault("as Ann") == "a.review:4: Write: as person-1");
  CHECK(fault("on Fri 2 April 2026") == "a.review:4: Fri 2 April 2026 is written, and that day is Thu 2 April 2026.");
  CHECK(fault("expect clock second-review running") == "a.review:4: The law has no clock second-review.");
  CHECK(fault("expect clock rapid-review runs") == "a.review:4: \"runs\" is no state of a clock.");
  CHECK(fault("expect clock rapid-review running soon") == "a.review:4: \"soon\" is not expected here.");
  CHECK(fault("expect clock rapid-review running left") == "a.review:4: Nothing stands after \"left\".");
  CHECK(fault("expect stage waiting") == "a.review:4: There is no stage waiting.");
  CHECK(fault("expect next note-removed") == "a.review:4: There is no kind of entry note-removed.");
  CHECK(fault("expect irregularity bad-luck") == "a.review:4: There is no refusal bad-luck.");
  CHECK(fault("expect child child-1 colour=red") == "a.review:4: \"colour=red\" is not expected here.");
  CHECK(fault("expect decision maybe") == "a.review:4: There is no decision maybe.");
  CHECK(fault("expect overdue") == "a.review:4: Name the overdue clocks, or expect nothing overdue.");
  CHECK(fault("expect figure shoes all 1") == "a.review:4: \"shoes\" is not expected here.");
  CHECK(fault("expect figure families all") == "a.review:4: A word is missing at the end of the line.");
  CHECK(fault("expect figure families all offered some") == "a.review:4: \"some\" is not expected here.");
  CHECK(fault("expect no luck") == "a.review:4: \"luck\" is not expected here.");
  CHECK(fault("source wt-2018") == "a.review:4: source stands at the top.");
}

TEST_CASE("A story needs a title, a source that the law lists, and a day", "[unit][story]") {
  const auto says = [](const std::string& text) { return parse_story(text, "a.review", law()).error().says; };
  CHECK(says("") == "a.review:0: Nothing happens in this story.");
  CHECK(says("source a-blog") == "a.review:1: The law lists no source a-blog.");
  CHECK(says("scenario A\non Thu 2 April 2026") == "a.review:2: A story begins with scenario and source.");
  CHECK(says("scenario A\nsource wt-2023\nexpect not held") == "a.review:3: Say first on which day it is.");
  CHECK(says("scenario A\ntag now-and-then") == "a.review:2: There is no tag now-and-then.");
  CHECK(says("scenario A\noverlay nowhere") == "a.review:2: There is no overlay nowhere.");
}

}  // namespace
}  // namespace review
