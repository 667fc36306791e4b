#pragma once

#include "libreview/figures/figure_question.hpp"
#include "libreview/figures/figure_table.hpp"

namespace review {

/// The tables of the yearly report; what each counts, its note in `figures.toml` says.

/// How the clock of the rule was kept, by local authority.
[[nodiscard]] FigureTable timeliness_figures(const FigureQuestion& asked, const FigureTableRule& rule);
[[nodiscard]] FigureTable day_number_figures(const FigureQuestion& asked, const FigureTableRule& rule);
[[nodiscard]] FigureTable decision_figures(const FigureQuestion& asked, const FigureTableRule& rule);
[[nodiscard]] FigureTable panel_answer_figures(const FigureQuestion& asked, const FigureTableRule& rule);
[[nodiscard]] FigureTable review_figures(const FigureQuestion& asked, const FigureTableRule& rule);
[[nodiscard]] FigureTable review_kind_figures(const FigureQuestion& asked, const FigureTableRule& rule);
[[nodiscard]] FigureTable held_figures(const FigureQuestion& asked, const FigureTableRule& rule);
[[nodiscard]] FigureTable route_figures(const FigureQuestion& asked, const FigureTableRule& rule);
[[nodiscard]] FigureTable directed_figures(const FigureQuestion& asked, const FigureTableRule& rule);
[[nodiscard]] FigureTable spotlight_figures(const FigureQuestion& asked, const FigureTableRule& rule);
[[nodiscard]] FigureTable joint_response_figures(const FigureQuestion& asked, const FigureTableRule& rule);
[[nodiscard]] FigureTable children_age_figures(const FigureQuestion& asked, const FigureTableRule& rule);
[[nodiscard]] FigureTable children_sex_figures(const FigureQuestion& asked, const FigureTableRule& rule);
[[nodiscard]] FigureTable children_ethnicity_figures(const FigureQuestion& asked, const FigureTableRule& rule);
[[nodiscard]] FigureTable children_disability_figures(const FigureQuestion& asked, const FigureTableRule& rule);
[[nodiscard]] FigureTable children_in_care_figures(const FigureQuestion& asked, const FigureTableRule& rule);
[[nodiscard]] FigureTable children_plan_figures(const FigureQuestion& asked, const FigureTableRule& rule);
[[nodiscard]] FigureTable children_harm_figures(const FigureQuestion& asked, const FigureTableRule& rule);
[[nodiscard]] FigureTable theme_figures(const FigureQuestion& asked, const FigureTableRule& rule);
[[nodiscard]] FigureTable action_figures(const FigureQuestion& asked, const FigureTableRule& rule);
[[nodiscard]] FigureTable repeat_figures(const FigureQuestion& asked, const FigureTableRule& rule);
[[nodiscard]] FigureTable theme_source_figures(const FigureQuestion& asked, const FigureTableRule& rule);
[[nodiscard]] FigureTable impact_figures(const FigureQuestion& asked, const FigureTableRule& rule);
[[nodiscard]] FigureTable changed_figures(const FigureQuestion& asked, const FigureTableRule& rule);
[[nodiscard]] FigureTable recommendation_figures(const FigureQuestion& asked, const FigureTableRule& rule);
[[nodiscard]] FigureTable family_figures(const FigureQuestion& asked, const FigureTableRule& rule);
[[nodiscard]] FigureTable family_report_figures(const FigureQuestion& asked, const FigureTableRule& rule);
[[nodiscard]] FigureTable irregularity_figures(const FigureQuestion& asked, const FigureTableRule& rule);
[[nodiscard]] FigureTable correction_figures(const FigureQuestion& asked, const FigureTableRule& rule);

}  // namespace review
