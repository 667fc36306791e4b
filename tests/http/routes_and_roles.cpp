#include <fmt/format.h>

#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "reviewd/api/endpoint.hpp"
#include "reviewd/http/multipart.hpp"
#include "tests/http/route_table.hpp"
#include "tests/http/service_support.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/places.hpp"

/// Which role gets where, over HTTP, against a table that was written by hand.
namespace review::service_test {
namespace {

using test::Browser;

/// How somebody stands to a case.
enum class Relation { stranger, member, excluded };
const std::string form_type = "multipart/form-data; boundary=invented";
constexpr Relation relations[] = {Relation::stranger, Relation::member, Relation::excluded};

const std::string product = R"({"productDrafted":{"product":"product-1","sort":"OTHER","title":"Invented","sections":[)"
                            R"({"section":"what-to-do","text":"Write it down."}]}})";

/// A case or a programme with one of everything that the address of a route can name.
struct Furnished {
  std::map<std::string, std::string> parts;
};

/// What the schema takes, for each that an endpoint about a case may want.
const std::map<std::string, std::string>& bodies() {
  static const std::map<std::string, std::string> all = {
      {"Entry", note},
      {"ProgrammeEntry", note},
      {"GlassWish", R"({"ground":"child-at-risk","reasons":"An invented reason of some length."})"},
      {"ReturnLinkWish", R"({"request":"none","agency":"police","contact":"b-jones","expiresOn":"2026-02-01"})"},
      {"ReturnRequestWish", R"({"agencies":["police"],"type":"SUMMARY"})"}};
  return all;
}

bool of_a_programme(const std::string& pattern) { return pattern.find("{programme}") != std::string::npos; }

bool takes_files(const std::string& method, const std::string& pattern) {
  return method == "POST" &&
         (pattern.ends_with("/documents/add") || pattern.ends_with("/chronology") || pattern == "/administration/past");
}

std::string person_of(Role role) { return fmt::format("the-{}", role_name(role)); }

class World {
 public:
  World() {
    auto& caller = practice_.coordinator;
    REQUIRE(caller.post("/v1/agencies", R"({"agency":"police","name":"Police"})").status == 201);
    REQUIRE(caller
                .post("/v1/agencies/police/contacts",
                      R"({"contact":"b-jones","name":"B Jones","role":"MAIN","mailbox":"b.jones@example.org"})")
                .status == 201);
    for (const auto relation : relations) {
      cases_[relation] = furnish();
      programmes_[relation] = furnish_programme();
    }
    for (const auto role : roles()) {
      tokens_.emplace(role,
                      practice_.daemon.caller(practice_.daemon.issue(person_of(role), std::string(role_name(role)))));
      browsers_.emplace(role, Browser::of(practice_.daemon, person_of(role), std::string(role_name(role))));
    }
    for (const auto role : roles()) {
      const auto joins = fmt::format(R"({{"memberAdded":{{"person":"{}","role":"{}","agency":"police"}}}})",
                                     person_of(role), role == Role::agency_contact ? "AGENCY_CONTACT" : "PANEL_MEMBER");
      const auto leaves =
          fmt::format(R"({{"conflictDeclared":{{"person":"{}","managed":"EXCLUDED"}}}})", person_of(role));
      practice_.add(name_of(Relation::member), joins);
      practice_.add(name_of(Relation::excluded), joins);
      practice_.add(name_of(Relation::excluded), leaves);
      add_to_programme(Relation::member, joins);
      add_to_programme(Relation::excluded, joins);
      add_to_programme(Relation::excluded, leaves);
    }
  }

  /// The address of a route in that case; what is of no case is of nothing that there is.
  [[nodiscard]] std::string address(const std::string& pattern, Relation relation,
                                    std::optional<Role> role = std::nullopt) const {
    std::string out;
    for (std::size_t at = 0; at < pattern.size();) {
      if (pattern[at] != '{') {
        out += pattern[at++];
        continue;
      }
      const auto end = pattern.find('}', at);
      const auto name = pattern.substr(at + 1, end - at - 1);
      const auto& parts = (of_a_programme(pattern) ? programmes_ : cases_).at(relation).parts;
      const auto part = parts.find(name);
      // What the own agency was asked, and sent.
      if (role == Role::agency_contact && name == "clock") {
        out += "agency-return:police";
      } else if (role == Role::agency_contact && name == "document") {
        out += "document-2";
      } else {
        out += part == parts.end() ? "none" : part->second;
      }
      at = end + 1;
    }
    return out;
  }

  HttpAnswer ask_api(Role role, const reviewd::Endpoint& endpoint, Relation relation) {
    const auto at = address(endpoint.pattern, relation, role);
    auto& caller = tokens_.at(role);
    if (endpoint.takes.empty()) return caller.send(endpoint.method, at, "", {});
    if (endpoint.takes == "DocumentForm" || endpoint.takes == "PastForm" || endpoint.takes == "ChronologyForm") {
      const auto form = reviewd::write_multipart("invented", {{"note", std::nullopt, "", "x"}});
      return caller.send(endpoint.method, at, form, {{"Content-Type", form_type}});
    }
    if (endpoint.takes == "Ndjson") {
      return caller.send(endpoint.method, at, "{}", {{"Content-Type", "application/x-ndjson"}});
    }
    const auto known = bodies().find(endpoint.takes);
    return caller.send(endpoint.method, at, known == bodies().end() ? "{}" : known->second,
                       {{"Content-Type", "application/json"}});
  }

  HttpAnswer ask_page(Role role, const std::string& method, const std::string& pattern, Relation relation) {
    auto& browser = browsers_.at(role);
    const auto at = address(pattern, relation, role);
    if (method == "GET") return browser.open(at);
    if (takes_files(method, pattern)) return browser.send_form(at, {{"note", std::nullopt, "", "x"}});
    return browser.send(at, {});
  }

  [[nodiscard]] Practice& practice() { return practice_; }
  [[nodiscard]] std::string origin() const { return browsers_.begin()->second.origin(); }

 private:
  [[nodiscard]] const std::string& name_of(Relation relation) { return cases_.at(relation).parts.at("case"); }

  void add_to_programme(Relation relation, const std::string& body) {
    const auto at = "/v1/programmes/" + programmes_.at(relation).parts.at("programme");
    const auto added = practice_.coordinator.post(at + "/entries", body);
    INFO(added.body);
    REQUIRE(added.status == 201);
  }

  Furnished furnish_programme() {
    auto& caller = practice_.coordinator;
    const auto opened =
        caller.post("/v1/programmes", R"({"programmeOpened":{"sort":"MULTI_AGENCY_AUDIT","title":"Invented"}})");
    INFO(opened.body);
    REQUIRE(opened.status == 201);
    Furnished made;
    const auto id = opened.text("/programme");
    made.parts = {{"programme", id}, {"clock", "action"}, {"kind", "noteAdded"}, {"version", "1"}};
    const auto at = "/v1/programmes/" + id;
    const auto agreed = caller.post(at + "/entries", R"({"actionAgreed":{"owner":"POLICE","dueOn":"2026-09-01"}})");
    REQUIRE(agreed.status == 201);
    made.parts["entry"] = agreed.text("/entry");
    const auto link =
        caller.post(at + "/returnLinks",
                    fmt::format(R"({{"request":"{}","agency":"police","contact":"b-jones","expiresOn":"2026-02-01"}})",
                                made.parts["entry"]));
    INFO(link.body);
    REQUIRE(link.status == 201);
    made.parts["link"] = link.text("/link");
    REQUIRE(caller.post(at + "/entries", product).status == 201);
    made.parts["product"] = "product-1";
    for (const auto* agency : {"", "police"}) {
      const auto form = reviewd::write_multipart("invented", {{"title", std::nullopt, "", "Draft"},
                                                              {"agency", std::nullopt, "", agency},
                                                              {"file", "draft.pdf", "", "%PDF-1.7\nInvented."}});
      const auto filed = caller.post(at + "/documents", form, {{"Content-Type", form_type}});
      INFO(filed.body);
      REQUIRE(filed.status == 201);
    }
    made.parts["document"] = "document-1";
    return made;
  }

  Furnished furnish() {
    auto& caller = practice_.coordinator;
    Furnished made;
    const auto id = practice_.notified_case();
    made.parts = {{"case", id},     {"clock", "notify-panel"}, {"kind", "noteAdded"},  {"circulation", "circulation-1"},
                  {"version", "1"}, {"agency", "police"},      {"contact", "b-jones"}, {"setting", "quorum"},
                  {"year", "2026"}, {"embargo", "embargo-1"}};
    practice_.add(id,
                  R"({"embargoPlaced":{"covers":["IDENTIFYING_FACTS"],"reviewOn":"2026-09-01","reason":"Invented."}})");
    const auto asked = practice_.add(id, R"({"agencyReturnRequested":{"agencies":["police"],"type":"SCOPING"}})");
    made.parts["entry"] = made.parts["request"] = asked.at("entry").as_string().c_str();
    practice_.add(
        id,
        R"({"circulationStarted":{"circulation":"circulation-1","question":"Which review?","agencies":["police"],"respondBy":"2026-01-20"}})");
    const auto link =
        caller.post("/v1/cases/" + id + "/returnLinks",
                    fmt::format(R"({{"request":"{}","agency":"police","contact":"b-jones","expiresOn":"2026-02-01"}})",
                                made.parts["entry"]));
    INFO(link.body);
    REQUIRE(link.status == 201);
    made.parts["link"] = link.text("/link");
    for (const auto* agency : {"", "police"}) {
      const auto form = reviewd::write_multipart("invented", {{"title", std::nullopt, "", "Draft"},
                                                              {"agency", std::nullopt, "", agency},
                                                              {"file", "draft.pdf", "", "%PDF-1.7\nInvented."}});
      const auto filed = caller.post("/v1/cases/" + id + "/documents", form, {{"Content-Type", form_type}});
      INFO(filed.body);
      REQUIRE(filed.status == 201);
    }
    made.parts["document"] = "document-1";
    made.parts["letter"] = "notification";
    practice_.add(id, decided("LCSPR"));
    practice_.add(id, R"({"reviewCommissioned":{"review":"review-1","reviewers":["reviewer-oak"]}})");
    made.parts["review"] = "review-1";
    practice_.add(id, product);
    made.parts["product"] = "product-1";
    return made;
  }

  Practice practice_;
  std::map<Relation, Furnished> cases_;
  std::map<Relation, Furnished> programmes_;
  std::map<Role, HttpCaller> tokens_;
  std::map<Role, Browser> browsers_;
};

bool of_a_record(const std::string& pattern) {
  return of_a_programme(pattern) || pattern.find("{case}") != std::string::npos;
}
bool is_refused(int status) { return status == 401 || status == 403; }
bool is_not_there(int status) { return status == 404; }

/// The word of the table for what came back: once, or for a stranger, a member and somebody excluded.
std::string word_of(const std::vector<int>& statuses) {
  if (statuses.size() == 1) return is_refused(statuses[0]) ? "-" : "yes";
  const auto [stranger, member, excluded] = std::tie(statuses[0], statuses[1], statuses[2]);
  if (is_not_there(stranger) && is_not_there(member) && is_not_there(excluded)) return "none";
  // Of a hidden case nobody is told that they may not: it is not there.
  if (is_refused(member) && (is_refused(stranger) || is_not_there(stranger)) &&
      (is_refused(excluded) || is_not_there(excluded)))
    return "-";
  if (stranger == member && member == excluded && !is_refused(member) && !is_not_there(member)) return "any";
  if (!is_refused(member) && !is_not_there(member) && is_not_there(excluded)) {
    if (is_not_there(stranger)) return "own";
    if (!is_refused(stranger)) return "every";
  }
  return fmt::format("{}", fmt::join(statuses, "/"));
}

struct Split {
  explicit Split(const std::string& route)
      : method(route.substr(0, route.find(' '))), pattern(route.substr(method.size() + 1)) {
    for (const auto& one : reviewd::endpoints()) {
      if (one.method == method && one.pattern == pattern) endpoint = &one;
    }
  }
  std::string method;
  std::string pattern;
  const reviewd::Endpoint* endpoint = nullptr;  ///< null for a page
};

TEST_CASE("Every route has a row in the table of routes and roles, and every row a route", "[service]") {
  const auto routes = routes_of_service();
  std::set<std::string> listed;
  for (const auto& [route, row] : route_table()) listed.insert(route);
  CHECK(listed == std::set<std::string>(routes.begin(), routes.end()));
}

TEST_CASE("Whoever is not signed in gets only where the table says so", "[service]") {
  World world;
  auto nobody = world.practice().daemon.caller();
  for (const auto& [route, row] : route_table()) {
    const Split split(route);
    INFO(route);
    const auto at = world.address(split.pattern, Relation::member);
    const bool file = takes_files(split.method, split.pattern);
    const HttpFields fields{{"Content-Type", file ? form_type : "application/x-www-form-urlencoded"},
                            {"Origin", world.origin()},
                            {"Sec-Fetch-Site", "same-origin"}};
    const auto body = file ? reviewd::write_multipart("invented", {{"note", std::nullopt, "", "x"}}) : "";
    const auto answer = split.method == "GET" ? nobody.get(at) : nobody.send(split.method, at, body, fields);
    const bool asked_who = answer.status == 401 || answer.header("Location").starts_with("/sign-in");
    if (row.anybody == "-") CHECK(asked_who);
    if (row.anybody == "yes") CHECK((!asked_who && answer.status < 500));
  }
}

TEST_CASE("Every role gets where the table of routes says, and nowhere else", "[service]") {
  World world;
  std::ofstream found(test::build_folder() + "/routes-found.tsv");
  for (const auto& [route, row] : route_table()) {
    const Split split(route);
    found << route;
    for (const auto& [role, word] : row.of) {
      if (word == "self") continue;
      std::vector<int> statuses;
      for (const auto relation : relations) {
        const auto answer = split.endpoint != nullptr ? world.ask_api(role, *split.endpoint, relation)
                                                      : world.ask_page(role, split.method, split.pattern, relation);
        statuses.push_back(answer.status);
        if (!of_a_record(split.pattern)) break;
      }
      const auto seen = word_of(statuses);
      found << '\t' << role_name(role) << '=' << seen << '(' << fmt::format("{}", fmt::join(statuses, "/")) << ')';
      INFO(route << " for " << role_name(role) << ": " << fmt::format("{}", fmt::join(statuses, ", ")));
      CHECK(seen == word);
    }
    found << '\n';
  }
}

}  // namespace
}  // namespace review::service_test
