#include "reviewd/web/programme/plan_sections.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <utility>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/record_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

std::string entry_address(const PlanStory& story, const std::string& entry) {
  if (entry.empty()) return {};
  return record_address(text_in(story.programme, "programme")) + "/entries/" + percent_encoded(entry);
}

std::string words_or_name(const json::value& one, const char* name) {
  const auto what = text_in(one, "what");
  return what.empty() ? name_words(text_in(one, name)) : what;
}

/// An objective by its words, which lead to the entry that set it.
Cell objective_cell(const PlanStory& story, const json::value& objective) {
  return {words_or_name(objective, "objective"), entry_address(story, text_in(objective, "entry"))};
}

std::string standing_of(const json::value& objective) {
  auto words = objective_status_words(text_in(objective, "status"));
  const auto on = text_in(objective, "statusOn");
  if (!on.empty()) words += ", said on " + day_words(on);
  if (flag_in(objective, "outOfDate")) words += on.empty() ? "" : ", before the last round";
  return words;
}

std::string due_of(const json::value& objective) {
  auto words = day_words(text_in(objective, "dueOn"));
  if (flag_in(objective, "late")) words += ", late";
  if (const int times = number_in(objective, "timesMoved"); times > 0)
    words += fmt::format(", moved later {}", times == 1 ? "once" : fmt::format("{} times", times));
  return words;
}

/// `Finding seen-late, recommendation-1`; nothing where the source names nothing on record.
std::string found_in_source(const json::value& source) {
  std::string all;
  for (const auto* name : {"finding", "recommendation"}) {
    if (const auto object = text_in(source, name); !object.empty())
      all += (all.empty() ? "" : ", ") + name_words(object);
  }
  return all;
}

std::string source_of(const json::value& objective) {
  std::string all;
  for (const auto& one : list_in(objective, "alignedTo")) {
    auto words = choice_words("AssuranceSource", text_in(one, "source"));
    const auto add = [&](const char* before, const std::string& more) { words += more.empty() ? "" : before + more; };
    add(": ", text_in(one, "part"));
    add(", ", found_in_source(one));
    if (const auto of = text_in(one, "ofCase"); !of.empty()) words += fmt::format(" of {} {}", record_word(of), of);
    all += (all.empty() ? "" : "; ") + words;
  }
  return all;
}

std::string deliveries_of(const PlanStory& story, const json::value& objective) {
  std::string all;
  for (const auto& one : list_in(objective, "actions")) {
    const auto progress = text_in(one, "progress");
    all += fmt::format("{}{} ({}, due {}, {})", all.empty() ? "" : "; ", words_or_name(one, "action"),
                       story.known.agency(text_in(one, "owner")), day_words(text_in(one, "dueOn")),
                       flag_in(one, "complete") ? "complete"
                       : progress.empty()       ? "nothing said yet"
                                                : choice_words("Progress", progress));
  }
  return all.empty() ? "None tied to it yet" : all;
}

/// The objectives for which `holds`, in a table of their own.
template <class Holds>
Section table_of(const PlanStory& story, std::string heading, std::string caption, std::string none, Holds holds) {
  Section section{.heading = std::move(heading),
                  .table = {std::move(caption), {"Objective", "Owner", "Due", "How it stands"}, {}}};
  for (const auto& one : list_in(story.plan, "objectives")) {
    if (!holds(one)) continue;
    section.table.rows.push_back(
        {objective_cell(story, one), {story.known.agency(text_in(one, "owner"))}, {due_of(one)}, {standing_of(one)}});
  }
  if (section.table.rows.empty()) section.paragraphs = {std::move(none)};
  return section;
}

}  // namespace

std::string plan_theme_words(const json::value& theme) {
  const auto title = text_in(theme, "title");
  return title.empty() ? name_words(text_in(theme, "planTheme")) : title;
}

Section plan_moves_of(const PlanStory& story) {
  if (text_in(story.plan, "lastRoundOn").empty()) return {};
  Section section{
      .heading = "What moved since last time",
      .table = {"Objectives that moved", {"Objective", "How it moved", "Then", "Now", "What happened"}, {}}};
  for (const auto& one : list_in(story.plan, "objectives")) {
    const auto moved = text_in(one, "moved");
    if (moved.empty()) continue;
    section.table.rows.push_back({objective_cell(story, one),
                                  {choice_words("ObjectiveMove", moved)},
                                  {objective_status_words(text_in(one, "before"))},
                                  {standing_of(one)},
                                  {text_in(one, "update")}});
  }
  if (section.table.rows.empty()) section.paragraphs = {"No objective moved."};
  return section;
}

Section plan_late_of(const PlanStory& story) {
  return table_of(story, "Late", "Objectives that are late", "No objective is late.",
                  [](const json::value& one) { return flag_in(one, "late"); });
}

Section plan_out_of_date_of(const PlanStory& story) {
  if (text_in(story.plan, "lastRoundOn").empty()) return {};
  return table_of(story, "Not updated since the last round", "Objectives of which nothing new was said",
                  "Everything that is open was updated since.",
                  [](const json::value& one) { return flag_in(one, "outOfDate"); });
}

std::vector<Section> plan_objectives_of(const PlanStory& story) {
  std::vector<Section> all;
  for (const auto& theme : list_in(story.plan, "themes")) {
    const auto words = plan_theme_words(theme);
    Section section{.heading = words,
                    .table = {"Objectives of the theme " + words,
                              {"Objective", "What it follows from", "Owner", "Due", "How it stands", "What happened",
                               "Delivery actions"},
                              {}}};
    for (const auto& one : list_in(story.plan, "objectives")) {
      if (text_in(one, "planTheme") != text_in(theme, "planTheme")) continue;
      section.table.rows.push_back({objective_cell(story, one),
                                    {source_of(one)},
                                    {story.known.agency(text_in(one, "owner"))},
                                    {due_of(one)},
                                    {standing_of(one)},
                                    {text_in(one, "update")},
                                    {deliveries_of(story, one)}});
    }
    if (section.table.rows.empty()) section.paragraphs = {"This theme has no objectives yet."};
    all.push_back(std::move(section));
  }
  return all;
}

Section plan_sources_of(const PlanStory& story) {
  Section section{.heading = "What objectives follow from in other records",
                  .table = {"Objectives with the case or programme that they follow from",
                            {"Objective", "Where it comes from", "What was found or recommended", "Case or programme"},
                            {}}};
  for (const auto& one : list_in(story.plan, "objectives")) {
    for (const auto& source : list_in(one, "alignedTo")) {
      const auto of = text_in(source, "ofCase");
      if (of.empty()) continue;
      const auto found = found_in_source(source);
      section.table.rows.push_back({objective_cell(story, one),
                                    {choice_words("AssuranceSource", text_in(source, "source"))},
                                    {found.empty() ? "Nothing named" : found},
                                    {record_caption(of), record_address(of)}});
    }
  }
  return section.table.rows.empty() ? Section{} : section;
}

Section plan_risks_of(const PlanStory& story) {
  Section section{
      .heading = "Risks to the plan",
      .table = {"Risks, open ones first",
                {"Risk", "How it stands", "Likelihood", "Impact", "Owner", "What is done about it", "Last update"},
                {}}};
  for (const auto& one : list_in(story.plan, "risks")) {
    const auto closed = text_in(one, "closedOn");
    const auto updated = text_in(one, "updatedOn");
    const auto mitigation = text_in(one, "mitigation");
    section.table.rows.push_back(
        {{words_or_name(one, "risk"), entry_address(story, text_in(one, "entry"))},
         {closed.empty() ? "Open" : "Closed on " + day_words(closed)},
         {choice_words("RiskLevel", text_in(one, "likelihood"))},
         {choice_words("RiskLevel", text_in(one, "impact"))},
         {story.known.agency(text_in(one, "owner"))},
         {mitigation.empty() ? "Nothing said" : mitigation},
         {updated.empty() ? "None" : fmt::format("{}: {}", day_words(updated), text_in(one, "update"))}});
  }
  if (section.table.rows.empty()) section.paragraphs = {"No risk was raised."};
  return section;
}

Section plan_history_of(const PlanStory& story) {
  Section section{
      .heading = "Status history",
      .table = {"What was said of each objective, oldest first", {"Objective", "When", "Status", "What happened"}, {}}};
  for (const auto& one : list_in(story.plan, "objectives")) {
    for (const auto& said : list_in(one, "history")) {
      section.table.rows.push_back({{words_or_name(one, "objective")},
                                    {day_words(text_in(said, "on")), entry_address(story, text_in(said, "entry"))},
                                    {objective_status_words(text_in(said, "status"))},
                                    {text_in(said, "update")}});
    }
  }
  if (section.table.rows.empty()) section.paragraphs = {"Nothing was said of any objective yet."};
  return section;
}

}  // namespace reviewd
