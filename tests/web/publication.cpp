#include <fmt/format.h>

#include <regex>
#include <string>

#include "reviewd/documents/zip_file.hpp"
#include "tests/http/service_support.hpp"
#include "tests/support/browser.hpp"

/// The pages of a publication, in a browser without scripts.
namespace review::service_test {
namespace {

using test::Browser;

/// In the words of an OpenDocument text.
bool says_in_text(const HttpAnswer& answer, const std::string& words) {
  const auto members = reviewd::read_zip(answer.body);
  REQUIRE(members);
  for (const auto& member : *members) {
    if (member.name != "content.xml") continue;
    return reviewd::unpacked(answer.body, member, 1'000'000).value_or("").find(words) != std::string::npos;
  }
  return false;
}

/// The first value of a hidden input.
std::string hidden(const HttpAnswer& page, const std::string& name) {
  std::smatch found;
  REQUIRE(std::regex_search(page.body, found, std::regex("name=\"" + name + "\" value=\"([^\"]*)\"")));
  return found[1];
}

/// A form of the page with what every one of them carries.
test::FormValues form_of(const HttpAnswer& page, test::FormValues more) {
  more.emplace_back("version", hidden(page, "version"));
  more.emplace_back("key", hidden(page, "key"));
  return more;
}

struct PublicationOffice {
  Practice practice;
  std::string id = practice.accepted_case();
  Browser browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  std::string at = "/cases/" + id + "/reviews/review-1/";

  HttpAnswer send(const std::string& page, test::FormValues more) {
    return browser.send(at + page, form_of(browser.open(at + page), std::move(more)));
  }
  /// What a click on "Save this day" sends: from the page, or from the check that follows it where `seen` says so.
  HttpAnswer save(const std::string& day, const std::string& month, const std::string& seen = "") {
    return send("publication", {{"do", "plan"},
                                {"plannedOn.day", day},
                                {"plannedOn.month", month},
                                {"plannedOn.year", "2026"},
                                {"seen", seen}});
  }
  void plan() {
    const auto sent = save("15", "6", "2026-06-15");
    INFO(sent.body);
    REQUIRE(sent.status == 303);
  }
};

TEST_CASE("A day is tried before it is saved, and its steps are done and given from the page", "[web]") {
  PublicationOffice office;
  auto page = office.browser.open(office.at + "publication");
  INFO(page.body);
  CHECK(says(page, "No day is planned yet."));
  CHECK(says(page, "What courts and inquests have decided</h2>"));
  page =
      office.send("publication",
                  {{"do", "preview"}, {"plannedOn.day", "15"}, {"plannedOn.month", "6"}, {"plannedOn.year", "2026"}});
  CHECK(page.status == 200);
  CHECK(says(page, "Nothing is saved yet"));
  CHECK(says(page, "Have a lawyer read the report"));
  CHECK(says(office.browser.open(office.at + "publication"), "No day is planned yet."));
  office.plan();
  CHECK(says(office.browser.open(office.at + "publication"), "Planned for <strong>Monday 15 June 2026</strong>"));
  CHECK(office.send("publication", {{"do", "done"}, {"step", "FAMILY_READ"}}).status == 303);
  CHECK(office.send("publication", {{"do", "give"}, {"step", "LEGAL_READ"}, {"owner", "people/a-smith"}}).status ==
        303);
  const auto to_nobody = office.send("publication", {{"do", "give"}, {"step", "AGENCIES_TOLD"}, {"owner", ""}});
  CHECK(to_nobody.status == 400);
  CHECK(says(to_nobody, "Choose who does it."));
  CHECK(says(to_nobody, "<option value=\"\" selected>Choose a person</option>"));
  CHECK_FALSE(says(to_nobody, "Done on Monday 1 June 2026. Nobody has it yet."));
  CHECK(office.send("publication", {{"do", "copy"}}).status == 303);
  // Another day than today can be given; one that is to come is said at its boxes.
  const auto read_on = [&](const char* day, const char* month) {
    return office.send("publication", {{"do", "done"},
                                       {"step", "LEGAL_READ"},
                                       {"doneOn.day", day},
                                       {"doneOn.month", month},
                                       {"doneOn.year", "2026"}});
  };
  const auto to_come = read_on("9", "6");
  CHECK(to_come.status == 409);
  CHECK(says(to_come, "<a href=\"#on-LEGAL_READ\">"));
  CHECK(read_on("31", "4").status == 400);
  CHECK(read_on("28", "5").status == 303);
  page = office.browser.open(office.at + "publication");
  CHECK(says(page, "Done on Thursday 28 May 2026."));
  CHECK(says(page, "Done on Monday 1 June 2026."));
  CHECK(says(page, "does it."));
  CHECK(says(page, "/rehearsal"));
}

TEST_CASE("A day that moves dates or that something speaks against is shown before it is saved", "[web]") {
  PublicationOffice office;
  const auto unsaved = [&] { return says(office.browser.open(office.at + "publication"), "No day is planned yet."); };
  const auto check = office.save("13", "6");
  INFO(check.body);
  CHECK(check.status == 200);
  CHECK(says(check, "<h1 class=\"govuk-heading-l\">Check before you save this day</h1>"));
  CHECK(says(check, "Sat 13 June 2026 is no working day"));
  CHECK(says(check, "Have a lawyer read the report"));
  CHECK(hidden(check, "seen") == "2026-06-13");
  CHECK(hidden(check, "plannedOn.day") == "13");
  CHECK(unsaved());
  // What was seen was another day.
  CHECK(office.save("15", "6", "2026-06-13").status == 200);
  CHECK(unsaved());
  const auto changed = office.send(
      "publication", {{"do", "change"}, {"plannedOn.day", "13"}, {"plannedOn.month", "6"}, {"plannedOn.year", "2026"}});
  CHECK(changed.status == 200);
  CHECK(says(changed, "name=\"plannedOn.day\" type=\"text\" inputmode=\"numeric\" value=\"13\""));
  // The form of the check is sent as it is.
  const auto saved = office.browser.send(office.at + "publication",
                                         form_of(check, {{"do", "plan"},
                                                         {"plannedOn.day", hidden(check, "plannedOn.day")},
                                                         {"plannedOn.month", hidden(check, "plannedOn.month")},
                                                         {"plannedOn.year", hidden(check, "plannedOn.year")},
                                                         {"seen", hidden(check, "seen")}}));
  CHECK(saved.status == 303);
  CHECK(says(office.browser.open(office.at + "publication"), "Planned for <strong>Saturday 13 June 2026</strong>"));
}

TEST_CASE("A day that moves nothing and that nothing speaks against is saved at once", "[web]") {
  PublicationOffice office;
  office.plan();
  CHECK(office.save("15", "6").status == 303);
}

TEST_CASE("A day that was tried is saved from the same page, and one that is stale is not", "[web]") {
  PublicationOffice office;
  const auto tried =
      office.send("publication",
                  {{"do", "preview"}, {"plannedOn.day", "15"}, {"plannedOn.month", "6"}, {"plannedOn.year", "2026"}});
  CHECK(hidden(tried, "seen") == "2026-06-15");
  const test::FormValues saving = {{"do", "plan"},
                                   {"plannedOn.day", "15"},
                                   {"plannedOn.month", "6"},
                                   {"plannedOn.year", "2026"},
                                   {"seen", hidden(tried, "seen")}};
  office.practice.add(office.id, R"({"noteAdded":{"text":"Invented."}})");
  CHECK(office.browser.send(office.at + "publication", form_of(tried, saving)).status == 412);
  const auto again = office.browser.open(office.at + "publication");
  CHECK(office.browser.send(office.at + "publication", form_of(again, saving)).status == 303);
}

TEST_CASE("Who is not named for the publication reads on the page that birthdays are not shown, and how to see them",
          "[web]") {
  PublicationOffice office;
  office.plan();
  const std::string kept_back = "id=\"kept-back\">Birthdays and anniversaries of people in the case are shown only to";
  CHECK_FALSE(says(office.browser.open(office.at + "publication"), kept_back));
  auto second = Browser::of(office.practice.daemon, "b-jones", "coordinator");
  auto page = second.open(office.at + "publication");
  INFO(page.body);
  CHECK(says(page, kept_back));
  CHECK(says(page, "Nothing that you are shown speaks against Monday 15 June 2026."));
  auto lawyer = Browser::of(office.practice.daemon, "a-lawyer", "reader");
  CHECK_FALSE(says(lawyer.open(office.at + "publication"), "speaks against"));
  CHECK(office.send("publication", {{"do", "give"}, {"step", "LEGAL_READ"}, {"owner", "people/a-lawyer"}}).status ==
        303);
  page = lawyer.open(office.at + "publication");
  CHECK(says(page, "Nothing that is known speaks against Monday 15 June 2026."));
  CHECK_FALSE(says(page, "Save this day"));
}

TEST_CASE("The plan says what holds on its day, the earliest safe day, and that the day is past", "[web]") {
  PublicationOffice office;
  CHECK(says(office.browser.open(office.at + "publication"), "<strong>Earliest safe day:</strong> "));
  office.plan();
  auto page = office.browser.open(office.at + "publication");
  CHECK(says(page, "Nothing that is known speaks against Monday 15 June 2026."));
  office.practice.add(office.id, R"({"proceedingsOpened":{"kind":"CRIMINAL","expectedEnd":"2026-07-10"}})");
  page = office.browser.open(office.at + "publication");
  INFO(page.body);
  CHECK(says(page, "What speaks against Monday 15 June 2026"));
  CHECK(says(page, "They are expected to end: "));
  CHECK(says(page, "It is before the earliest safe day, Wednesday 22 July 2026."));
  CHECK(says(page, "/cases/" + office.id + "/proceedings"));
  office.practice.day("2026-06-16");
  CHECK(says(office.browser.open(office.at + "publication"), "is past. Plan another day."));
}

TEST_CASE("A day that is missing or none is said at its boxes", "[web]") {
  PublicationOffice office;
  const auto page = office.send("publication", {{"do", "plan"}});
  CHECK(page.status == 400);
  CHECK(says(page, "<title>Error: "));
  CHECK(says(page, "<a href=\"#plannedOn\">Enter the day of publication</a>"));
  const auto none = office.send(
      "publication", {{"do", "plan"}, {"plannedOn.day", "31"}, {"plannedOn.month", "6"}, {"plannedOn.year", "2026"}});
  CHECK(none.status == 400);
  CHECK(says(none, "#plannedOn"));
}

TEST_CASE("A publication is recalled from its page while there is time, and taken down after it", "[web]") {
  PublicationOffice office;
  office.plan();
  CHECK(office.send("publication", {{"do", "copy"}}).status == 303);
  office.practice.day("2026-06-15");
  const auto card = office.browser.open(office.at + "publish");
  CHECK(says(card, "You are about to publish this report"));
  CHECK(says(card, "/add/reportPublished?reportPublished.review=review-1"));
  const std::string published = R"({"reportPublished":{"version":1,"form":"FULL","title":"Learning"}})";
  office.practice.check_report(office.id);
  office.practice.add(office.id, published);
  CHECK(says(office.browser.open(office.at + "publication"), "You can still recall it until"));
  CHECK(says(office.browser.open("/publications"), "Nothing is published."));
  CHECK(office.send("publication", {{"do", "recall"}}).status == 400);
  CHECK_FALSE(says(office.browser.open(office.at + "publication"), "The publication was recalled."));
  const auto recalled = office.send("publication", {{"do", "recall"}, {"reasons", "It came too soon."}});
  CHECK(recalled.status == 303);
  CHECK(says(office.browser.open(recalled.header("Location")), "The publication was recalled."));
  CHECK(says(office.browser.open("/cases/" + office.id), "It came too soon."));
  CHECK(office.practice.stage(office.id) == "REPORT_ACCEPTED");
  office.practice.add(office.id, R"({"reportPublished":{"version":1,"form":"FULL","title":"Learning"},)"
                                 R"("despite":[{"code":"report-check-missing","reasons":"It was printed.",)"
                                 R"("authorisedBy":"the-chair"}]})");
  office.practice.day("2026-06-16");
  auto page = office.browser.open(office.at + "publication");
  CHECK(says(page, "Recorded although a rule was not kept"));
  CHECK(says(page, "The report was not checked for names. It was printed. Authorised by the-chair."));
  CHECK_FALSE(says(page, "recall it until"));
  CHECK(says(office.browser.open("/publications"), "Learning"));
  CHECK(office.send("take-down", {}).status == 400);
  CHECK(office.send("take-down", {{"reason", "CHILD_AT_RISK"}}).status == 303);
  page = office.browser.open(office.at + "take-down");
  CHECK(says(page, "What else to do now"));
  CHECK(says(office.browser.open("/publications"), "Taken down on Tuesday 16 June 2026"));
  // One word for it on every page.
  const auto of_case = office.browser.open("/cases/" + office.id);
  CHECK(says(of_case, "Taken down on"));
  CHECK(says(of_case, "Report taken down</a>"));
  CHECK(says(office.browser.open("/help"), "Taken down"));
  for (const auto& address : {"/cases/" + office.id, std::string("/help"), std::string("/publications"),
                              "/cases/" + office.id + "/add", office.at + "publication"}) {
    INFO(address);
    CHECK_FALSE(says(office.browser.open(address), "emoved from"));
  }
}

TEST_CASE("A recall goes on into the cases that the review joins", "[web]") {
  Practice practice;
  const auto [lead, joined] = practice.cases_of_one_review();
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto at = "/cases/" + lead + "/reviews/review-1/publication";
  practice.add(lead, R"({"reportPublished":{"version":1}})");
  CHECK(practice.stage(joined) == "PUBLISHED");
  const auto sent = browser.send(at, form_of(browser.open(at), {{"do", "recall"}, {"reasons", "Too soon."}}));
  INFO(sent.body);
  CHECK(sent.status == 303);
  CHECK(practice.stage(lead) == "REPORT_ACCEPTED");
  CHECK(practice.stage(joined) == "REPORT_ACCEPTED");
}

TEST_CASE("The letter about a delay is read, taken as a file, and recorded when it was sent", "[web]") {
  PublicationOffice office;
  office.practice.add(office.id, R"({"proceedingsOpened":{"proceedings":"proceedings-1","kind":"INQUEST"}})");
  CHECK(says(office.browser.open(office.at + "publication"), "/delay-letter"));
  const auto page = office.browser.open(office.at + "delay-letter");
  CHECK(says(page, "have held publication since 1 June 2026"));
  const auto file = office.send("delay-letter", {{"do", "download"}, {"letter", "My own words."}});
  CHECK(file.header("Content-Disposition") == "attachment; filename=\"letter-about-a-delay.odt\"");
  CHECK(says_in_text(file, "My own words."));
  CHECK_FALSE(says_in_text(file, "have held publication"));
  const test::FormValues letter = {{"do", "download"}, {"letter", "My own words."}};
  for (const std::string there :
       {"/cases/26-9999/reviews/review-1/delay-letter", "/cases/26-0001/reviews/none/delay-letter"}) {
    const auto none = office.browser.send(there, letter);
    CHECK(none.status == 404);
    CHECK_FALSE(says(none, "My own words."));
  }
  CHECK(office.send("delay-letter", {{"do", "record"}}).status == 400);
  const auto sent = office.send(
      "delay-letter",
      {{"do", "record"}, {"reasons", "An inquest."}, {"expectedOn.month", "12"}, {"expectedOn.year", "2026"}});
  CHECK(sent.status == 303);
  CHECK(office.practice.coordinator.get("/v1" + office.at + "publication").text("/expectedOn") == "2026-12");
}

TEST_CASE("Who only reads sees how a publication stands, and no form", "[web]") {
  PublicationOffice office;
  office.plan();
  auto reader = Browser::of(office.practice.daemon, "a-reader", "reader");
  const auto page = reader.open(office.at + "publication");
  CHECK(page.status == 200);
  CHECK(says(page, "Before publication"));
  for (const auto* words :
       {"Save this day", "Record as done", "href=\"/cases/26-0001/reviews/review-1/publish\"", "speaks against"}) {
    INFO(words);
    CHECK_FALSE(says(page, words));
  }
  CHECK(reader.open(office.at + "publish").status == 403);
  CHECK(reader.open(office.at + "take-down").status == 403);
}

}  // namespace
}  // namespace review::service_test
