#include "tests/access/random_world.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "reviewd/http/multipart.hpp"

namespace review::access_test {
namespace {

const std::string boundary = "invented-boundary";
const std::vector<std::string> conflicts = {"STAYS_DECLARED", "NO_POSITION", "LEAVES_ITEM", "EXCLUDED"};
const std::vector<std::string> meetings = {"meeting-1", "meeting-2"};

/// What a script of such a role would be narrowed to.
const std::vector<std::string> usual_scopes = {"read-cases", "record"};

const std::vector<std::string>& role_names() {
  static const std::vector<std::string> all = {
      "coordinator", "chair",  "panel-member",           "reviewer",     "scrutineer", "agency-contact",
      "reader",      "script", "information-governance", "administrator"};
  return all;
}

std::string id_in(const test::HttpAnswer& answer) {
  const auto at = answer.header("Location");
  return at.substr(at.rfind('/') + 1);
}

}  // namespace

const std::vector<std::string>& RandomWorld::agencies() {
  static const std::vector<std::string> all = {"police", "city-hospital", "north-school"};
  return all;
}

RandomWorld::RandomWorld(unsigned seed, int cases) : dice_(seed) {
  practice_.day(day_);
  make_people();
  for (int i = 0; i < cases; ++i) make_case();
  for (const auto& [person, role] : people_) make_tokens(person, role);
  open_in_emergencies();
}

void RandomWorld::make_people() {
  constexpr int of_each = 4;
  for (const auto& role : role_names()) {
    for (int i = 1; i <= of_each; ++i) people_.emplace_back(fmt::format("{}-{}", role, i + 1), role);
  }
  // They are there before a case is: who may cover for a coordinator is asked when one is kept out.
  for (const auto& [person, role] : people_) (void)practice_.daemon.issue(person, role);
}

std::string RandomWorld::any_person() { return one_of(people_).first; }

void RandomWorld::next_day() {
  day_ = fmt::format("2026-03-{:02}", 3 + roll(26));
  practice_.day(day_);
}

bool RandomWorld::tell(ToldCase& of, const std::string& body, ToldEntry entry) {
  const auto sent = practice_.send(of.reference, body);
  INFO(body << "\n" << sent.body);
  REQUIRE((sent.status == 201 || sent.status == 409));
  if (sent.status != 201) return false;
  entry.id = id_in(sent);
  of.entries.push_back(std::move(entry));
  return true;
}

void RandomWorld::file_document(ToldCase& of, const std::string& agency, const std::string& meeting) {
  std::vector<reviewd::MultipartPart> parts = {{"title", std::nullopt, "", "Draft"},
                                               {"file", "draft.txt", "text/plain", "An invented text."}};
  if (!agency.empty()) parts.push_back({"agency", std::nullopt, "", agency});
  if (!meeting.empty()) parts.push_back({"meeting", std::nullopt, "", meeting});
  const auto filed =
      practice_.coordinator.post("/v1/cases/" + of.reference + "/documents", reviewd::write_multipart(boundary, parts),
                                 {{"Content-Type", "multipart/form-data; boundary=" + boundary}});
  INFO(filed.body);
  REQUIRE(filed.status == 201);
  of.entries.push_back({filed.text("/entry"), "documentFiled",
                        agency.empty() ? std::vector<std::string>() : std::vector{agency}, "", meeting,
                        filed.text("/document")});
}

void RandomWorld::make_case() {
  ToldCase of{practice_.open()};
  of.entries.push_back(
      {practice_.coordinator.get("/v1/cases/" + of.reference + "/entries").text("/entries/0/entry"), "incidentLogged"});
  tell(of, R"({"noteAdded":{"text":"An invented note of the word Quillfeather."}})", {"", "noteAdded"});
  tell(of, service_test::notified, {"", "panelNotified"});
  for (const auto& meeting : meetings) {
    tell(of, fmt::format(R"({{"meetingArranged":{{"meeting":"{}","heldOn":"2026-03-20"}}}})", meeting),
         {"", "meetingArranged"});
    tell(of, fmt::format(R"({{"meetingHeld":{{"meeting":"{}"}}}})", meeting), {"", "meetingHeld", {}, "", meeting});
  }
  const int steps = 4 + roll(12);
  for (int step = 0; step < steps; ++step) {
    const auto& agency = one_of(agencies());
    const auto& meeting = one_of(meetings);
    const auto person = any_person();
    switch (roll(9)) {
      case 0:
        tell(of, fmt::format(R"({{"agencyReturnRequested":{{"agencies":["{}"],"dueOn":"2026-03-24"}}}})", agency),
             {"", "agencyReturnRequested", {agency}});
        of.asked.insert(agency);
        break;
      case 1:
        if (!of.asked.contains(agency)) break;
        tell(of, fmt::format(R"({{"agencyReturnReceived":{{"agency":"{}"}}}})", agency),
             {"", "agencyReturnReceived", {agency}});
        break;
      case 2:
        if (of.asked.contains(agency) && tell(of, fmt::format(R"({{"agencyReturnShared":{{"agency":"{}"}}}})", agency),
                                              {"", "agencyReturnShared", {agency}})) {
          of.shared.insert(agency);
        }
        break;
      case 3:
        tell(
            of,
            fmt::format(R"({{"positionRecorded":{{"agency":"{}","person":"{}","recommends":"LCSPR","meeting":"{}"}}}})",
                        agency, person, meeting),
            {"", "positionRecorded", {agency}, person, meeting});
        break;
      case 4:
        file_document(of, roll(2) == 0 ? agency : std::string(), roll(2) == 0 ? meeting : std::string());
        break;
      default: {
        const auto from = fmt::format("2026-03-{:02}", 3 + roll(20));
        const auto until = roll(3) == 0 ? std::string() : fmt::format("2026-03-{:02}", 23 + roll(6));
        const auto& speaks = roll(4) == 0 ? std::string() : agency;
        tell(of,
             fmt::format(R"({{"memberAdded":{{"person":"{}","role":"PANEL_MEMBER","from":"{}"{}{}}}}})", person, from,
                         until.empty() ? "" : fmt::format(R"(,"until":"{}")", until),
                         speaks.empty() ? "" : fmt::format(R"(,"agency":"{}")", speaks)),
             {"", "memberAdded", speaks.empty() ? std::vector<std::string>() : std::vector{speaks}, person});
        of.members.push_back({person, speaks, from, until});
        if (roll(6) == 0) {
          tell(of, fmt::format(R"({{"memberRemoved":{{"person":"{}"}}}})", person), {"", "memberRemoved", {}, person});
          std::erase_if(of.members, [&](const ToldMember& one) { return one.person == person; });
        }
      }
    }
  }
  const int declared = roll(12);
  for (int i = 0; i < declared; ++i) {
    const auto person = any_person();
    const auto& managed = one_of(conflicts);
    const auto meeting = roll(2) == 0 ? one_of(meetings) : std::string();
    tell(of,
         fmt::format(R"({{"conflictDeclared":{{"person":"{}","managed":"{}"{}}}}})", person, managed,
                     meeting.empty() ? "" : fmt::format(R"(,"meeting":"{}")", meeting)),
         {"", "conflictDeclared", {}, person, meeting});
    of.conflicts.push_back({person, managed, meeting});
  }
  if (roll(3) == 0) {
    of.sealed = true;
    if (roll(3) != 0) {
      for (const auto& [person, role] : people_) {
        if (roll(4) == 0) of.list.insert(person);
      }
    }
    std::vector<std::string> quoted;
    for (const auto& person : of.list) quoted.push_back("\"" + person + "\"");
    tell(of,
         fmt::format(R"({{"caseSealed":{{"reasons":"Invented."{}}}}})",
                     quoted.empty() ? "" : fmt::format(R"(,"readers":[{}])", fmt::join(quoted, ","))),
         {"", "caseSealed"});
  }
  cases_.push_back(std::move(of));
}

void RandomWorld::make_tokens(const std::string& person, const std::string& role) {
  auto administrator = practice_.daemon.administrator();
  const auto issue = [&](const Asking& who, const std::string& narrowed) {
    const auto issued =
        administrator.post("/v1/tokens", fmt::format(R"({{"person":"{}","role":"{}"{}}})", person, role, narrowed));
    INFO(issued.body);
    REQUIRE(issued.status == 201);
    if (who.dead) {
      REQUIRE(administrator.post("/v1/tokens/" + issued.text("/token") + ":revoke", "").status == 200);
    }
    askers_.push_back({who, practice_.daemon.caller(issued.text("/secret"))});
  };
  issue({person, role}, "");
  if (roll(2) == 0) {
    const auto& agency = one_of(agencies());
    issue({person, role, agency}, fmt::format(R"(,"agency":"{}")", agency));
  }
  if (roll(3) == 0 && role != "administrator") {
    const auto scope = role == "reader" ? usual_scopes.front() : one_of(usual_scopes);
    issue({person, role, "", {scope}}, fmt::format(R"(,"scopes":["{}"])", scope));
  }
  if (roll(3) == 0) {
    const std::set<std::string> some = {one_of(cases_).reference, one_of(cases_).reference};
    std::vector<std::string> quoted;
    for (const auto& one : some) quoted.push_back("\"" + one + "\"");
    Asking who{person, role};
    who.cases = some;
    issue(who, fmt::format(R"(,"cases":[{}])", fmt::join(quoted, ",")));
  }
  if (roll(8) == 0) {
    Asking who{person, role};
    who.dead = true;
    issue(who, "");
  }
}

/// Somebody who may opens a case, whether or not they see it: so does every token of theirs.
void RandomWorld::open_in_emergencies() {
  static const std::set<std::string> may = {"coordinator", "chair", "information-governance"};
  for (auto& asker : askers_) {
    const auto& who = asker.who;
    if (!may.contains(who.role) || !who.scopes.empty() || who.dead || roll(2) == 0) continue;
    const auto reference = one_of(cases_).reference;
    const auto opened =
        asker.caller.post("/v1/cases/" + reference + ":breakGlass",
                          R"({"ground":"child-at-risk","reasons":"An invented reason of some length."})");
    INFO(opened.body);
    REQUIRE(opened.status == 201);
    for (auto& other : askers_) {
      if (other.who.person == who.person) other.who.opened.insert(reference);
    }
  }
}

}  // namespace review::access_test
