#include "tests/access/model.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

#include "tests/support/places.hpp"

namespace review::access_test {
namespace {

/// The short names of roles in the tables.
const std::map<std::string, std::string> short_names = {
    {"coordinator", "co"}, {"chair", "ch"},          {"panel-member", "pm"},           {"reviewer", "rv"},
    {"scrutineer", "sc"},  {"agency-contact", "ac"}, {"information-governance", "ig"}, {"reader", "rd"},
    {"script", "sp"},      {"administrator", "ad"}};

std::set<std::string> words_of(const std::string& text) {
  std::istringstream in(text);
  std::set<std::string> words;
  for (std::string word; in >> word;) words.insert(word);
  return words;
}

bool has(const Asking& who, const std::string& roles) { return words_of(roles).contains(short_names.at(who.role)); }

bool in_scope(const Asking& who, const std::string& scope) { return who.scopes.empty() || who.scopes.contains(scope); }

/// Who reads and records a kind of entry; what is not said is not allowed. `own`: of the own agency or person.
struct KindRule {
  std::string reads;         ///< everything of the kind
  std::string reads_shared;  ///< of no agency, of the own, and of those that shared their summary
  std::string reads_own;
  std::string records;
  std::string records_own;
};

const std::string all_but_contacts = "co ch pm rv sc ig rd sp";

const std::map<std::string, KindRule>& kind_rules() {
  static const std::map<std::string, KindRule> rules = {
      {"incidentLogged", {all_but_contacts, "", "", "co sp", ""}},
      {"panelNotified", {all_but_contacts, "", "", "co sp", ""}},
      {"noteAdded", {all_but_contacts, "", "", "co ch rv ig sp", ""}},
      {"memberAdded", {all_but_contacts, "", "", "co ch", ""}},
      {"memberRemoved", {all_but_contacts, "", "", "co ch ig", ""}},
      {"conflictDeclared", {all_but_contacts, "", "", "co ch ig", "pm rv sc"}},
      {"meetingArranged", {all_but_contacts, "", "", "co ch sp", ""}},
      {"meetingHeld", {all_but_contacts, "", "", "co ch sp", ""}},
      {"positionRecorded", {all_but_contacts, "", "", "co ch sp", "pm"}},
      {"agencyReturnRequested", {all_but_contacts, "", "ac", "co sp", ""}},
      {"agencyReturnReceived", {"co ig rd sp", "ch pm rv sc", "ac", "co sp", "ac"}},
      {"chronologyReceived", {all_but_contacts, "", "ac", "co rv sp", ""}},
      {"agencyReturnShared", {all_but_contacts, "", "", "co ch sp", ""}},
      {"documentFiled", {"co ig rd sp", "ch pm rv sc", "ac", "co ch rv sp", "ac"}},
      {"caseSealed", {all_but_contacts, "", "", "co ch ig", ""}},
      {"notificationDecided", {all_but_contacts, "", "", "co ch", ""}}};
  return rules;
}

bool belongs_on(const ToldMember& one, const std::string& person, const std::string& day) {
  return one.person == person && one.from <= day && (one.until.empty() || day <= one.until);
}

bool speaks_for(const Asking& who, const ToldCase& of, const std::string& agency, const std::string& day) {
  if (agency.empty()) return false;
  if (agency == who.agency) return true;
  return std::any_of(of.members.begin(), of.members.end(),
                     [&](const ToldMember& one) { return belongs_on(one, who.person, day) && one.agency == agency; });
}

bool speaks_for_any(const Asking& who, const ToldCase& of, const ToldEntry& entry, const std::string& day) {
  return std::any_of(entry.agencies.begin(), entry.agencies.end(),
                     [&](const std::string& agency) { return speaks_for(who, of, agency, day); });
}

/// The newest word on the person's conflict by what it is about: a meeting's item, or the whole case where that is
/// empty. What is said about one takes back nothing that was said about another.
std::map<std::string, std::string> words_on(const ToldCase& of, const std::string& person) {
  std::map<std::string, std::string> newest;
  for (const auto& one : of.conflicts) {
    if (one.person == person) newest[one.meeting] = one.managed;
  }
  return newest;
}

bool left_the_item(const ToldCase& of, const std::string& person, const ToldEntry& entry) {
  static const std::set<std::string> of_items = {"meetingHeld", "positionRecorded", "documentFiled"};
  if (!of_items.contains(entry.kind)) return false;
  if (entry.kind == "documentFiled" && entry.meeting.empty()) return false;
  const auto words = words_on(of, person);
  for (const auto& about : {std::string(), entry.meeting}) {
    const auto found = words.find(about);
    if (found != words.end() && (found->second == "LEAVES_ITEM" || found->second == "EXCLUDED")) return true;
  }
  return false;
}

bool sees_without_opening(const Asking& who, const ToldCase& of, const std::string& day) {
  if (of.sealed) return of.list.contains(who.person);
  if (has(who, "co ch sc ig rd sp")) return true;
  return std::any_of(of.members.begin(), of.members.end(),
                     [&](const ToldMember& one) { return belongs_on(one, who.person, day); });
}

}  // namespace

const std::vector<RouteRule>& route_rules() {
  static const std::vector<RouteRule> all = [] {
    std::ifstream in(test::source_folder() + "/tests/access/asks.tsv");
    std::vector<RouteRule> rules;
    for (std::string line; std::getline(in, line);) {
      if (line.empty() || line.front() == '#' || line.starts_with("method\t")) continue;
      std::vector<std::string> cells;
      std::istringstream row(line);
      for (std::string cell; std::getline(row, cell, '\t');) cells.push_back(cell);
      if (cells.size() != 5) throw std::runtime_error("a row of five cells: " + line);
      auto roles = words_of(cells[4]);
      if (roles.contains("all")) {
        for (const auto& [name, brief] : short_names) roles.insert(brief);
      }
      rules.push_back({cells[0], cells[1], cells[2], cells[3] == "-" ? std::set<std::string>() : words_of(cells[3]),
                       std::move(roles)});
    }
    return rules;
  }();
  return all;
}

const RouteRule& route_rule(std::string_view method, std::string_view pattern) {
  for (const auto& one : route_rules()) {
    if (one.method == method && one.pattern == pattern) return one;
  }
  throw std::runtime_error("no row for " + std::string(method) + " " + std::string(pattern));
}

bool is_kept_out(const ToldCase& of, const std::string& person) {
  const auto words = words_on(of, person);
  return std::any_of(words.begin(), words.end(), [](const auto& one) { return one.second == "EXCLUDED"; });
}

bool ought_to_see(const Asking& who, const ToldCase& of, const std::string& day) {
  if (who.dead || who.role == "administrator" || !in_scope(who, "read-cases")) return false;
  if (who.cases && !who.cases->contains(of.reference)) return false;
  if (is_kept_out(of, who.person)) return false;
  // A token that may not open a case in an emergency does not use what its person opened.
  return (who.opened.contains(of.reference) && in_scope(who, "break-glass")) || sees_without_opening(who, of, day);
}

bool ought_to_read(const Asking& who, const ToldCase& of, const ToldEntry& entry, const std::string& day) {
  if (left_the_item(of, who.person, entry)) return false;
  const auto& rule = kind_rules().at(entry.kind);
  if (has(who, rule.reads)) return true;
  const bool own = speaks_for_any(who, of, entry, day);
  if (has(who, rule.reads_shared)) {
    return own || entry.agencies.empty() || of.shared.contains(entry.agencies.front());
  }
  return has(who, rule.reads_own) && (own || entry.person == who.person);
}

bool ought_to_record(const Asking& who, const ToldCase& of, const ToldEntry& entry, const std::string& day) {
  if (!in_scope(who, "record")) return false;
  if (!sees_without_opening(who, of, day)) return false;
  const auto& rule = kind_rules().at(entry.kind);
  if (entry.kind == "notificationDecided" && !in_scope(who, "decide")) return false;
  if (has(who, rule.records)) return true;
  if (!has(who, rule.records_own)) return false;
  const bool of_others = (!entry.person.empty() && entry.person != who.person) ||
                         std::any_of(entry.agencies.begin(), entry.agencies.end(),
                                     [&](const std::string& agency) { return !speaks_for(who, of, agency, day); });
  return !of_others && (!entry.person.empty() || !entry.agencies.empty());
}

bool ought_to_know_date(const Asking& who, const ToldCase& of, const std::string& clock, const std::string& day) {
  if (who.role != "agency-contact") return true;
  const std::string returns = "agency-return:";
  if (!clock.starts_with(returns)) return false;
  // A second request to the same agency has a number behind it: `agency-return:police:2`.
  const auto subject = clock.substr(returns.size());
  return speaks_for(who, of, subject.substr(0, subject.find(':')), day);
}

int ought_to_answer(const Asking& who, const RouteRule& route, const ToldCase* of, const std::string& day) {
  if (who.dead) return 401;
  if (route.about == "entry") {
    if (who.role == "administrator" || !in_scope(who, "read-cases")) return 403;
    if (of == nullptr || !ought_to_see(who, *of, day)) return 404;
  }
  const bool in_a_scope = route.scopes.empty() || who.scopes.empty() ||
                          std::any_of(route.scopes.begin(), route.scopes.end(),
                                      [&](const std::string& scope) { return who.scopes.contains(scope); });
  if (!in_a_scope || !route.roles.contains(short_names.at(who.role))) return 403;
  if (route.about == "case" || route.about == "links" || route.about == "hand") {
    if (!in_scope(who, "read-cases")) return 403;
    if (of == nullptr || !ought_to_see(who, *of, day)) return 404;
    if (route.about == "links" && !in_scope(who, "record")) return 403;
    if (route.about == "hand" && !sees_without_opening(who, *of, day)) return 403;
  }
  if (route.about == "reads" && who.role != "information-governance") {
    if (!in_scope(who, "read-cases")) return 403;
    if (of == nullptr || !ought_to_see(who, *of, day)) return 404;
  }
  return 200;
}

}  // namespace review::access_test
