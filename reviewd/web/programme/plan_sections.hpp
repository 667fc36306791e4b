#pragma once

#include <boost/json/value.hpp>
#include <string>
#include <vector>

#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/programme/plan_view.hpp"

/// The parts of the page of an improvement plan.
namespace reviewd {

/// What moved since the board last looked; nothing where it never did.
[[nodiscard]] Section plan_moves_of(const PlanStory& story);
[[nodiscard]] Section plan_late_of(const PlanStory& story);
/// Open objectives of which nothing was said since the board last looked.
[[nodiscard]] Section plan_out_of_date_of(const PlanStory& story);
/// A part for each theme.
[[nodiscard]] std::vector<Section> plan_objectives_of(const PlanStory& story);
/// The findings and recommendations of other cases and programmes that objectives follow from, with the way to each
/// record; nothing where there are none that the reader sees.
[[nodiscard]] Section plan_sources_of(const PlanStory& story);
[[nodiscard]] Section plan_risks_of(const PlanStory& story);
/// Everything that was said of how objectives stand.
[[nodiscard]] Section plan_history_of(const PlanStory& story);

/// What a theme of the API is called.
[[nodiscard]] std::string plan_theme_words(const boost::json::value& theme);

}  // namespace reviewd
