#include "reviewd/web/programme/plan_view.hpp"

#include <fmt/format.h>

#include <array>
#include <boost/json/array.hpp>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/programme/plan_sections.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/record_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

std::string address_of(const PlanStory& story) { return record_address(text_in(story.programme, "programme")); }

/// On the day of a round, what is compared with is the round before it.
std::string looked_at_words(const PlanStory& story) {
  if (const auto last = text_in(story.plan, "lastRoundOn"); !last.empty()) {
    return fmt::format("It was last looked at on {}, by {}. What moved is compared with how it stood then.",
                       day_words(last), story.known.agency(text_in(story.plan, "lastRoundBy")));
  }
  const auto today = text_in(story.plan, "roundTodayBy");
  if (today.empty()) return "No board has looked at it before, so nothing can be compared with last time.";
  return fmt::format("This is the first look at it, by {}, so nothing can be compared with last time.",
                     story.known.agency(today));
}

Section head_of(const PlanStory& story) {
  if (text_in(story.programme, "sort") != "IMPROVEMENT_PLAN")
    return {.paragraphs = {"This programme is no improvement plan, so it has no objectives and no risks."}};
  Section section{.paragraphs = {"As the plan stands on " + day_words(text_in(story.plan, "asOf")) + "."}};
  section.paragraphs.push_back(looked_at_words(story));
  return section;
}

/// What is counted, and what a count of none means: nothing to worry about, or nothing known.
Section counts_of(const PlanStory& story) {
  constexpr std::array<std::pair<const char*, const char*>, 10> lines{
      {{"all", "Objectives"},
       {"red", "Red: off track"},
       {"amber", "Amber: at risk"},
       {"green", "Green: on track"},
       {"complete", "Complete"},
       {"notKnown", "Not known"},
       {"unsaid", "Nothing said yet"},
       {"late", "Late"},
       {"outOfDate", "Not updated since the last round"},
       {"moved", "Moved since the last round"}}};
  Section section{.heading = "How the objectives stand"};
  const json::value counts = object_in(story.plan, "counts");
  for (const auto& [key, label] : lines) section.facts.emplace_back(label, std::to_string(number_in(counts, key)));
  return section;
}

Section themes_of(const PlanStory& story) {
  Section section{
      .heading = "By theme",
      .table = {"How many objectives of each theme stand how",
                {"Theme", "Objectives", "Red", "Amber", "Green", "Complete", "Not known", "Nothing said yet", "Late"},
                {}}};
  for (const auto& theme : list_in(story.plan, "themes")) {
    const json::value counts = object_in(theme, "counts");
    const auto number = [&](const char* key) { return Cell{std::to_string(number_in(counts, key))}; };
    section.table.rows.push_back({{plan_theme_words(theme)},
                                  number("all"),
                                  number("red"),
                                  number("amber"),
                                  number("green"),
                                  number("complete"),
                                  number("notKnown"),
                                  number("unsaid"),
                                  number("late")});
  }
  if (section.table.rows.empty()) section.paragraphs = {"The plan has no themes yet."};
  return section;
}

Section next_of(const PlanStory& story) {
  const auto address = address_of(story);
  Section section{.heading = "What to do next"};
  section.links.push_back({"Download the objectives as a spreadsheet (CSV)", address + "/plan.csv"});
  if (!story.may_record) return section;
  constexpr std::array<std::pair<const char*, const char*>, 8> deeds{
      {{"planObjectiveUpdated", "Say how an objective stands"},
       {"planRoundHeld", "Record that the board looked at the plan"},
       {"planObjectiveSet", "Set an objective"},
       {"planThemeNamed", "Name a theme of the plan"},
       {"actionAgreed", "Agree a delivery action"},
       {"planActionsTied", "Tie delivery actions to an objective"},
       {"planRiskRaised", "Raise a risk"},
       {"planRiskUpdated", "Update a risk"}}};
  for (const auto& [kind, words] : deeds) section.links.push_back({words, address + "/add/" + kind});
  return section;
}

}  // namespace

PlainPage plan_page_of(const PlanStory& story) {
  const auto reference = text_in(story.programme, "programme");
  const auto title = text_in(story.programme, "title");
  PlainPage page{.title = title.empty() ? "Improvement plan" : title,
                 .caption = record_caption(reference) + ": as its board sees it",
                 .back = record_address(reference),
                 .back_words = "Back to the programme",
                 .contents = true};
  page.sections = {head_of(story),       counts_of(story),    themes_of(story),
                   plan_moves_of(story), plan_late_of(story), plan_out_of_date_of(story)};
  for (auto& section : plan_objectives_of(story)) page.sections.push_back(std::move(section));
  page.sections.push_back(plan_sources_of(story));
  page.sections.push_back(plan_risks_of(story));
  page.sections.push_back(plan_history_of(story));
  page.sections.push_back(next_of(story));
  return page;
}

std::string objective_status_words(const std::string& status) {
  return status.empty() ? "Nothing said yet" : choice_words("ObjectiveStatus", status);
}

}  // namespace reviewd
