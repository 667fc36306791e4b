#include "libreview/figures/figure_pack.hpp"

#include <map>
#include <stdexcept>

#include "libreview/figures/figure_tables.hpp"

namespace review {
namespace {

using Make = FigureTable (*)(const FigureQuestion&, const FigureTableRule&);

/// What tables without a clock count, by their id.
const std::map<std::string, Make, std::less<>>& makers() {
  static const std::map<std::string, Make, std::less<>> all = {{"rapid-review-days", day_number_figures},
                                                               {"decisions", decision_figures},
                                                               {"panel-answers", panel_answer_figures},
                                                               {"reviews", review_figures},
                                                               {"review-kinds", review_kind_figures},
                                                               {"held", held_figures},
                                                               {"routes", route_figures},
                                                               {"directed", directed_figures},
                                                               {"spotlight", spotlight_figures},
                                                               {"joint-agency-responses", joint_response_figures},
                                                               {"children-age", children_age_figures},
                                                               {"children-sex", children_sex_figures},
                                                               {"children-ethnicity", children_ethnicity_figures},
                                                               {"children-disability", children_disability_figures},
                                                               {"children-looked-after", children_in_care_figures},
                                                               {"children-plan", children_plan_figures},
                                                               {"children-harm", children_harm_figures},
                                                               {"themes", theme_figures},
                                                               {"repeats", repeat_figures},
                                                               {"theme-sources", theme_source_figures},
                                                               {"recommendations", recommendation_figures},
                                                               {"actions", action_figures},
                                                               {"impact", impact_figures},
                                                               {"changed", changed_figures},
                                                               {"families", family_figures},
                                                               {"families-shown", family_report_figures},
                                                               {"irregularities", irregularity_figures},
                                                               {"corrections", correction_figures}};
  return all;
}

}  // namespace

std::vector<FigureTable> figure_pack(const FigureQuestion& asked) {
  std::vector<FigureTable> pack;
  for (const auto& rule : asked.law.figures().tables) {
    if (!rule.clock.empty()) {
      pack.push_back(timeliness_figures(asked, rule));
      continue;
    }
    const auto maker = makers().find(rule.id);
    if (maker == makers().end()) throw std::logic_error("figures.toml: nothing says what " + rule.id + " counts");
    pack.push_back(maker->second(asked, rule));
  }
  return pack;
}

}  // namespace review
