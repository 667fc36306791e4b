#include <algorithm>

#include "libreview/figures/build_table.hpp"
#include "libreview/figures/choice_rows.hpp"
#include "libreview/figures/counted_children.hpp"
#include "libreview/figures/figure_tables.hpp"

namespace review {
namespace {

constexpr const char* unknown = "not-recorded";

std::string age_row(const CountedChild& child, const FigureRules& rules) {
  if (child.file->unborn()) return "unborn";
  const bool in_weeks = child.file->has_age_weeks() && !child.file->has_age_years();
  if (!in_weeks && !child.file->has_age_years()) return unknown;
  const int years = in_weeks ? 0 : child.file->age_years();
  for (const auto& band : rules.ages) {
    if (band.below == 0 || years < band.below) return band.id;
  }
  return unknown;
}

std::string ethnicity_row(const CountedChild& child, const FigureRules& rules) {
  for (const auto& group : rules.ethnicity) {
    if (std::ranges::find(group.codes, child.said.ethnicity()) != group.codes.end()) return group.id;
  }
  return unknown;
}

std::string disability_row(const CountedChild& child, const FigureRules& rules) {
  const auto& codes = child.said.disability();
  if (codes.empty()) return unknown;
  const auto is_none = [&](const std::string& code) {
    return std::ranges::find(rules.no_disability, code) != rules.no_disability.end();
  };
  return std::ranges::all_of(codes, is_none) ? "not-disabled" : "disabled";
}

}  // namespace

FigureTable children_age_figures(const FigureQuestion& asked, const FigureTableRule& rule) {
  const auto& rules = asked.law.figures();
  std::vector<FigureLine> rows{{"unborn", "Unborn"}};
  for (const auto& band : rules.ages) rows.push_back({band.id, band.title});
  return table_of_children(asked, rule, std::move(rows),
                           [&](const CountedChild& child) { return age_row(child, rules); });
}

FigureTable children_sex_figures(const FigureQuestion& asked, const FigureTableRule& rule) {
  return table_of_children(asked, rule, choice_rows(*v1::Sex_descriptor()), [](const CountedChild& child) {
    return choice_row(*v1::Sex_descriptor(), child.said.sex());
  });
}

FigureTable children_ethnicity_figures(const FigureQuestion& asked, const FigureTableRule& rule) {
  const auto& rules = asked.law.figures();
  std::vector<FigureLine> rows;
  for (const auto& group : rules.ethnicity) rows.push_back({group.id, group.title});
  return table_of_children(asked, rule, std::move(rows),
                           [&](const CountedChild& child) { return ethnicity_row(child, rules); });
}

FigureTable children_disability_figures(const FigureQuestion& asked, const FigureTableRule& rule) {
  const auto& rules = asked.law.figures();
  return table_of_children(asked, rule, {{"disabled", "Disabled"}, {"not-disabled", "No disability"}},
                           [&](const CountedChild& child) { return disability_row(child, rules); });
}

FigureTable children_in_care_figures(const FigureQuestion& asked, const FigureTableRule& rule) {
  return table_of_children(asked, rule,
                           {{"looked-after", "In care"}, {"care-leaver", "Care leaver"}, {"neither", "Not in care"}},
                           [](const CountedChild& child) -> std::string {
                             if (child.file->looked_after()) return "looked-after";
                             if (child.file->care_leaver()) return "care-leaver";
                             return child.file->has_looked_after() ? "neither" : unknown;
                           });
}

FigureTable children_plan_figures(const FigureQuestion& asked, const FigureTableRule& rule) {
  return table_of_children(asked, rule, choice_rows(*v1::Plan_descriptor()), [](const CountedChild& child) {
    return choice_row(*v1::Plan_descriptor(), child.file->plan());
  });
}

FigureTable children_harm_figures(const FigureQuestion& asked, const FigureTableRule& rule) {
  return table_of_children(asked, rule, choice_rows(*v1::Harm_descriptor()),
                           [](const CountedChild& child) { return choice_row(*v1::Harm_descriptor(), child.harm); });
}

}  // namespace review
