#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "tools/reviewctl/json_fields.hpp"
#include "tools/reviewctl/service_of.hpp"
#include "tools/reviewctl/verbs/figures_query.hpp"
#include "tools/reviewctl/verbs/verbs.hpp"

namespace reviewctl {
namespace {

namespace json = boost::json;

/// `12`; `c` where it is left out; with a star where it is left out of what is published.
std::string figure_words(const json::object& figure) {
  if (!figure.contains("value")) return "c";
  return std::to_string(number_of(figure, "value")) + (figure.contains("leftOut") ? "*" : "");
}

Table table_of(const json::object& one) {
  Table table{{{text_of(one, "title"), "row"}}};
  for (const auto* column : objects_of(one, "columns"))
    table.columns.push_back({text_of(*column, "title"), text_of(*column, "id")});
  for (const auto* row : objects_of(one, "rows")) {
    std::vector<Cell> cells{{text_of(*row, "title"), text_of(*row, "id")}};
    for (const auto* figure : objects_of(*row, "figures")) {
      const bool told = figure->contains("value");
      cells.push_back({figure_words(*figure), told ? std::to_string(number_of(*figure, "value")) : std::string("c")});
    }
    table.rows.push_back(std::move(cells));
  }
  return table;
}

void show_figures(Output& output, const json::object& one) {
  output.line(text_of(one, "note"));
  if (list_of(one, "rows").empty()) {
    output.line(text_of(one, "title") + ": nothing is recorded.");
  } else {
    output.table(table_of(one));
  }
  for (const auto* remark : objects_of(one, "remarks"))
    output.line(fmt::format("  {}: {}", text_of(*remark, "case"), text_of(*remark, "says")));
  output.line();
}

void show_all(Output& output, const json::object& figures) {
  output.line(fmt::format("Yearly report, {} to {}, as recorded by {}.", text_of(figures, "from"),
                          text_of(figures, "to"), text_of(figures, "asAt")));
  if (text_of(figures, "covers") == "OWN_CASES") output.line("It counts your own cases only.");
  output.line(is_true(figures, "published") ? "For publication: c is left out."
                                            : "Not for publication: a star marks what is left out when published.");
  output.line();
  for (const auto* one : objects_of(figures, "tables")) show_figures(output, *one);
}

Outcome<ExitCode> show_one(Call& call, const json::object& figures, const std::string& name) {
  const auto tables = objects_of(figures, "tables");
  const auto found = std::find_if(tables.begin(), tables.end(),
                                  [&](const json::object* one) { return text_of(*one, "table") == name; });
  if (found == tables.end()) {
    std::string known;
    for (const auto* one : tables) known += (known.empty() ? "" : ", ") + text_of(*one, "table");
    return misused(fmt::format("There is no table {}. There are {}.", name, known));
  }
  const auto& rows = list_of(**found, "rows");
  call.output.list({"rows", {rows.begin(), rows.end()}, table_of(**found), "Nothing is recorded."});
  return ExitCode::done;
}

Outcome<ExitCode> run_figures(Call& call) {
  const auto query = figures_query(call.arguments, "to");
  if (!query) return stop(query.error());
  const auto name = call.arguments.text("table");
  if (name.empty() && call.output.format() == Format::csv)
    return misused("A file has one table. Name it with --table, for example --table themes.");
  const auto service = service_of(call);
  if (!service) return stop(service.error());
  const auto figures = ask_json(**service, {"GET", "/v1/figures" + *query});
  if (!figures) return stop(figures.error());
  if (!name.empty()) return show_one(call, figures->get_object(), name);
  if (call.output.for_people()) {
    show_all(call.output, figures->get_object());
  } else {
    call.output.value(*figures);
  }
  return ExitCode::done;
}

}  // namespace

Verb figures() {
  auto options = figures_options("to");
  options.push_back({"table", "TABLE", "One table alone, for example themes"});
  return {.noun = "figures",
          .verb = "",
          .summary = "Shows the figures of the yearly report",
          .reach = Reach::server,
          .lists = true,
          .options = std::move(options),
          .examples = {{"A year", "figures --from 2025-04-01 --to 2026-03-31"},
                       {"One table for a spreadsheet", "figures --table actions --output csv"}},
          .run = run_figures};
}

}  // namespace reviewctl
