#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "libreview/access/disclose.hpp"
#include "libreview/access/may_read.hpp"
#include "libreview/base/closest.hpp"
#include "libreview/base/refuse_at.hpp"
#include "libreview/registers/contacts.hpp"
#include "libreview/registers/people.hpp"
#include "libreview/views/sight_condition.hpp"
#include "libreview/views/views.hpp"
#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/record_name.hpp"

namespace review {
namespace {

/// A sentence names so many choices at most.
constexpr std::size_t most_named = 20;

/// Who asks, of what there is.
struct Asked {
  Store& store;
  Views& views;
  const RuleBook& law;
  const Reader& reader;
  Date today;
};

std::string bare(const std::string& value) { return bare_reference(value).value_or(value); }

/// `police, city-hospital`, and where the others stand.
std::string listed(const std::vector<std::string>& names, std::string_view all_of_them) {
  std::string all;
  for (std::size_t i = 0; i < names.size() && i < most_named; ++i) all += (all.empty() ? "" : ", ") + names[i];
  if (names.size() <= most_named) return all + ".";
  return fmt::format("{}, and {} more, which {} lists.", all, names.size() - most_named, all_of_them);
}

std::string choose(std::string_view fault, const std::vector<std::string>& names, std::string_view all_of_them) {
  if (names.empty()) return fmt::format("{} There is none yet.", fault);
  return fmt::format("{} Those that there are: {}", fault, listed(names, all_of_them));
}

/// A row of the table of clocks that the reader sees, with one of these values.
bool sees_clock(const Asked& asked, std::string_view column, const std::array<std::string, 2>& values) {
  auto seen = clocks_seen(asked.reader, asked.today, "view_clocks");
  seen.bound.insert(seen.bound.begin(), values.begin(), values.end());
  return asked.store.reading([&] {
    auto row = asked.store.prepare(
        fmt::format("SELECT 1 FROM view_clocks WHERE {} IN (?, ?) AND {} LIMIT 1", column, seen.sql));
    row.give_each(seen.bound);
    return row.step();
  });
}

bool is_registered(const Asked& asked, std::string_view agency) {
  const auto names = agency_names(asked.store);
  return std::ranges::find(names, agency) != names.end();
}

/// Each says what to do where there is no such thing; empty where there is one.
std::string no_case(const Asked& asked, const std::string& value) {
  if (sort_of(bare(value)).name == "case" && asked.views.sees(asked.reader, bare(value), asked.today)) return {};
  return review::no_case().says + " /v1/cases lists those that there are.";
}

std::string no_programme(const Asked& asked, const std::string& value) {
  if (sort_of(bare(value)).name == "programme" && asked.views.sees(asked.reader, bare(value), asked.today)) return {};
  return "There is no programme of this reference that you may see. /v1/programmes lists those that there are.";
}

std::string no_agency(const Asked& asked, const std::string& value) {
  if (value.empty()) return {};
  const auto spelt = spellings_of_body(bare(value));
  const auto own = spellings_of_body(asked.reader.agency);
  if (spelt.body == own.body || is_registered(asked, spelt.reference) ||
      sees_clock(asked, "agency", {spelt.reference, spelt.body})) {
    return {};
  }
  if (!reads_incidents(asked.reader.role)) return "There is no agency of this name of which you see anything.";
  auto names = agency_names(asked.store);
  for (auto& one : asked.views.values_of_cases(CaseValue::agency, asked.reader, asked.today)) {
    if (std::ranges::find(names, spellings_of_body(one).reference) == names.end()) names.push_back(std::move(one));
  }
  return choose("There is no agency of this name.", names, "/v1/agencies");
}

/// Nobody is named: who is asked for is known to whoever asks, or not.
std::string nobody(const Asked& asked, const std::string& value) {
  const auto person = bare(value);
  if (person == asked.reader.person || is_known_person(asked.store, person)) return {};
  auto seen = cases_seen(asked.reader, asked.today, "m");
  seen.bound.insert(seen.bound.begin(), person);
  const bool belongs = asked.store.reading([&] {
    auto row =
        asked.store.prepare(fmt::format("SELECT 1 FROM view_members m WHERE m.person = ? AND {} LIMIT 1", seen.sql));
    row.give_each(seen.bound);
    return row.step();
  });
  return belongs ? std::string() : "Nobody of this name is known here. A name is written like people/a-smith.";
}

std::string no_authority(const Asked& asked, const std::string& value) {
  if (value.empty()) return {};
  const auto names = asked.views.values_of_cases(CaseValue::local_authority, asked.reader, asked.today);
  if (std::ranges::find(names, bare(value)) != names.end()) return {};
  return choose("No case that you may see is of this local authority.", names, "/v1/cases:choices");
}

std::string no_clock_of_the_law(const Asked& asked, const std::string& name) {
  std::vector<std::string> alike;
  for (const auto& rule : asked.law.clocks()) {
    // Those that begin alike are what was meant, if any do.
    if (!name.empty() && rule.id.front() == name.front()) alike.push_back(rule.id);
  }
  if (alike.empty()) return "There is no clock of this name. /v1/law lists them.";
  return "There is no clock of this name. With the same first letter there are: " + listed(alike, "/v1/law");
}

std::string no_clock(const Asked& asked, const std::string& value) {
  const auto colon = value.find(':');
  const auto name = value.substr(0, colon);
  const auto* rule = asked.law.clock(name);
  if (rule == nullptr) return no_clock_of_the_law(asked, name);
  if (colon == std::string::npos) {
    if (!rule->always_suffixed) return {};
    return fmt::format("There is one {0} for each {1}. Ask for all of them with {0}:*, or write which after a colon.",
                       name, rule->per);
  }
  const auto subject = value.substr(colon + 1);
  if (subject == "*" || sees_clock(asked, "clock", {value, value})) return {};
  if (rule->per == "agency" && is_registered(asked, subject.substr(0, subject.find(':')))) return {};
  return fmt::format("There is no {0} with this ending in a case that you may see. Ask for all of them with {0}:*.",
                     name);
}

/// A theme of a list that is not there any more stays under what was put there.
bool is_used(const Asked& asked, const std::string& theme) {
  auto seen = cases_seen(asked.reader, asked.today, "t");
  seen.bound.insert(seen.bound.begin(), theme);
  return asked.store.reading([&] {
    auto row = asked.store.prepare(
        fmt::format("SELECT 1 FROM view_finding_themes t WHERE t.theme = ? AND {} LIMIT 1", seen.sql));
    row.give_each(seen.bound);
    return row.step();
  });
}

std::string no_theme(const Asked& asked, const std::string& value) {
  const auto theme = bare(value);
  if (asked.law.theme(theme) != nullptr || is_used(asked, theme)) return {};
  std::vector<std::string> names;
  for (const auto& list : asked.law.theme_lists()) {
    for (const auto& one : list.themes) names.push_back(one.id);
  }
  return fmt::format("There is no theme of this name.{} /v1/law lists them.", did_you_mean(theme, names));
}

struct Named {
  std::string_view field;
  std::string (*fault)(const Asked&, const std::string&);
};
/// A field has the same name in every list.
constexpr std::array<Named, 7> named{{{"case", no_case},
                                      {"programme", no_programme},
                                      {"agency", no_agency},
                                      {"person", nobody},
                                      {"localAuthority", no_authority},
                                      {"clock", no_clock},
                                      {"theme", no_theme}}};

}  // namespace

Result<void> Views::check_names(const std::vector<Term>& terms, const std::vector<std::string_view>& fields,
                                const RuleBook& law, const Reader& reader, Date today, std::string_view pointer) {
  const Asked asked{store_, *this, law, reader, today};
  for (const auto& term : terms) {
    const auto found = std::ranges::find(named, term.field, &Named::field);
    if (found == named.end() || std::ranges::find(fields, term.field) == fields.end()) continue;
    // What is before or after a name need not be one.
    if (term.op != "=" && term.op != "!=") continue;
    auto fault = found->fault(asked, term.value);
    if (!fault.empty()) return refuse_at(Code::not_a_choice, std::move(fault), std::string(pointer));
  }
  return {};
}

}  // namespace review
