#include "tests/access/asked.hpp"

#include <fmt/format.h>

#include <map>

#include "reviewd/http/multipart.hpp"
#include "tests/access/hidden_case.hpp"

namespace review::access_test {
namespace {

/// Puts what there is not in the place that begins there: a reference of the right sort.
void put_nothing(std::string& address, std::size_t at) {
  const auto size = address.find('}', at) + 1 - at;
  address.replace(at, size, address.compare(at, size, "{programme}") == 0 ? "p99-0001" : "none");
}

void put(std::string& address, const std::string& part, const std::string& name) {
  if (const auto at = address.find(part); at != std::string::npos) address.replace(at, part.size(), name);
}

/// An entry to preview, and how the model knows it.
struct Wished {
  std::string body;
  ToldEntry entry;
};

Wished any_wish(RandomWorld& world, const Asking& who) {
  const auto& agency = world.one_of(RandomWorld::agencies());
  const auto person = world.roll(2) == 0 ? who.person : std::string("somebody-else");
  switch (world.roll(6)) {
    case 0:
      return {service_test::note, {"", "noteAdded"}};
    case 1:
      return {fmt::format(R"({{"agencyReturnReceived":{{"agency":"{}"}}}})", agency),
              {"", "agencyReturnReceived", {agency}}};
    case 2:
      return {fmt::format(R"({{"conflictDeclared":{{"person":"{}","managed":"STAYS_DECLARED"}}}})", person),
              {"", "conflictDeclared", {}, person}};
    case 3:
      return {
          fmt::format(R"({{"positionRecorded":{{"agency":"{}","person":"{}","recommends":"LCSPR"}}}})", agency, person),
          {"", "positionRecorded", {agency}, person}};
    case 4:
      return {service_test::notify, {"", "notificationDecided"}};
    default:
      return {fmt::format(R"({{"memberAdded":{{"person":"{}","role":"PANEL_MEMBER"}}}})", person),
              {"", "memberAdded", {}, person}};
  }
}

const ToldEntry* any_entry(RandomWorld& world, const ToldCase& of, bool document) {
  std::vector<const ToldEntry*> fit;
  for (const auto& entry : of.entries) {
    if (!document || !entry.document.empty()) fit.push_back(&entry);
  }
  return fit.empty() ? nullptr : world.one_of(fit);
}

std::string any_clock(RandomWorld& world) {
  const int which = world.roll(4);
  if (which < 2) return which == 0 ? "notify-panel" : "rapid-review";
  return "agency-return:" + world.one_of(RandomWorld::agencies());
}

/// The parts of an address besides the case; what the model says of them.
void fill(Asked& asked, RandomWorld& world, const Asking& who) {
  const auto& of = asked.of;
  const auto missing = [&] {
    if (asked.ought == 200) asked.ought = 404;
  };
  auto& address = asked.address;
  if (address.find("{entry}") != std::string::npos) {
    const auto* entry = of == nullptr ? nullptr : any_entry(world, *of, false);
    put(address, "{entry}", entry == nullptr ? "none" : entry->id);
    if (entry == nullptr || !ought_to_read(who, *of, *entry, world.day())) missing();
  }
  if (address.find("{document}") != std::string::npos) {
    const auto* entry = of == nullptr ? nullptr : any_entry(world, *of, true);
    put(address, "{document}", entry == nullptr ? "none" : entry->document);
    put(address, "{version}", "1");
    if (entry == nullptr || !ought_to_read(who, *of, *entry, world.day())) missing();
  }
  if (address.find("{clock}") != std::string::npos) {
    const auto clock = any_clock(world);
    put(address, "{clock}", clock);
    const auto colon = clock.find(':');
    const bool is_there = of != nullptr && (colon == std::string::npos || of->asked.contains(clock.substr(colon + 1)));
    if (!is_there || !ought_to_know_date(who, *of, clock, world.day())) missing();
  }
  put(address, "{year}", "2026");
  for (auto at = address.find('{'); at != std::string::npos; at = address.find('{')) {
    put_nothing(address, at);
    missing();
  }
}

/// The cases that an answer names.
std::set<std::string> named_in(const RandomWorld& world, const std::string& body) {
  std::set<std::string> named;
  for (const auto& one : world.cases()) {
    if (body.find(one.reference) != std::string::npos) named.insert(one.reference);
  }
  return named;
}

std::set<std::string> seen_by(const RandomWorld& world, const Asking& who) {
  std::set<std::string> seen;
  for (const auto& one : world.cases()) {
    if (ought_to_see(who, one, world.day())) seen.insert(one.reference);
  }
  return seen;
}

/// What was opened in an emergency is named to who opened it, and to who looks at it afterwards, but for cases that
/// those are kept out of.
std::string fault_in_opened(const RandomWorld& world, const Asking& who, const std::string& body) {
  const bool looks_after =
      who.role == "information-governance" && (who.scopes.empty() || who.scopes.contains("review-break-glass"));
  for (const auto& one : world.cases()) {
    if (body.find(one.reference) == std::string::npos || who.opened.contains(one.reference)) continue;
    if (!looks_after || is_kept_out(one, who.person)) return "names the case " + one.reference;
  }
  return {};
}

std::string fault_in_entries(const RandomWorld& world, const Asking& who, const ToldCase& of,
                             const boost::json::value& answer) {
  std::vector<std::string> shown;
  for (const auto& entry : answer.at("entries").as_array()) shown.emplace_back(entry.at("entry").as_string());
  std::vector<std::string> ought;
  for (const auto& entry : of.entries) {
    if (ought_to_read(who, of, entry, world.day())) ought.push_back(entry.id);
  }
  return shown == ought ? "" : fmt::format("{} entries shown, {} ought to be", shown.size(), ought.size());
}

std::string fault_in_clocks(const RandomWorld& world, const Asking& who, const ToldCase& of,
                            const boost::json::value& answer) {
  for (const auto& clock : answer.at("clocks").as_array()) {
    const std::string name(clock.at("clock").as_string());
    if (!ought_to_know_date(who, of, name, world.day())) return "shows the date " + name;
  }
  return {};
}

std::string fault_in_case(const RandomWorld& world, const Asking& who, const ToldCase& of,
                          const boost::json::value& answer) {
  const bool brief = who.role == "agency-contact";
  if (answer.as_object().contains("harm") == brief) return "shows too much or too little";
  auto without = who;
  without.opened.clear();
  const bool by_opening = !ought_to_see(without, of, world.day());
  if (by_opening && !answer.at("nextEntries").as_array().empty()) return "offers to record what may only be read";
  return fault_in_clocks(world, who, of, answer);
}

/// The lists in which every case stands that somebody sees; in the others only such.
bool names_all(const RouteRule& route, const Asking& who) {
  if (route.method == "POST" && route.pattern == "/v1/cases") return false;
  static const std::set<std::string> whole = {"/v1/cases", "/v1/cases:csv", "/v1/overview"};
  static const std::set<std::string> of_others = {"/v1/cases/-/clocks:csv", "/v1/cases:search", "/v1/export"};
  return whole.contains(route.pattern) || (of_others.contains(route.pattern) && who.role != "agency-contact");
}

std::string fault_in_list(const RandomWorld& world, const Asking& who, const Asked& asked, const std::string& body) {
  if (asked.route.pattern == "/v1/glass") return fault_in_opened(world, who, body);
  const auto named = named_in(world, body);
  const auto seen = seen_by(world, who);
  for (const auto& one : named) {
    if (!seen.contains(one)) return "names the case " + one;
  }
  if (names_all(asked.route, who) && named != seen)
    return fmt::format("names {} cases of {}", named.size(), seen.size());
  return {};
}

const std::vector<RouteRule>& rules_about_cases() {
  static const std::vector<RouteRule> some = [] {
    auto rules = route_rules();
    std::erase_if(rules, [](const RouteRule& one) { return one.about == "-"; });
    return rules;
  }();
  return some;
}

}  // namespace

std::optional<Asked> any_request(RandomWorld& world, const Asking& who) {
  // Half of the questions are about a case: what is about none is mostly one answer for each role.
  const auto& routes = world.roll(2) == 0 ? rules_about_cases() : route_rules();
  const auto& route = world.one_of(routes);
  Asked asked{route, nullptr, route.pattern};
  std::string reference = "26-9999";
  if (world.roll(10) != 0) {
    asked.of = &world.one_of(world.cases());
    reference = asked.of->reference;
  }
  if (route.pattern.find("{case}") == std::string::npos) asked.of = nullptr;
  put(asked.address, "{case}", reference);
  asked.ought = ought_to_answer(who, route, asked.of, world.day());
  const bool opens = route.pattern == "/v1/cases" || route.pattern == "/v1/programmes";
  const bool validates = route.method == "POST" && (opens || route.about == "entry");
  const bool harmless = route.method == "GET" || validates || route.pattern == "/v1/cases:search";
  if (!harmless && asked.ought == 200) return std::nullopt;
  if (route.about == "entry" && route.method == "POST") {
    const auto wished = any_wish(world, who);
    // No programme is there to be asked about, and what only cases take is no question to one.
    asked.body = asked.of == nullptr ? R"({"noteAdded":{"text":"Invented."}})" : wished.body;
    if (asked.ought == 200 && !ought_to_record(who, *asked.of, wished.entry, world.day())) asked.ought = 403;
  } else if (validates) {
    asked.body = route.pattern == "/v1/cases"
                     ? service_test::incident
                     : R"({"programmeOpened":{"sort":"MULTI_AGENCY_AUDIT","title":"Invented"}})";
    if (asked.ought == 200 && (who.cases || (!who.scopes.empty() && !who.scopes.contains("read-cases"))))
      asked.ought = 403;
  } else if (route.pattern == "/v1/cases:search") {
    asked.body = R"({"words":"Quillfeather","pageSize":200})";
  } else if (route.method != "GET") {
    asked.body = "{}";
    if (route.pattern == "/v1/programmes/{programme}/returnLinks")
      asked.body = R"({"request":"invented","agency":"police","contact":"b-jones","expiresOn":"2026-12-31"})";
    if (route.pattern == "/v1/import") asked.content_type = "application/x-ndjson";
    const bool of_a_file = route.pattern == "/v1/past" || route.pattern == "/v1/cases/{case}/chronology" ||
                           route.pattern == "/v1/programmes/{programme}/documents";
    if (of_a_file) asked.content_type = "multipart/form-data; boundary=invented";
    for (const auto& one : about_cases()) {
      if (one.method != route.method || one.pattern != route.pattern || one.body.empty()) continue;
      asked.body = one.body;
      asked.content_type = one.content_type;
    }
  }
  if (route.method == "GET") fill(asked, world, who);
  // What is to be written stands at no address of its own.
  for (auto at = asked.address.find('{'); at != std::string::npos; at = asked.address.find('{')) {
    put_nothing(asked.address, at);
  }
  if (validates) asked.address += "?validateOnly=true";
  static const std::set<std::string> paged = {"/v1/cases", "/v1/cases/-/clocks", "/v1/cases/{case}/entries"};
  if (route.method == "GET" && paged.contains(route.pattern)) asked.address += "?pageSize=200";
  return asked;
}

std::string fault_in(const RandomWorld& world, const Asking& who, const Asked& asked, const test::HttpAnswer& answer) {
  const bool refused = answer.status == 401 || answer.status == 403 || answer.status == 404;
  if (asked.ought != 200) {
    return answer.status == asked.ought ? "" : fmt::format("{} ought to be {}", answer.status, asked.ought);
  }
  if (refused || answer.status == 0 || answer.status >= 500) {
    return fmt::format("{} ought to be allowed", answer.status);
  }
  if (asked.route.about == "-" && answer.status == 200) return fault_in_list(world, who, asked, answer.body);
  if (asked.route.method != "GET" || answer.status != 200) return {};
  const auto& pattern = asked.route.pattern;
  if (pattern == "/v1/cases/{case}") return fault_in_case(world, who, *asked.of, answer.json());
  if (pattern == "/v1/cases/{case}/entries") return fault_in_entries(world, who, *asked.of, answer.json());
  if (pattern == "/v1/cases/{case}/clocks") return fault_in_clocks(world, who, *asked.of, answer.json());
  return {};
}

}  // namespace review::access_test
