#include <fmt/format.h>

#include <algorithm>

#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/list_options.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

/// What an option narrows the list by.
struct Narrows {
  const char* option;
  const char* condition;
};
constexpr Narrows narrowing[] = {
    {"theme", "theme="}, {"source", "source="}, {"case", "case="}, {"from", "foundOn>="}, {"until", "foundOn<="}};

/// `tabletop-review` or `TABLETOP_REVIEW`, as the filter writes it.
std::string as_choice(std::string word) {
  std::transform(word.begin(), word.end(), word.begin(), [](char c) {
    return c == '-' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return word;
}

Outcome<std::string> filter_of(const Arguments& arguments) {
  std::string filter;
  for (const auto& [option, condition] : narrowing) {
    auto value = arguments.text(option);
    if (value.empty()) continue;
    if (value.find('"') != std::string::npos) return misused(fmt::format("--{} has no quotation marks.", option));
    if (std::string_view(option) == "source") value = as_choice(std::move(value));
    filter += fmt::format("{}{}\"{}\"", filter.empty() ? "" : " AND ", condition, value);
  }
  return filter;
}

std::string themes_of(const boost::json::object& finding) {
  std::string all;
  for (const auto& one : list_of(finding, "themes")) all += (all.empty() ? "" : " ") + std::string(one.as_string());
  return all;
}

/// `confirms 26-0002/finding-3-1`: what it bears on.
std::string bearings_of(const boost::json::object& finding) {
  std::string all;
  for (const auto* one : objects_of(finding, "bearsOn")) {
    all += fmt::format("{}{} {}/{}", all.empty() ? "" : "; ", in_plain(text_of(*one, "bearing")), reference_in(*one),
                       text_of(*one, "finding"));
  }
  return all;
}

Outcome<ExitCode> run_findings(Call& call) {
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  const auto filter = filter_of(call.arguments);
  if (!filter) return stop(filter.error());
  auto wish = list_wish(call.arguments, "/v1/findings", "findings");
  if (!wish) return stop(wish.error());
  wish->filter = *filter;
  auto findings = ask_list(**service, *wish);
  if (!findings) return stop(findings.error());
  Table table{{{"CASE", "case"},
               {"FINDING", "finding"},
               {"FOUND", "foundOn"},
               {"SOURCE", "source"},
               {"THEMES", "themes"},
               {"BEARS ON", "bearsOn"},
               {"WHAT WAS FOUND", "found"}}};
  for (const auto& value : *findings) {
    const auto& finding = value.get_object();
    const auto source = text_of(finding, "source");
    table.rows.push_back({reference_in(finding),
                          text_of(finding, "finding"),
                          text_of(finding, "foundOn"),
                          {in_plain(source), source},
                          themes_of(finding),
                          bearings_of(finding),
                          text_of(finding, "found")});
  }
  call.output.list({"findings", std::move(*findings), std::move(table), "Nothing was found that is so."});
  return ExitCode::done;
}

}  // namespace

Verb findings() {
  return {
      .noun = "findings",
      .verb = "",
      .summary = "Lists what was learned over all cases, newest first",
      .reach = Reach::server,
      .lists = true,
      .options = {{"theme", "THEME", "Only under this theme; law show --output json lists them"},
                  {"source", "SOURCE", "Only what this found: rapid-review, tabletop-review, multi-agency-audit"},
                  {"case", "CASE", "Only of this case"},
                  {"from", "DAY", "Only what was found on this day or later"},
                  {"until", "DAY", "Only what was found on this day or earlier"},
                  {"limit", "N", "At most so many"}},
      .examples = {{"What audits say of a theme", "findings --theme information-sharing --source multi-agency-audit"},
                   {"A year of learning for a spreadsheet",
                    "findings --from 2025-04-01 --until 2026-03-31 --output csv"}},
      .run = run_findings};
}

}  // namespace reviewctl
