#include "reviewd/web/figures/recommendation_view.hpp"

#include <boost/json/array.hpp>
#include <utility>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/figures/evidence_sections.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/record_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

Section made_section(const json::value& evidence, const std::map<std::string, std::string>& titles) {
  Section section;
  const auto reference = text_in(evidence, "case");
  if (const auto text = text_in(evidence, "text"); !text.empty())
    section.facts.emplace_back("What is recommended", text);
  section.facts.emplace_back("Made on", day_words(text_in(evidence, "madeOn")));
  section.links.push_back({"The update that made it",
                           record_address(reference) + "/entries/" + percent_encoded(text_in(evidence, "entry"))});
  for (const auto& theme : list_in(evidence, "themes")) {
    const std::string id(theme.as_string());
    const auto title = titles.find(id);
    section.links.push_back({"Theme: " + (title == titles.end() ? name_words(id) : title->second),
                             "/learning/themes/" + percent_encoded(id)});
  }
  return section;
}

std::string when_words(const json::value& finding) {
  const auto until = text_in(finding, "foundUntil");
  const auto on = short_day_words(text_in(finding, "foundOn"));
  return until.empty() ? on : on + " to " + short_day_words(until);
}

std::string done_words(const json::value& finding) {
  const auto done = text_in(finding, "done");
  if (done == "BEFORE") return "Before the first action was done";
  if (done == "AFTER") return "After an action was done";
  return done == "UNCLEAR" ? "Cannot be told" : "No action is done yet";
}

Section later_section(const json::value& evidence) {
  Section section{.heading = "What was found since, under the same themes"};
  if (list_in(evidence, "themes").empty()) {
    section.paragraphs = {
        "The recommendation has no theme, and none of the findings that it follows from has one. So "
        "nothing can be set beside it."};
    return section;
  }
  section.table = {
      "Later findings under the same themes", {"What was found", "Found by", "When", "Beside the actions"}, {}};
  for (const auto& one : list_in(evidence, "later")) {
    const auto found = text_in(one, "found");
    const auto source = text_in(one, "source");
    section.table.rows.push_back(
        {{found.empty() ? name_words(text_in(one, "finding")) : found,
          record_address(text_in(one, "case")) + "/entries/" + percent_encoded(text_in(one, "entry"))},
         {source.empty() ? "Not said" : choice_words("AssuranceSource", source)},
         {when_words(one)},
         {done_words(one)}});
  }
  if (section.table.rows.empty()) section.paragraphs = {"Nothing is on record that was found under them since."};
  return section;
}

}  // namespace

PlainPage recommendation_page_of(const json::value& evidence, const Register& known,
                                 const std::map<std::string, std::string>& titles) {
  const auto reference = text_in(evidence, "case");
  PlainPage page{.title = "What is different now?",
                 .caption = "Recommendation of " + record_word(reference) + " " + reference,
                 .back = "/recommendations",
                 .back_words = "Back to the recommendations"};
  page.sections.push_back(made_section(evidence, titles));
  page.sections.push_back(impact_section(list_in(evidence, "actions"), known));
  page.sections.push_back(later_section(evidence));
  page.sections.push_back(bearings_section(
      list_in(evidence, "bearings"),
      list_in(evidence, "findings").empty()
          ? "The recommendation names no finding that it follows from, so nothing can confirm or contradict one."
          : "No finding is on record that confirms or contradicts what it follows from."));
  for (auto& section : question_sections(list_in(evidence, "questions"), "What practitioners answered",
                                         "No survey question is on record that asks about it."))
    page.sections.push_back(std::move(section));
  return page;
}

}  // namespace reviewd
