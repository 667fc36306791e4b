#include <boost/json/serialize.hpp>
#include <catch2/catch.hpp>

#include "libreview/vocabulary/parse_json.hpp"
#include "libreview/vocabulary/read_message.hpp"
#include "reviewd/http/problem.hpp"
#include "reviewd/web/form/form_day.hpp"
#include "reviewd/web/form/form_entry.hpp"
#include "reviewd/web/form/form_seed.hpp"
#include "reviewd/web/form/form_summary.hpp"
#include "tests/web/form_support.hpp"

/// What people type, right and wrong.
namespace reviewd {
namespace {

using form_test::sent_again;
using form_test::shown;

namespace json = boost::json;

Typed day(const std::string& name, const std::string& d, const std::string& m, const std::string& y) {
  return Typed({{name + ".day", d}, {name + ".month", m}, {name + ".year", y}});
}

/// What the API would find wrong with the entry of a form.
std::vector<FormError> refused(const Typed& typed, const review::Kind& kind) {
  const auto read = review::read_entry(entry_of(typed, kind), review::Origin::request);
  if (read) return {};
  return errors_of(*review::parse_json(problem(read.error(), "0000000000000000").body));
}

std::string message_at(const std::vector<FormError>& errors, const std::string& path) {
  for (const auto& error : errors) {
    if (error.path == path) return error.message;
  }
  return {};
}

}  // namespace

TEST_CASE("Three boxes make a day, or as much of it as is known", "[web]") {
  const std::string name = "occurredOn";
  CHECK(typed_day(day(name, "2", "3", "2026"), name, false) == "2026-03-02");
  CHECK(typed_day(day(name, " 02 ", "March", "2026"), name, false) == "2026-03-02");
  CHECK(typed_day(day(name, "2", "sep", "2026"), name, false) == "2026-09-02");
  CHECK(typed_day(day(name, "", "3", "2026"), name, true) == "2026-03");
  CHECK(typed_day(day(name, "", "", "2026"), name, true) == "2026");
  CHECK(typed_day(day(name, "", " ", ""), name, true).empty());
  for (const auto* iso : {"2026-03-02", "2026-10-30", "2026-03", "2026"}) {
    Typed typed;
    put_day(typed, name, iso);
    CHECK(typed_day(typed, name, true) == iso);
  }
}

TEST_CASE("Boxes that hold no day say what is wrong with them", "[web]") {
  const std::string name = "occurredOn";
  const auto fault = [&](const char* d, const char* m, const char* y, bool partial) {
    return fault_of_day(day(name, d, m, y), name, partial, "The day it happened");
  };
  CHECK(fault("2", "3", "2026", false).empty());
  CHECK(fault("31", "2", "2026", false) == "The day it happened must be a real date, such as 27 3 2026");
  CHECK(fault("1", "3", "26", false) == "The day it happened must have a year of 4 digits, such as 2026");
  CHECK(fault("1", "3", "", true) == "The day it happened must include a year");
  CHECK(fault("1", "", "2026", true) == "The day it happened must include a month");
  CHECK(fault("", "3", "2026", false) == "The day it happened must include the day of the month");
  CHECK(fault("", "3", "2026", true).empty());
}

TEST_CASE("A refusal stands at the field, above with a link, and loses nothing that was typed", "[web]") {
  const auto& kind = *review::find_kind("incident-logged");
  auto typed = day("incidentLogged.localAuthorityAwareOn", "31", "2", "2026");
  typed.put("incidentLogged.harm", "DEATH");
  typed.put("incidentLogged.occurredIn", "?!");
  typed.set_count("incidentLogged.children", 2);
  typed.put("incidentLogged.children.0.pseudonym", "Child Birch");
  typed.put("incidentLogged.children.1.ageYears", "four");
  const auto errors = refused(typed, kind);
  CHECK_FALSE(message_at(errors, "incidentLogged.localAuthorityAwareOn").empty());
  CHECK_FALSE(message_at(errors, "incidentLogged.abuseOrNeglect").empty());
  CHECK_FALSE(message_at(errors, "incidentLogged.occurredIn").empty());
  CHECK_FALSE(message_at(errors, "incidentLogged.children.1.ageYears").empty());

  const auto page = shown(kind, typed, {}, errors);
  REQUIRE(page.made.summary.size() == errors.size());
  for (const auto& one : page.made.summary) {
    const auto href = std::string(one.at("href").as_string());
    INFO(href);
    CHECK(page.html.find("id=\"" + href.substr(1) + "\"") != std::string::npos);
    CHECK(page.html.find("href=\"" + href + "\"") != std::string::npos);
  }
  const auto summary = json::serialize(page.made.summary);
  for (const auto* words : {"The day the local authority became aware must be a real date, such as 27 3 2026",
                            "Choose whether abuse or neglect is known or suspected",
                            "Use letters or digits for “In which local authority did it happen?”",
                            "Child 2: “Age in years” must be a whole number"}) {
    INFO(words << "\n" << summary);
    CHECK(summary.find(words) != std::string::npos);
  }
  const Typed again(form_test::sent_by(page.html));
  for (const auto& [name, values] : typed.values()) {
    INFO(name);
    CHECK(again.all(name) == values);
  }
}

TEST_CASE("A refusal that points at no field stands above without a link, and may ask for a way on", "[web]") {
  const auto& kind = *review::find_kind("rapid-review-submitted");
  const auto problem = *review::parse_json(
      R"({"code":"sign-off-missing","detail":"POLICE has not signed.","violations":[],"holds":[]})");
  Typed typed;
  typed.put("rapidReviewSubmitted.version", "1");
  const auto page = shown(kind, typed, {}, errors_of(problem), {"sign-off-missing"});
  REQUIRE(page.made.summary.size() == 2);
  CHECK(page.made.summary[0].at("text") == "POLICE has not signed.");
  CHECK(page.made.summary[0].at("href") == false);
  CHECK(page.made.summary[1].at("text") == "Record it all the same, with reasons");
  CHECK(page.made.summary[1].at("href") == "#despite-0");
  CHECK(page.html.find("id=\"despite-0\"") < page.html.find("name=\"rapidReviewSubmitted.version\""));
  CHECK(page.html.find("A partner has not signed") != std::string::npos);

  auto sent = Typed(form_test::sent_by(page.html));
  auto left_empty = sent;
  left_empty.drop_empty_items();
  CHECK_FALSE(entry_of(left_empty, kind).contains("despite"));
  sent.put("despite.0.reasons", "It went all the same");
  sent.put("despite.0.authorisedBy", "asha-verma");
  sent.drop_empty_items();
  CHECK(entry_of(sent, kind).at("despite") ==
        *review::parse_json(
            R"([{"code":"sign-off-missing","reasons":"It went all the same","authorisedBy":"asha-verma"}])"));
}

TEST_CASE("Items of a list are added and taken away, and keep what is in the others", "[web]") {
  const auto& kind = *review::find_kind("incident-logged");
  const std::string list = "incidentLogged.children";
  auto typed = sent_again(kind, Typed());
  CHECK(typed.count(list) == 1);
  typed.add_item(list);
  typed.add_item(list);
  CHECK(typed.count(list) == 3);
  typed.put(below(list, 0) + ".pseudonym", "Child Birch");
  typed.put(below(list, 1) + ".pseudonym", "Child Rowan");
  typed.put(below(list, 2) + ".pseudonym", "Child Ash");
  typed = sent_again(kind, typed);
  typed.remove_item(list, 1);
  typed = sent_again(kind, typed);
  CHECK(typed.count(list) == 2);
  CHECK(typed.first(below(list, 0) + ".pseudonym") == "Child Birch");
  CHECK(typed.first(below(list, 1) + ".pseudonym") == "Child Ash");
  CHECK_FALSE(typed.has(below(list, 2) + ".pseudonym"));
  typed.remove_item(list, 7);
  typed.remove_item(list, -1);
  CHECK(typed.count(list) == 2);
  typed.put(list + ".count", "1000000000");
  CHECK(typed.count(list) == Typed::most_items);
  typed.drop_empty_items();
  CHECK(typed.count(list) == 2);
}

TEST_CASE("The buttons of a list are there without a script", "[web]") {
  const auto& kind = *review::find_kind("meeting-held");
  Typed typed;
  typed.set_count("meetingHeld.attendance", 2);
  const auto html = shown(kind, typed).html;
  CHECK(html.find(R"(name="add" value="meetingHeld.attendance")") != std::string::npos);
  CHECK(html.find(R"(name="remove" value="meetingHeld.attendance.1")") != std::string::npos);
  CHECK(html.find(R"(formaction="/cases/26-0001/add/meetingHeld#meetingHeld-attendance-2")") != std::string::npos);
}

TEST_CASE("What an entry would do to the clocks stands there in words", "[web]") {
  const auto rows = clock_changes(review::parse_json(R"([
    {"change":"STARTS","after":{"title":"Notify","state":"RUNNING","dueOn":"2026-01-12","workingDaysLeft":4}},
    {"change":"STOPS","before":{"title":"Rapid review","state":"OVERDUE","dueOn":"2026-01-12","workingDaysLate":2},
     "after":{"title":"Rapid review","state":"MET_LATE","stoppedOn":"2026-01-14","workingDaysLate":1}},
    {"change":"CANCELS","before":{"title":"Tell","state":"RUNNING"},"after":{"title":"Tell","state":"CANCELLED"}}])")
                                      ->as_array(),
                                  Register());
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].at("change") == "Starts");
  CHECK(rows[0].at("before") == "Not started");
  CHECK(rows[0].at("after") == "Due on Monday 12 January 2026: 4 working days left");
  CHECK(rows[1].at("before") == "Was due on Monday 12 January 2026: 2 working days overdue");
  CHECK(rows[1].at("after") == "Completed out of timescale, 1 working day late: done on Wednesday 14 January 2026");
  CHECK(rows[2].at("after") == "No longer needed");
}

TEST_CASE("An entry is read back in words, each child by its number and each criterion by its question", "[web]") {
  const auto& kind = *review::find_kind("incident-logged");
  const auto rows = json::serialize(entry_summary(form_test::golden_entry(kind), kind, {}));
  CHECK(rows.find(R"({"key":"Child 2: Age in years","values":[{"line":"4"}]})") != std::string::npos);
  CHECK(rows.find("Monday 2 March 2026") != std::string::npos);
  CHECK(rows.find("agencies/") == std::string::npos);
  const auto& decision = *review::find_kind("rapid-review-decided");
  Offers offers;
  offers.take_law(
      *review::parse_json(
          R"({"criteria":[{"criterion":"improvements-needed","question":"Improve?","decision":"review"}]})"),
      decision);
  CHECK(json::serialize(entry_summary(form_test::golden_entry(decision), decision, offers))
            .find(R"({"key":"Improve?","values":[{"line":"Yes"},{"line":"Two referrals were not joined up."}]})") !=
        std::string::npos);
}

TEST_CASE("Yes, no and not answered are three answers", "[web]") {
  const auto& kind = *review::find_kind("challenge-answered");
  const std::string name = "challengeAnswered.changed";
  for (const std::string answer : {"true", "false", ""}) {
    Typed typed;
    typed.put(name, answer);
    const auto object = entry_of(sent_again(kind, typed), kind).at("challengeAnswered").as_object();
    CHECK(object.contains("changed") == !answer.empty());
    if (!answer.empty()) CHECK(object.at("changed") == (answer == "true"));
  }
}

TEST_CASE("A body is chosen, or another agency is named", "[web]") {
  const auto& kind = *review::find_kind("panel-notified");
  const Typed typed({{"panelNotified.informed", "SAFEGUARDING_PARTNERS"},
                     {"panelNotified.informed", "OFSTED"},
                     {"panelNotified.informed.other", "east-hospital\n\nOFSTED\nwest-school"}});
  CHECK(entry_of(sent_again(kind, typed), kind).at("panelNotified").at("informed") ==
        *review::parse_json(R"(["SAFEGUARDING_PARTNERS","OFSTED","east-hospital","west-school"])"));
}

TEST_CASE("A name that is typed becomes a short name, or the one that the register has", "[web]") {
  Offers offers;
  offers.take_agencies(*review::parse_json(R"({"agencies":[
    {"agency":"police-west","name":"Westmoor Police","body":"POLICE"},{"agency":"east","name":"City Hospital"}]})"));
  offers.take_people(*review::parse_json(R"({"people":[{"person":"people/a-smith","name":"Anna Smith"}]})"));
  const auto& challenged = *review::find_kind("notification-challenged");
  const auto by = [&](const char* typed) {
    return entry_of(Typed(NameValues{{"notificationChallenged.by.other", typed}}), challenged, offers)
        .at("notificationChallenged")
        .at("by");
  };
  CHECK(by("City Hospital") == "east");
  CHECK(by("westmoor police") == "POLICE");
  CHECK(by("National Panel") == "PANEL");
  CHECK(by("St. Anne’s School") == "st-annes-school");
  CHECK(by("east") == "east");
  const auto& safety = *review::find_kind("safety-confirmed");
  const auto confirmed = [&](const char* typed) {
    return entry_of(Typed(NameValues{{"safetyConfirmed.by", typed}}), safety, offers).at("safetyConfirmed").at("by");
  };
  CHECK(confirmed("Anna Smith") == "a-smith");
  CHECK(confirmed("Zoë O’Neill") == "zoe-oneill");
  const auto html = shown(challenged, {}, offers).html;
  CHECK(html.find("Westmoor Police") < html.find("Local authority"));
  CHECK(html.find("short name") == std::string::npos);
  CHECK(html.find("Ofsted") == std::string::npos);
}

TEST_CASE("Every question of the law that is left open is named, each with a link", "[web]") {
  const auto& kind = *review::find_kind("notification-decided");
  Offers offers;
  offers.take_law(*review::parse_json(R"({"criteria":[
    {"criterion":"one","question":"Is it one?","decision":"notification"},
    {"criterion":"two","question":"Is it two?","decision":"notification"}]})"),
                  kind);
  const auto page = shown(kind, {}, offers, {{"notificationDecided.criteria", "Answer the criterion one: Is it one?"}});
  REQUIRE(page.made.summary.size() == 2);
  CHECK(page.made.summary[0].at("text") == "Is it one? Choose whether it is met");
  CHECK(page.made.summary[1].at("text") == "Is it two? Choose whether it is met");
  CHECK(page.made.summary[1].at("href") == "#notificationDecided-criteria-1-met");
}

TEST_CASE("A decision asks for one day, which is the day on which it was made", "[web]") {
  const auto& kind = *review::find_kind("notification-decided");
  Typed typed;
  seed_day(typed, kind, "2026-03-17");
  const auto sent = sent_again(kind, typed);
  CHECK_FALSE(sent.has("occurredOn.day"));
  const auto entry = entry_of(sent, kind);
  CHECK(entry.at("decidedOn") == "2026-03-17");
  CHECK(entry.at("occurredOn") == "2026-03-17");
}

TEST_CASE("The criteria of the law are asked one by one, wherever the answers stand", "[web]") {
  const auto& kind = *review::find_kind("notification-decided");
  Offers offers;
  offers.take_law(*review::parse_json(R"({"criteria":[
    {"criterion":"one","question":"Is it one?","decision":"notification"},
    {"criterion":"two","question":"Is it two?","decision":"notification"},
    {"criterion":"other","question":"Is it other?","decision":"review"}]})"),
                  kind);
  Typed typed;
  typed.set_count("notificationDecided.criteria", 1);
  typed.put("notificationDecided.criteria.0.criterion", "two");
  typed.put("notificationDecided.criteria.0.met", "NO");
  const auto html = shown(kind, typed, offers).html;
  CHECK(html.find("Is it one?") < html.find("Is it two?"));
  CHECK(html.find("Is it other?") == std::string::npos);
  auto sent = Typed(form_test::sent_by(html));
  CHECK(sent.count("notificationDecided.criteria") == 2);
  sent.put("notificationDecided.criteria.1.reason", "Because");
  sent.drop_empty_items();
  CHECK(entry_of(sent, kind).at("notificationDecided").at("criteria") ==
        *review::parse_json(R"([{"criterion":"two","met":"NO"},{"criterion":"one","reason":"Because"}])"));
}

}  // namespace reviewd
