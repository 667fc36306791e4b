#include "reviewd/api/behind_json.hpp"

#include "libreview/vocabulary/kinds.hpp"

namespace reviewd {

boost::json::object behind_json(Call& call, const review::Behind& behind) {
  boost::json::object out{{"case", behind.case_id}};
  if (!behind.of.empty()) out["of"] = behind.of;
  if (behind.entry.empty()) return out;
  out["entry"] = behind.entry;
  for (const auto& entry : call.desk().entries_that_count(behind.case_id)) {
    if (entry.entry() != behind.entry) continue;
    const auto* kind = review::kind_of(entry);
    if (kind != nullptr) out["kind"] = kind->json;
    if (!entry.occurred_on().empty()) out["occurredOn"] = entry.occurred_on();
  }
  return out;
}

std::string figure_title(const review::FigureTable& table, review::FigurePlace place) {
  return table.title + ": " + table.rows[place.row].title + ", " + table.columns[place.column].title;
}

}  // namespace reviewd
