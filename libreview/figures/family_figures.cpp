#include "libreview/figures/build_table.hpp"
#include "libreview/figures/figure_tables.hpp"

namespace review {

FigureTable family_figures(const FigureQuestion& asked, const FigureTableRule& rule) {
  auto table = empty_table(rule,
                           {{"contacted", "Families contacted"},
                            {"offered", "Offered something"},
                            {"answered", "Their answer is recorded"},
                            {"shown", "Shown the report"}},
                           {{std::string(all_lines), "Cases"}});
  for (const auto& one : asked.cases) {
    for (const auto& entry : one.entries) {
      if (!entry.has_family_contacted() || !asked.period.has(entry.occurred_on()) ||
          !is_by(entry.occurred_on(), asked.end()))
        continue;
      const auto& contact = entry.family_contacted();
      const Behind of_case{one.file.case_()};
      count_in(table, "contacted", all_lines, of_case);
      if (!contact.offer().empty()) count_in(table, "offered", all_lines, of_case);
      if (!contact.response().empty()) count_in(table, "answered", all_lines, of_case);
      if (contact.shown()) count_in(table, "shown", all_lines, of_case);
    }
  }
  return table;
}

}  // namespace review
