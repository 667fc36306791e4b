#include <fmt/format.h>

#include <set>

#include "reviewd/web/incident/incident_draft.hpp"
#include "reviewd/web/incident/incident_list.hpp"
#include "reviewd/web/incident/incident_sections.hpp"
#include "reviewd/web/words/form_fields.hpp"
#include "tests/http/service_support.hpp"
#include "tests/web/filling.hpp"

/// An incident logged one thing a page.
namespace review::service_test {
namespace {

using reviewd::Typed;
using test::Browser;
using test::day_boxes;
using test::fill;
using test::FormValues;

std::set<std::string> fields_of(const google::protobuf::Descriptor& type) {
  std::set<std::string> names;
  for (const auto* field : reviewd::form_fields(type, nullptr)) names.insert(field->name());
  return names;
}

/// Fails where two pages ask the same.
std::set<std::string> asked_by(const std::vector<reviewd::IncidentSection>& sections, std::string_view kind) {
  std::set<std::string> names;
  for (const auto& section : sections) {
    if (section.kind != kind) continue;
    for (const auto field : section.fields) CHECK(names.insert(std::string(field)).second);
  }
  return names;
}

/// Begins an incident; where its task list is.
std::string begun(Browser& browser) {
  const auto start = browser.open("/incident");
  REQUIRE(start.status == 200);
  const auto answer = fill(browser, "/incident", start, {}, "", "");
  REQUIRE(answer.status == 303);
  return answer.header("Location");
}

/// Fills in one page and goes on; where to.
std::string go_on(Browser& browser, const std::string& address, const FormValues& typed) {
  const auto page = browser.open(address);
  REQUIRE(page.status == 200);
  const auto answer = fill(browser, address, page, typed, "do", "continue");
  INFO(answer.body);
  REQUIRE(answer.status == 303);
  return answer.header("Location");
}

void answer_what_is_needed(Browser& browser, const std::string& at) {
  CHECK(go_on(browser, at + "/when", day_boxes("incidentLogged.incidentOn", "2", "1", "2026")) == at + "/what");
  CHECK(go_on(browser, at + "/what", {{"incidentLogged.summary", "An invented incident."}}) == at + "/where");
  CHECK(go_on(browser, at + "/known", day_boxes("incidentLogged.localAuthorityAwareOn", "5", "1", "2026")) ==
        at + "/harm");
  go_on(browser, at + "/harm",
        {{"incidentLogged.harm", "SERIOUS_HARM"}, {"incidentLogged.abuseOrNeglect", "SUSPECTED"}});
  go_on(browser, at + "/where", {{"incidentLogged.occurredIn", "sandwell"}});
  CHECK(go_on(browser, at + "/children/1/about",
              {{"incidentLogged.children.0.pseudonym", "Child Rowan"}, {"incidentLogged.children.0.ageYears", "7"}}) ==
        at + "/children/1/harm");
}

TEST_CASE("Every field of an incident and of a child is asked on exactly one page", "[web]") {
  auto incident = fields_of(*v1::IncidentLogged::descriptor());
  incident.erase("children");
  CHECK(asked_by(reviewd::incident_sections(), "incidentLogged") == incident);
  auto child = fields_of(*v1::Child::descriptor());
  child.erase("child");
  CHECK(asked_by(reviewd::child_sections(), "incidentLogged") == child);
  CHECK(asked_by(reviewd::incident_sections(), "safetyConfirmed") == fields_of(*v1::SafetyConfirmed::descriptor()));
}

TEST_CASE("How far a page is, is said in words", "[web]") {
  Typed typed;
  const auto status = [&](const char* name) {
    return reviewd::section_status(*reviewd::find_section(reviewd::incident_sections(), name), typed, -1);
  };
  CHECK(status("harm") == "Not started");
  CHECK(status("family") == "Optional");
  CHECK(status("safety") == "Optional");
  typed.put("incidentLogged.harm", "DEATH");
  typed.put("safetyConfirmed.siblings", "A brother.");
  CHECK(status("harm") == "Incomplete");
  CHECK(status("safety") == "Incomplete");
  CHECK_FALSE(reviewd::can_be_logged(typed));
  typed.put("incidentLogged.abuseOrNeglect", "KNOWN");
  CHECK(status("harm") == "Completed");
}

TEST_CASE("An only child was harmed as the incident says, unless somebody answers otherwise", "[web]") {
  Typed typed;
  typed.put("incidentLogged.harm", "SERIOUS_HARM");
  reviewd::share_with_only_child(typed, Typed());
  CHECK(typed.count("incidentLogged.children") == 0);
  typed.put("incidentLogged.children.0.pseudonym", "Child A");
  reviewd::share_with_only_child(typed, Typed());
  CHECK(typed.first("incidentLogged.children.0.harm") == "SERIOUS_HARM");
  const auto before = typed;
  typed.put("incidentLogged.harm", "DEATH");
  reviewd::share_with_only_child(typed, before);
  CHECK(typed.first("incidentLogged.children.0.harm") == "DEATH");
  typed.put("incidentLogged.children.0.harm", "SERIOUS_HARM");
  const auto other = typed;
  typed.put("incidentLogged.harm", "DEATH");
  reviewd::share_with_only_child(typed, other);
  CHECK(typed.first("incidentLogged.children.0.harm") == "SERIOUS_HARM");
  typed.put("incidentLogged.children.1.pseudonym", "Child B");
  reviewd::share_with_only_child(typed, other);
  CHECK_FALSE(typed.has("incidentLogged.children.1.harm"));
}

TEST_CASE("When a child is taken out, those after it move up, and so does what refers to them", "[web]") {
  Typed typed;
  for (int i = 0; i < 3; ++i)
    typed.put(fmt::format("incidentLogged.children.{}.pseudonym", i), fmt::format("Child {}", i));
  typed.put("incidentLogged.children.2.siblingOf", "child-2");
  typed.put("incidentLogged.children.1.siblingOf", "child-1");
  typed.add("safetyConfirmed.children", "child-1");
  typed.add("safetyConfirmed.children", "child-3");
  reviewd::remove_child(typed, 0);
  CHECK(typed.count("incidentLogged.children") == 2);
  CHECK(typed.first("incidentLogged.children.0.siblingOf").empty());
  CHECK(typed.first("incidentLogged.children.1.siblingOf") == "child-1");
  CHECK(typed.all("safetyConfirmed.children") == std::vector<std::string>{"child-2"});
}

TEST_CASE("An incident is logged page by page, and says what has started", "[web]") {
  Practice practice;
  practice.day("2026-01-06");
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto at = begun(browser);
  auto list = browser.open(at);
  CHECK(says(list, "Cannot start yet"));
  CHECK(says(list, "Not started"));
  CHECK(says(list, "Add a child"));
  answer_what_is_needed(browser, at);
  CHECK(says(browser.open(at + "/children/1/about"), "This page") == false);
  CHECK(says(browser.open(at + "/children/1/harm"), "This page describes how a child was harmed or died"));
  go_on(browser, at + "/safety", {{"safetyConfirmed.children", "child-1"}, {"safetyConfirmed.by", "a-social-worker"}});
  list = browser.open(at);
  CHECK(says(list, "Child Rowan: About the child"));
  CHECK_FALSE(says(list, "Cannot start yet"));

  const auto before = practice.size();
  const auto check = browser.open(at + "/check");
  CHECK(says(check, "Monday 5 January 2026"));
  CHECK(says(check, "Due on Monday 12 January 2026"));
  CHECK(says(check, "Change<span class=\"govuk-visually-hidden\"> the answers of: When it happened</span>"));
  CHECK(practice.size() == before);
  const auto done = fill(browser, at + "/check", check, {}, "", "");
  REQUIRE(done.status == 303);
  CHECK(done.header("Location") == "/cases/26-0001/logged");
  CHECK(practice.size() == before + 2);
  const auto logged = browser.open("/cases/26-0001/logged");
  CHECK(says(logged, "Tell the National Panel by the end of Monday 12 January 2026"));
  CHECK_FALSE(says(logged, "Confirm that this child"));
  CHECK(practice.show("26-0001").at("children").as_array().size() == 1);

  // Sent twice, it is there once; and the draft has become the case.
  CHECK(fill(browser, at + "/check", check, {}, "", "").header("Location") == "/cases/26-0001/logged");
  CHECK(browser.open(at).header("Location") == "/cases/26-0001/logged");
  CHECK(practice.size() == before + 2);
  CHECK_FALSE(says(browser.open("/"), "Continue: incident"));
}

TEST_CASE("A page says what is wrong with it alone, and keeps what was typed", "[web]") {
  Practice practice;
  practice.day("2026-01-06");
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto at = begun(browser);
  auto page = browser.open(at + "/known");
  page = fill(browser, at + "/known", page, day_boxes("incidentLogged.localAuthorityAwareOn", "31", "2", "2026"), "do",
              "continue");
  CHECK(page.status == 400);
  CHECK(says(page, "<title>Error: "));
  CHECK(says(page, "href=\"#incidentLogged-localAuthorityAwareOn-day\""));
  CHECK_FALSE(says(page, "Is abuse or neglect"));
  CHECK(says(browser.open(at + "/known"), "value=\"31\""));
  const auto check = browser.open(at + "/check");
  CHECK(says(check, at + "/known#incidentLogged-localAuthorityAwareOn"));
  CHECK(says(check, at + "/harm#incidentLogged-harm"));
  CHECK_FALSE(says(check, "Log the incident</button>"));

  page = browser.open(at + "/children/1/about");
  CHECK(says(page, "value=\"Child A\""));
  page = fill(browser, at + "/children/1/about", page, {{"incidentLogged.children.0.pseudonym", ""}}, "do", "continue");
  CHECK(page.status == 400);
  CHECK(says(page, "Give a pseudonym"));
  page = fill(browser, at + "/family", browser.open(at + "/family"), {}, "add", "incidentLogged.family");
  CHECK(page.status == 200);
  CHECK(says(page, "Person 1"));
}

TEST_CASE("What is saved for later stands on the home page of its writer, who may delete it", "[web]") {
  Practice practice;
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto at = begun(browser);
  const auto page = browser.open(at + "/what");
  const auto later = fill(browser, at + "/what", page, {{"incidentLogged.summary", "Half a sentence"}}, "do", "later");
  CHECK(later.header("Location") == at + "?saved=yes");
  CHECK(says(browser.open(at + "?saved=yes"), "Your answers are kept"));
  const auto home = browser.open("/");
  CHECK(says(home, "Continue: incident begun on "));
  CHECK_FALSE(says(home, "Half a sentence"));
  auto other = Browser::of(practice.daemon, "b-jones", "coordinator");
  CHECK_FALSE(says(other.open("/"), "Continue: incident"));
  for (const auto* part : {"", "/what", "/check", "/children/1/about"}) CHECK(other.open(at + part).status == 404);
  const auto gone = "/drafts/" + at.substr(at.rfind('/') + 1) + "/delete";
  CHECK(other.open(gone).status == 404);
  const auto sure = browser.open(gone);
  CHECK(says(sure, "Delete what you typed?"));
  CHECK(fill(browser, gone, sure, {}, "", "").status == 303);
  CHECK(browser.open(at).status == 404);
}

TEST_CASE("A second case of the same place and time needs a reason, which is kept", "[web]") {
  Practice practice;
  practice.day("2026-01-06");
  const auto first = practice.open();
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto at = begun(browser);
  answer_what_is_needed(browser, at);
  auto check = browser.open(at + "/check");
  CHECK(says(check, "Could this be one of these cases?"));
  check = fill(browser, at + "/check", check, {}, "", "");
  CHECK(check.status == 400);
  CHECK(says(check, "href=\"#different\""));
  const auto done = fill(browser, at + "/check", check, {{"different", "Another family."}}, "", "");
  REQUIRE(done.status == 303);
  const auto entries = practice.coordinator.get("/v1/cases/26-0002/entries");
  CHECK(entries.text("/entries/0/note") == "Looked at before this case was opened: " + first + ". Another family.");
}

TEST_CASE("The summary stands in the order of the national form, and says what is missing", "[web]") {
  Practice practice;
  practice.day("2026-01-06");
  const auto id = practice.open();
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  auto page = browser.open("/cases/" + id + "/national-form");
  CHECK(page.status == 200);
  CHECK(says(page, "Date the local authority became aware: Monday 5 January 2026"));
  CHECK(says(page, "Age in years: 7"));
  CHECK(says(page, "<li>The decision whether to notify</li>"));
  CHECK(page.body.find("Notifying local authority") < page.body.find("The child ("));
  CHECK(page.body.find("The child (") < page.body.find("Date of the incident"));
  // What was corrected stands there as it is now.
  const auto opening = practice.coordinator.get("/v1/cases/" + id + "/entries").text("/entries/0/entry");
  auto right = incident;
  right.replace(right.find("2026-01-02"), 10, "2026-01-03");
  practice.add(
      id, fmt::format(R"({{"entryCorrected":{{"entry":"{}","reason":"A slip.","replacement":{}}}}})", opening, right));
  page = browser.open("/cases/" + id + "/national-form");
  CHECK(says(page, "Date of the incident: Saturday 3 January 2026"));
  practice.add(id, notify);
  page = browser.open("/cases/" + id + "/national-form");
  CHECK(says(page, "Decision: Notify"));
  CHECK_FALSE(says(page, "<li>The decision whether to notify</li>"));
  auto administrator = Browser::of(practice.daemon, "the-administrator", "administrator");
  for (const auto& address :
       {"/cases/" + id + "/national-form", "/cases/" + id + "/logged", std::string("/incident")}) {
    CHECK(administrator.open(address).status == 403);
  }
}

}  // namespace
}  // namespace review::service_test
