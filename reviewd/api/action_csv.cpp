#include "libreview/vocabulary/names.hpp"
#include "reviewd/api/action_endpoints.hpp"

namespace reviewd {
namespace {

namespace v1 = review::v1;

/// A column: what the schema calls it, what people call it, what stands in it.
struct ActionColumn {
  std::string name;
  std::string label;
  std::string (*value)(const ListedAction&);
};

const std::vector<ActionColumn>& columns() {
  using One = const ListedAction&;
  static const std::vector<ActionColumn> all = {
      {"case", "Case", [](One one) { return one.case_id; }},
      {"action", "Action", [](One one) { return one.action.action(); }},
      {"what", "What is to be done", [](One one) { return one.what; }},
      {"owner", "Owner", [](One one) { return one.action.owner(); }},
      {"person", "Person", [](One one) { return one.action.person(); }},
      {"kind", "Kind", [](One one) { return review::short_name_of(one.action.kind(), v1::ActionKind_descriptor()); }},
      {"dueOn", "Due on", [](One one) { return one.action.due_on(); }},
      {"overdue", "Overdue", [](One one) { return std::string(one.overdue ? "yes" : "no"); }},
      {"progress", "How it stands",
       [](One one) { return review::short_name_of(one.action.progress(), v1::Progress_descriptor()); }},
      {"reached", "How far it has reached",
       [](One one) { return review::short_name_of(one.action.reached(), v1::Reached_descriptor()); }},
      {"timesMoved", "Times its date moved later", [](One one) { return std::to_string(one.action.times_moved()); }},
      {"completeSince", "Complete since", [](One one) { return one.action.complete_since(); }},
      {"updatedOn", "Updated on", [](One one) { return one.action.updated_on(); }},
      {"monitoredBy", "Watched over by", [](One one) { return one.action.monitored_by(); }},
      {"measure", "How to know that it made a difference", [](One one) { return one.measure; }},
      {"update", "Last update", [](One one) { return one.update; }}};
  return all;
}

}  // namespace

CsvLines action_heads() {
  CsvLines heads(2);
  for (const auto& column : columns()) {
    heads[0].push_back(column.name);
    heads[1].push_back(column.label);
  }
  return heads;
}

std::vector<std::string> action_line(const ListedAction& listed) {
  std::vector<std::string> line;
  for (const auto& column : columns()) line.push_back(column.value(listed));
  return line;
}

}  // namespace reviewd
