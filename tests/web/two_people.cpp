#include <fmt/format.h>

#include "tests/http/service_support.hpp"
#include "tests/support/browser.hpp"

/// The pages on which a case is exported, and words are erased, by two people.
namespace review::service_test {
namespace {

using test::Browser;
using test::FormValues;

bool hides(const HttpAnswer& answer, const std::string& words) { return answer.body.find(words) == std::string::npos; }

struct TwoPeopleOffice {
  Practice practice{};
  Browser coordinator = Browser::of(practice.daemon, "cora-coordinator", "coordinator");
  Browser governance = Browser::of(practice.daemon, "gita-governance", "information-governance");
  std::string id = practice.open();
  std::string page = "/cases/" + id;

  static HttpAnswer send(Browser& browser, const std::string& page, const FormValues& values) {
    REQUIRE(browser.open(page).status == 200);
    return browser.send(page, values);
  }
};

TEST_CASE("A case is exported from its page: what is in it, a second person, one download", "[web]") {
  TwoPeopleOffice office;
  auto& cora = office.coordinator;
  const auto at = office.page + "/export";
  CHECK(says(cora.open(office.page), "href=\"" + at + "\">Export this case<"));
  auto answer = TwoPeopleOffice::send(cora, at, {{"do", "preview"}, {"recipient", ""}, {"addresses", "no"}});
  CHECK(answer.status == 400);
  CHECK(says(answer, "<title>Error: "));
  CHECK(says(answer, "href=\"#recipient\""));
  answer = TwoPeopleOffice::send(cora, at, {{"do", "preview"}, {"recipient", "Invented coroner"}, {"addresses", "no"}});
  REQUIRE(answer.status == 200);
  CHECK(says(answer, "Invented coroner"));
  CHECK(says(answer, "The made-up names of children"));
  CHECK(says(answer, "Where children live, are placed and go to school; what you may not see"));
  CHECK(says(answer, "OFFICIAL-SENSITIVE"));
  answer = cora.send(at, {{"do", "propose"}, {"recipient", "Invented coroner"}, {"addresses", "no"}, {"reason", ""}});
  CHECK(answer.status == 409);
  CHECK(says(answer, "Say why"));
  answer =
      cora.send(at, {{"do", "propose"}, {"recipient", "Invented coroner"}, {"addresses", "no"}, {"reason", "Asked."}});
  REQUIRE(answer.status == 303);
  const auto approval = answer.header("Location");
  CHECK(says(cora.open(at), "Waits for a second person"));
  CHECK(cora.send(at, {{"do", "download"}}).status == 409);

  CHECK(says(office.governance.open("/administration"), "/administration/approvals"));
  CHECK(says(office.governance.open("/administration/approvals"),
             fmt::format("Export of case {} to Invented coroner", office.id)));
  CHECK(says(office.governance.open(approval), "cora-coordinator can download it once, within a day"));
  CHECK(office.governance.send(approval, {{"do", "approve"}}).status == 303);
  CHECK(says(cora.open(approval), "Download the case"));
  const auto ready = cora.open(at);
  CHECK(says(ready, "Approved: you can download it once"));
  const FormValues download = {{"do", "download"}, {"approval", approval.substr(approval.rfind('/') + 1)}};
  answer = cora.send(at, download);
  CHECK(answer.status == 200);
  CHECK(answer.header("Content-Type") == "application/x-ndjson");
  CHECK(answer.header("Content-Disposition").find("practice-case-") != std::string::npos);
  CHECK(says(answer, R"({"export":{"marking":"OFFICIAL-SENSITIVE","practice":true)"));
  REQUIRE(cora.open(at).status == 200);
  CHECK(cora.send(at, download).status == 409);
  CHECK(hides(cora.open(at), "Approved: you can download it once"));
  CHECK(says(cora.open(approval), "Done, "));
}

TEST_CASE("Words are erased from the page of a case, after each legal hold was looked at", "[web]") {
  TwoPeopleOffice office;
  auto& cora = office.coordinator;
  office.practice.add(office.id, R"({"noteAdded":{"text":"Canary in a note."}})");
  const auto at = office.page + "/erase";
  CHECK(says(cora.open(office.page), "href=\"" + at + "\">Erase<"));
  const auto form = cora.open(at);
  CHECK(says(form, "Nobody can bring it back"));
  CHECK(says(form, "Records that touch on the sexual abuse of children are not to be destroyed"));
  auto answer = TwoPeopleOffice::send(cora, at, {{"do", "propose"}, {"ground", "retention-over"}, {"reason", "Over."}});
  CHECK(answer.status == 409);
  CHECK(says(answer, "href=\"#hold-iicsa-moratorium\""));
  const FormValues typed = {{"do", "propose"},
                            {"ground", "retention-over"},
                            {"hold-iicsa-moratorium", "no"},
                            {"hold-grooming-gangs-inquiry", "no"},
                            {"reason", "The time is over."}};
  auto without_ground = typed;
  without_ground[1].second = "";
  answer = TwoPeopleOffice::send(cora, at, without_ground);
  CHECK(answer.status == 400);
  CHECK(says(answer, "href=\"#ground\""));
  answer = TwoPeopleOffice::send(cora, at, typed);
  REQUIRE(answer.status == 303);
  const auto approval = answer.header("Location");
  const auto shown = office.governance.open(approval);
  CHECK(says(shown, "The words of the whole case"));
  CHECK(says(shown, "The time for keeping it is over"));
  CHECK(says(shown, "for good: nobody can bring them back"));
  CHECK(office.governance.send(approval, {{"do", "approve"}}).status == 303);
  CHECK(says(cora.open(approval), "Done, "));
  CHECK(hides(cora.open(office.page), "Canary"));
}

TEST_CASE("One update is erased from its own page, and open proceedings keep it", "[web]") {
  TwoPeopleOffice office;
  const auto entry =
      std::string(office.practice.add(office.id, R"({"noteAdded":{"text":"Canary."}})").at("entry").as_string());
  const auto at = office.page + "/erase?entry=" + entry;
  CHECK(says(office.coordinator.open(office.page + "/entries/" + entry), "Erase this update"));
  CHECK(says(office.coordinator.open(at), "Erase the words of an update"));
  CHECK(office.coordinator.open(office.page + "/erase?entry=none").status == 404);
  office.practice.add(office.id, R"({"proceedingsOpened":{"proceedings":"proceedings-1","kind":"CRIMINAL"}})");
  const auto kept = office.coordinator.open(at);
  CHECK(says(kept, "Nothing is erased: Proceedings are open"));
  CHECK(hides(kept, "Ask for approval"));
}

TEST_CASE("Who may not export or erase is not offered it", "[web]") {
  TwoPeopleOffice office;
  auto reader = Browser::of(office.practice.daemon, "r-reader", "reader");
  const auto page = reader.open(office.page);
  CHECK(hides(page, "Export this case"));
  CHECK(hides(page, ">Erase<"));
  CHECK(reader.open(office.page + "/export").status == 403);
  CHECK(reader.open(office.page + "/erase").status == 403);
  CHECK(office.coordinator.open("/cases/26-9999/export").status == 404);
  CHECK(office.coordinator.open("/cases/26-9999/erase").status == 404);
}

}  // namespace
}  // namespace review::service_test
