#include <algorithm>
#include <set>

#include "libreview/figures/build_table.hpp"
#include "libreview/figures/clock_course.hpp"
#include "libreview/figures/figure_tables.hpp"
#include "libreview/figures/is_clock_of.hpp"

namespace review {
namespace {

constexpr std::string_view not_recorded = "not-recorded";

std::string authority_of(const CountedCase& one) {
  return one.file.local_authority().empty() ? std::string(not_recorded) : one.file.local_authority();
}

void remark(FigureTable& table, const Behind& about, const v1::Clock& clock, std::string_view row) {
  if (row != "late" && row != "overdue") return;
  const auto& reason = clock.lateness_reason();
  table.remarks.push_back(
      {about, reason.empty() ? clock.says() + " No reason is recorded." : clock.says() + " " + reason});
}

}  // namespace

FigureTable timeliness_figures(const FigureQuestion& asked, const FigureTableRule& rule) {
  struct Counted {
    const CountedCase* one;
    const v1::Clock* clock;
    ClockCourse course;
    std::string_view row;
    bool newest;
  };
  std::vector<Counted> counted;
  std::set<std::string> authorities;
  for (const auto& one : asked.cases) {
    for (const auto& clock : one.clocks) {
      if (!is_clock_of(clock.clock(), rule.clock)) continue;
      const auto all = courses_of(clock);
      for (std::size_t i = 0; i < all.size(); ++i) {
        const auto row = timeliness_row(all[i], asked);
        if (row.empty()) continue;
        counted.push_back({&one, &clock, all[i], row, i + 1 == all.size()});
        authorities.insert(authority_of(one));
      }
    }
  }
  std::vector<FigureLine> columns;
  for (const auto& authority : authorities)
    columns.push_back({authority, authority == not_recorded ? "Authority not recorded" : authority});
  if (columns.empty()) columns.push_back({std::string(not_recorded), "Authority not recorded"});
  auto table = empty_table(rule,
                           {{"in-time", "In timescale"},
                            {"late", "Late"},
                            {"overdue", "Not done, and out of timescale"},
                            {"not-due", "Not done, and not due yet"},
                            {"not-computed", "No date can be given"}},
                           columns);
  for (const auto& [one, clock, course, row, newest] : counted) {
    const Behind behind{one->file.case_(), course.started_by, clock->clock()};
    count_in(table, row, authority_of(*one), behind);
    if (newest) remark(table, behind, *clock, row);
  }
  add_row_of_all(table);
  if (table.columns.size() == 1) {
    table.columns.front() = {std::string(all_lines), "Number"};
  } else {
    add_column_of_all(table, "Number");
  }
  return table;
}

}  // namespace review
