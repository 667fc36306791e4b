#include "reviewd/api/case_query.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <functional>
#include <set>

#include "libreview/vocabulary/names.hpp"
#include "review/v1/intake.pb.h"
#include "reviewd/http/ascii.hpp"
#include "reviewd/http/percent.hpp"

namespace reviewd {
namespace {

using review::Date;

/// The column of a sort that can be asked for; empty for any other.
std::string column_of(const std::string& sort) {
  constexpr std::string_view ending = "-desc";
  const auto column = sort.ends_with(ending) ? sort.substr(0, sort.size() - ending.size()) : sort;
  const auto& all = case_sorts();
  return std::find(all.begin(), all.end(), column) == all.end() ? std::string() : column;
}

struct Parameter {
  std::string_view name;
  std::string_view says;
  std::function<bool(CaseQuery&, const std::string&)> take;
};

bool take_text(std::string& into, const std::string& value, bool fits) {
  if (fits) into = value;
  return fits;
}

bool take_day(std::optional<Date>& into, const std::string& value) {
  into = day_as_typed(value);
  return into.has_value();
}

const std::vector<Parameter>& table() {
  static const std::vector<Parameter> rows = {
      {"stage", "Choose a stage from the list.",
       [](CaseQuery& query, const std::string& value) {
         return take_text(query.stage, value, review::find_value(*review::v1::Stage_descriptor(), value) != nullptr);
       }},
      {"authority", "Choose a local authority from the list.",
       [](CaseQuery& query, const std::string& value) {
         return take_text(query.authority, value, review::is_reference(value));
       }},
      {"agency", "Choose an agency from the list.",
       [](CaseQuery& query, const std::string& value) {
         return take_text(query.agency, value, review::is_body(value));
       }},
      {"due", "Choose which dates to look for from the list.",
       [](CaseQuery& query, const std::string& value) {
         return take_text(query.due, value, value == "late" || value == "soon" || value == "none");
       }},
      {"held", "Choose whether to show only what is held.",
       [](CaseQuery& query, const std::string& value) { return query.held = value == "yes"; }},
      {"from", "“Opened on or after” must be a real date, such as 17/3/2026.",
       [](CaseQuery& query, const std::string& value) { return take_day(query.from, value); }},
      {"until", "“Opened on or before” must be a real date, such as 17/3/2026.",
       [](CaseQuery& query, const std::string& value) { return take_day(query.until, value); }},
      {"sort", "The list cannot be sorted by that.",
       [](CaseQuery& query, const std::string& value) {
         return take_text(query.sort, value, !column_of(value).empty());
       }},
      {"page", "", [](CaseQuery& query, const std::string& value) { return take_text(query.page, value, true); }}};
  return rows;
}

}  // namespace

std::optional<review::Date> day_as_typed(const std::string& typed) {
  const std::string text(trimmed(typed));
  if (auto day = review::Date::parse(text)) return *day;
  int parts[3] = {};
  std::size_t at = 0;
  for (int i = 0; i < 3; ++i) {
    const auto end = i < 2 ? text.find('/', at) : text.size();
    if (end == std::string::npos || end == at || end - at > 4) return std::nullopt;
    const auto [stop, error] = std::from_chars(text.data() + at, text.data() + end, parts[i]);
    if (error != std::errc() || stop != text.data() + end) return std::nullopt;
    at = end + 1;
  }
  if (auto day = review::Date::parse(fmt::format("{:04}-{:02}-{:02}", parts[2], parts[1], parts[0]))) return *day;
  return std::nullopt;
}

bool CaseQuery::narrows() const {
  return !stage.empty() || !authority.empty() || !agency.empty() || !due.empty() || held || from || until;
}

const std::vector<std::string>& case_sorts() {
  static const std::vector<std::string> all{"case", "openedOn", "nextDueOn"};
  return all;
}

CaseQuery read_case_query(const NameValues& parameters, std::vector<review::Violation>& violations) {
  CaseQuery query;
  std::set<std::string_view> given;
  for (const auto& [name, value] : parameters) {
    const auto& rows = table();
    const auto row =
        std::find_if(rows.begin(), rows.end(), [&, &asked = name](const auto& one) { return one.name == asked; });
    if (row == rows.end()) {
      violations.push_back({"", "The list of cases cannot be narrowed by that."});
    } else if (!given.insert(row->name).second) {
      violations.push_back({fmt::format("/{}", row->name), "This is given twice."});
    } else if (!value.empty() && !row->take(query, value)) {
      violations.push_back({fmt::format("/{}", row->name), std::string(row->says)});
    }
  }
  if (query.from && query.until && *query.until < *query.from) {
    violations.push_back({"/until", "Opened until must be the same as or after opened from."});
  }
  return query;
}

std::string address_query(const CaseQuery& query) {
  std::string text;
  const auto add = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) text += fmt::format("{}{}={}", text.empty() ? "" : "&", name, percent_encoded(value));
  };
  add("stage", query.stage);
  add("authority", query.authority);
  add("agency", query.agency);
  add("due", query.due);
  add("held", query.held ? "yes" : "");
  add("from", query.from ? query.from->iso() : "");
  add("until", query.until ? query.until->iso() : "");
  add("sort", query.sort);
  add("page", query.page);
  return text;
}

std::string api_filter(const CaseQuery& query, Date today, Date soon) {
  std::string terms;
  const auto add = [&](const std::string& term) { terms += (terms.empty() ? "" : " AND ") + term; };
  if (!query.stage.empty()) add(fmt::format("stage=\"{}\"", query.stage));
  if (!query.authority.empty()) add(fmt::format("localAuthority=\"{}\"", query.authority));
  if (!query.agency.empty()) add(fmt::format("agency=\"{}\"", query.agency));
  if (query.due == "late") add(fmt::format("nextDueOn<\"{}\"", today.iso()));
  if (query.due == "soon") add(fmt::format("nextDueOn<=\"{}\"", soon.iso()));
  if (query.due == "none") add(fmt::format("nextDueOn>\"{}\"", review::last_day));
  if (query.held) add("held=true");
  if (query.from) add(fmt::format("openedOn>=\"{}\"", query.from->iso()));
  if (query.until) add(fmt::format("openedOn<=\"{}\"", query.until->iso()));
  return terms;
}

std::string api_order(const CaseQuery& query) {
  const auto column = column_of(query.sort);
  if (column.empty()) return {};
  return query.sort.ends_with("-desc") ? column + " desc" : column;
}

}  // namespace reviewd
