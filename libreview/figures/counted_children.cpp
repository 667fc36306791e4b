#include "libreview/figures/counted_children.hpp"

#include <algorithm>
#include <map>

#include "libreview/figures/build_table.hpp"
#include "libreview/figures/route_of.hpp"
#include "libreview/record/circumstances.hpp"

namespace review {
namespace {

using Children = google::protobuf::RepeatedPtrField<v1::Child>;

/// The children that an entry says something of.
const Children& children_in(const v1::Entry& entry) {
  static const Children none;
  if (entry.has_incident_logged()) return entry.incident_logged().children();
  if (entry.has_learning_referred()) return entry.learning_referred().children();
  if (entry.has_case_brought_in()) return entry.case_brought_in().children();
  if (entry.has_circumstances_changed()) return entry.circumstances_changed().children();
  return none;
}

/// What the entries say of each child; what is said later counts.
std::map<std::string, v1::Child> said_of_children(const CountedCase& one) {
  std::map<std::string, v1::Child> said;
  for (const auto& entry : one.entries) {
    for (const auto& child : children_in(entry)) {
      auto& known = said[child.child()];
      if (!child.disability().empty()) known.clear_disability();
      known.MergeFrom(child);
    }
  }
  return said;
}

}  // namespace

std::vector<CountedChild> counted_children(const FigureQuestion& asked) {
  std::vector<CountedChild> children;
  for (const auto& one : asked.cases) {
    const auto route = route_of(one, asked);
    if (route != "notified" && route != "directed") continue;
    const auto said = said_of_children(one);
    const bool some_named = std::ranges::any_of(one.file.children(), &v1::ChildFile::notified);
    for (const auto& child : one.file.children()) {
      if (route == "notified" && some_named && !child.notified()) continue;
      auto behind = behind_route(one, route);
      behind.of = child.child();
      const auto found = said.find(child.child());
      children.push_back({std::move(behind), route, &child, found == said.end() ? v1::Child() : found->second,
                          harm_of(one.file, child)});
    }
  }
  return children;
}

FigureTable table_of_children(const FigureQuestion& asked, const FigureTableRule& rule, std::vector<FigureLine> rows,
                              const std::function<std::string(const CountedChild&)>& row_of) {
  if (std::ranges::find(rows, "not-recorded", &FigureLine::id) == rows.end())
    rows.push_back({"not-recorded", "Not recorded"});
  auto table = empty_table(rule, std::move(rows), {{"notified", "Notified"}, {"directed", "Directed"}});
  for (const auto& child : counted_children(asked)) count_in(table, row_of(child), child.route, child.behind);
  add_row_of_all(table);
  add_column_of_all(table, "All children");
  for (std::size_t column = 0; column < table.columns.size(); ++column)
    table.figures.back()[column].shared = "children/" + table.columns[column].id;
  return table;
}

}  // namespace review
