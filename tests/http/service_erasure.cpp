#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "reviewd/http/multipart.hpp"
#include "tests/http/meeting_support.hpp"
#include "tests/http/service_support.hpp"

/// Words that are erased by two people are gone for good, from the file too.
namespace review::service_test {
namespace {

const std::string holds = R"("notUnderHolds":["iicsa-moratorium","grooming-gangs-inquiry"])";

std::string wish_of(const std::string& more = "") {
  return R"({"ground":"retention-over","reason":"The time is over.",)" + holds + more + "}";
}

std::string noted(const std::string& words) { return fmt::format(R"({{"noteAdded":{{"text":"{}"}}}})", words); }

const std::vector<std::pair<std::string, std::string>> people = {
    {"coordinator-1", "coordinator"}, {"chair-1", "chair"}, {"governance-1", "information-governance"}};

struct ErasureOffice {
  explicit ErasureOffice(DaemonWish wish = {}) : practice(std::move(wish)) {}

  Practice practice;
  HttpCaller& coordinator = practice.coordinator;
  HttpCaller chair = practice.daemon.caller(practice.daemon.issue("chair-1", "chair"));
  HttpCaller governance = practice.daemon.caller(practice.daemon.issue("governance-1", "information-governance"));

  /// How many of the store's files have the words.
  [[nodiscard]] int files_with(const std::string& words) const {
    int found = 0;
    for (const auto& file : std::filesystem::directory_iterator(practice.daemon.store().parent_path())) {
      if (!file.path().filename().string().starts_with("store.db")) continue;
      std::ifstream in(file.path(), std::ios::binary);
      const std::string bytes(std::istreambuf_iterator<char>(in), {});
      found += bytes.find(words) == std::string::npos ? 0 : 1;
    }
    return found;
  }
  HttpAnswer file(const std::string& id, const std::string& content, const std::string& more = "") {
    std::vector<reviewd::MultipartPart> parts{{"title", std::nullopt, "", "Canary title"},
                                              {"file", "canary.txt", "", content}};
    if (!more.empty()) parts.insert(parts.begin(), {"document", std::nullopt, "", more});
    return coordinator.post("/v1/cases/" + id + "/documents", reviewd::write_multipart("invented", parts),
                            {{"Content-Type", "multipart/form-data; boundary=invented"}});
  }
  HttpAnswer propose(HttpCaller& by, const std::string& id, const std::string& wish) {
    return by.post("/v1/cases/" + id + ":proposeErasure", wish);
  }
  /// Proposed by the coordinator and approved by information governance.
  HttpAnswer erase(const std::string& id, const std::string& wish) {
    const auto made = propose(coordinator, id, wish);
    INFO(made.body);
    REQUIRE(made.status == 201);
    return governance.post("/v1/approvals/" + made.text("/approval") + ":approve", "");
  }
  [[nodiscard]] boost::json::value verified() const {
    return practice.daemon.administrator().post("/v1/journal:verify", "").json();
  }
};

const std::string canary_incident =
    R"({"incidentLogged":{"incidentOn":"2026-01-02","localAuthorityAwareOn":"2026-01-05","harm":"SERIOUS_HARM",)"
    R"("abuseOrNeglect":"SUSPECTED","summary":"CanaryWhole in the summary.","children":[{"pseudonym":"Child A",)"
    R"("name":"CanaryWhole Name"}],"occurredIn":"sandwell"}})";

TEST_CASE("A whole case that is erased loses its words everywhere, and stays a case", "[service]") {
  for (const bool is_practice : {true, false}) {
    ErasureOffice office({is_practice, {}, 0, people});
    auto& practice = office.practice;
    const auto id = practice.open(canary_incident);
    const auto other = practice.open();
    practice.add(id, noted("CanaryWhole in a note."));
    practice.add(other, noted("CanaryOther in a note."));
    REQUIRE(office.file(id, "CanaryWhole in a document.").status == 201);
    REQUIRE(office.file(id, "CanaryWhole in its second version.", "document-1").status == 201);
    const auto draft =
        fmt::format(R"({{"kind":"noteAdded","case":"{}","values":{{"text":["CanaryWhole draft"]}}}})", id);
    REQUIRE(office.coordinator.post("/v1/drafts", draft).status == 201);
    const auto before = practice.daemon.administrator().get("/v1/journal/head").body;
    const auto clocks = office.coordinator.get("/v1/cases/" + id + "/clocks").body;
    REQUIRE(office.files_with("CanaryWhole") > 0);

    const auto preview = office.governance.post("/v1/cases/" + id + ":previewErasure", "{}");
    INFO(preview.body);
    REQUIRE(preview.status == 200);
    CHECK(preview.json().at("entries").as_array().size() == 4);
    CHECK(preview.json().at("documents").as_array().size() == 1);
    CHECK(preview.json().at("drafts").as_int64() == 1);
    CHECK(office.files_with("CanaryWhole") > 0);

    const auto done = office.erase(id, wish_of());
    INFO(done.body);
    REQUIRE(done.status == 200);
    CHECK_FALSE(done.text("/used").empty());
    CHECK(office.files_with("CanaryWhole") == 0);
    CHECK(office.files_with("canarywhole") == 0);
    CHECK(office.files_with("CanaryOther") > 0);
    CHECK(office.verified().at("verifies").as_bool());
    CHECK(office.verified().at("erased").as_int64() == 4);
    CHECK(practice.daemon.administrator().get("/v1/journal/head").body == before);
    CHECK(office.coordinator.get("/v1/cases/" + id + "/clocks").body == clocks);
    CHECK(office.coordinator.get("/v1/cases/" + id + "/entries").json().at("entries").as_array().size() == 4);
    const auto found = office.coordinator.post("/v1/cases:search", R"({"words":"canarywhole"})");
    CHECK(found.json().at("total") == 0);
    CHECK(office.coordinator.get("/v1/cases/" + id + "/documents/document-1/versions/1/content").status != 200);
    CHECK(office.coordinator.get("/v1/drafts").json().at("drafts").as_array().empty());
    CHECK(office.coordinator.get("/v1/cases/" + other + "/entries").body.find("CanaryOther") != std::string::npos);
    CHECK_FALSE(office.governance.get("/v1/cases/" + id + "/reads").json().at("reads").as_array().empty());
    CHECK(practice.daemon.administrator().post("/v1/store:check", "").json().at("good").as_bool());
    CHECK(practice.daemon.administrator().post("/v1/views:rebuild", "").status == 200);
    // The case goes on.
    practice.add(id, noted("Later words."));
    REQUIRE(practice.daemon.stop() == 0);
    CHECK(office.files_with("CanaryWhole") == 0);
  }
}

TEST_CASE("An entry is erased with its corrections and the versions of its document, and nothing else is",
          "[service]") {
  ErasureOffice office;
  auto& practice = office.practice;
  const auto id = practice.open();
  const auto entry = std::string(practice.add(id, noted("CanaryOne as it was.")).at("entry").as_string());
  practice.add(id, fmt::format(R"({{"entryCorrected":{{"entry":"{}","reason":"Invented.","replacement":{}}}}})", entry,
                               noted("CanaryOne as it should be.")));
  practice.add(id, noted("CanaryTwo stays."));
  const auto asked = office.propose(office.coordinator, id, wish_of(R"(,"entries":["none"])"));
  CHECK(asked.code() == "missing-reference");
  CHECK(office.propose(office.coordinator, id, wish_of(R"(,"entries":[])")).code() == "malformed");
  REQUIRE(office.erase(id, wish_of(fmt::format(R"(,"entries":["entries/{}"])", entry))).status == 200);
  CHECK(office.files_with("CanaryOne") == 0);
  CHECK(office.files_with("CanaryTwo") > 0);
  CHECK(office.verified().at("erased").as_int64() == 2);

  REQUIRE(office.file(id, "CanaryFile one.").status == 201);
  REQUIRE(office.file(id, "CanaryFile two.", "document-1").status == 201);
  const auto filed = office.coordinator.get("/v1/cases/" + id + "/entries");
  const auto first = texts(filed, "entries", "entry")[4];
  REQUIRE(office.erase(id, wish_of(fmt::format(R"(,"entries":["{}"])", first))).status == 200);
  CHECK(office.files_with("CanaryFile") == 0);
  CHECK(office.files_with("Canary title") == 0);
  CHECK(office.files_with("CanaryTwo") > 0);
  CHECK(office.verified().at("erased").as_int64() == 4);
}

TEST_CASE("What a meeting said of an erased case goes, and what it said of others stays", "[service]") {
  ErasureOffice office;
  auto& practice = office.practice;
  const auto id = practice.open();
  const auto other = practice.open();
  const auto shared = call_meeting(practice, {id, other}, "2026-01-07");
  const auto said = [](const std::string& item, const std::string& words) {
    return fmt::format(R"({{"itemMinuted":{{"item":"{}","minutes":"{}"}}}})", item, words);
  };
  add_to(practice.coordinator, shared, said(id, "CanaryGone was said."));
  add_to(practice.coordinator, shared, said(other, "CanaryStays was said."));
  CHECK(office.governance.post("/v1/cases/" + id + ":previewErasure", "{}").json().at("meetingEntries") == 1);
  REQUIRE(office.erase(id, wish_of()).status == 200);
  CHECK(office.files_with("CanaryGone") == 0);
  CHECK(office.files_with("CanaryStays") > 0);
  const auto shown = practice.coordinator.get("/v1/meetings/" + shared);
  CHECK(shown.status == 200);
  CHECK(shown.body.find("CanaryStays") != std::string::npos);
  CHECK(practice.coordinator.get("/v1/meetings/" + shared + "/entries").status == 200);
  CHECK(office.verified().at("verifies").as_bool());
}

TEST_CASE("A document that another case has too stays there", "[service]") {
  ErasureOffice office;
  const auto one = office.practice.open();
  const auto two = office.practice.open();
  REQUIRE(office.file(one, "CanaryShared text.").status == 201);
  REQUIRE(office.file(two, "CanaryShared text.").status == 201);
  REQUIRE(office.erase(one, wish_of()).status == 200);
  const auto kept = office.coordinator.get("/v1/cases/" + two + "/documents/document-1/versions/1/content");
  CHECK(kept.status == 200);
  CHECK(kept.body == "CanaryShared text.");
  CHECK(office.coordinator.get("/v1/cases/" + one + "/documents/document-1/versions/1/content").status != 200);
}

TEST_CASE("It takes two people to erase, and one looks after information governance", "[service]") {
  ErasureOffice office;
  const auto id = office.practice.open();
  const auto made = office.propose(office.coordinator, id, wish_of());
  REQUIRE(made.status == 201);
  const auto at = "/v1/approvals/" + made.text("/approval");
  CHECK(office.coordinator.post(at + ":approve", "").code() == "second-person-required");
  CHECK(office.chair.post(at + ":approve", "").code() == "second-person-required");
  CHECK_FALSE(office.chair.get(at).json().at("mayDecide").as_bool());
  CHECK(office.governance.get(at).json().at("mayDecide").as_bool());
  CHECK(office.verified().at("erased").as_int64() == 0);
  CHECK(office.governance.post(at + ":refuse", "").status == 200);
  const auto theirs = office.propose(office.governance, id, wish_of());
  REQUIRE(theirs.status == 201);
  const auto other = "/v1/approvals/" + theirs.text("/approval");
  CHECK(office.governance.post(other + ":approve", "").code() == "second-person-required");
  CHECK(office.chair.post(other + ":approve", "").status == 200);
  CHECK(office.verified().at("erased").as_int64() == 1);
  CHECK(office.chair.post(other + ":approve", "").code() == "already-recorded");
}

TEST_CASE("A legal hold comes before every erasure, when it is asked for and when it is approved", "[service]") {
  ErasureOffice office;
  auto& practice = office.practice;
  const auto id = practice.open();
  const auto unsaid = office.propose(office.coordinator, id, R"({"ground":"unlawful","reason":"Invented."})");
  CHECK(unsaid.code() == "reasons-required");
  CHECK(unsaid.text("/violations/0/pointer") == "/notUnderHolds");
  CHECK(office.propose(office.coordinator, id, R"({"ground":"tidiness","reason":"Invented."})").code() ==
        "not-a-choice");
  CHECK(office.propose(office.coordinator, id, R"({"ground":"unlawful",)" + holds + "}").code() == "reasons-required");
  const auto made = office.propose(office.coordinator, id, wish_of());
  REQUIRE(made.status == 201);
  practice.add(id, R"({"proceedingsOpened":{"proceedings":"proceedings-1","kind":"CRIMINAL"}})");
  const auto at = "/v1/approvals/" + made.text("/approval");
  CHECK(office.governance.post(at + ":approve", "").code() == "not-in-this-stage");
  CHECK(office.governance.get(at).text("/outcome").empty());
  CHECK(office.propose(office.governance, id, wish_of()).code() == "not-in-this-stage");
  CHECK_FALSE(office.governance.post("/v1/cases/" + id + ":previewErasure", "{}").text("/kept").empty());
  CHECK(office.verified().at("erased").as_int64() == 0);
  practice.add(id, R"({"proceedingsConcluded":{"proceedings":"proceedings-1","outcome":"Invented."}})");
  CHECK(office.governance.post(at + ":approve", "").status == 200);
  CHECK(office.verified().at("erased").as_int64() > 0);
}

TEST_CASE("Nobody erases in a case that they are kept out of meanwhile", "[service]") {
  ErasureOffice office;
  const auto id = office.practice.open();
  const auto made = office.propose(office.chair, id, wish_of());
  REQUIRE(made.status == 201);
  office.practice.add(id, R"({"conflictDeclared":{"person":"chair-1","managed":"EXCLUDED"}})");
  const auto at = "/v1/approvals/" + made.text("/approval");
  CHECK(office.governance.post(at + ":approve", "").code() == "conflicted");
  CHECK(office.verified().at("erased").as_int64() == 0);
}

}  // namespace
}  // namespace review::service_test
