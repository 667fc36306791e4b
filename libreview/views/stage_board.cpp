#include "libreview/views/stage_board.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "libreview/views/sight_condition.hpp"
#include "libreview/views/views.hpp"
#include "libreview/vocabulary/names.hpp"

namespace review {

std::map<v1::Stage, StageCount> Views::stage_board(const Reader& reader, Date today) {
  const auto cases = cases_seen(reader, today, "view_cases");
  const auto clocks = clocks_seen(reader, today, "view_clocks");
  std::vector<std::string> bound{today.iso()};
  bound.insert(bound.end(), clocks.bound.begin(), clocks.bound.end());
  const auto sort = of_sort("case");
  bound.insert(bound.end(), sort.bound.begin(), sort.bound.end());
  bound.insert(bound.end(), cases.bound.begin(), cases.bound.end());
  return store_.reading([&] {
    // What is late is one set, made once for the statement: joined to the cases it would be walked for each of them.
    auto rows = store_.prepare(fmt::format(
        "SELECT stage, count(*), sum(record IN (SELECT record FROM view_clocks WHERE live = 1 AND due_on < ?"
        " AND {})) FROM view_cases WHERE stage <> 'CLOSED' AND {} AND {} GROUP BY stage",
        clocks.sql, sort.sql, cases.sql));
    rows.give_each(bound);
    std::map<v1::Stage, StageCount> board;
    while (rows.step()) {
      const auto* stage = find_value(*v1::Stage_descriptor(), rows.text(0));
      if (stage != nullptr) board[static_cast<v1::Stage>(stage->number())] = {rows.small(1), rows.small(2)};
    }
    return board;
  });
}

}  // namespace review
