#include "reviewd/web/figures/theme_view.hpp"

#include <boost/json/array.hpp>
#include <utility>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/figures/evidence_sections.hpp"
#include "reviewd/web/figures/figure_table_view.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/record_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

Section recommendations_of(const json::value& evidence) {
  Section section{.heading = "Recommendations"};
  for (const auto& one : list_in(evidence, "recommendations")) {
    const auto reference = text_in(one, "case");
    const auto name = text_in(one, "recommendation");
    const auto words = text_in(one, "text");
    section.links.push_back(
        {(words.empty() ? name_words(name) : words) + " (" + record_word(reference) + " " + reference + ")",
         "/recommendations/evidence?case=" + percent_encoded(reference) + "&recommendation=" + percent_encoded(name),
         {},
         {},
         "what is different now"});
  }
  if (section.links.empty()) section.paragraphs = {"No recommendation is on record under this theme."};
  return section;
}

json::object occurrences_of(const json::value& evidence, const std::string& address, const std::string& by) {
  const json::value table = object_in(evidence, "occurrences");
  const auto query = by.empty() ? std::string() : "?by=" + percent_encoded(by);
  auto out = figure_table_view(table, [&](const std::string& row, const std::string& column) {
    return address + "/" + percent_encoded(row) + "/" + percent_encoded(column) + query;
  });
  out["csv"] = address + "/csv" + query;
  const bool years = by == "YEARS";
  out["periods"] = json::array{json::object{{"address", address + (years ? "?by=QUARTERS" : "?by=YEARS")},
                                            {"words", years ? "Show it by quarter" : "Show it by year"}}};
  return out;
}

}  // namespace

View theme_view(const json::value& evidence, const Register& known, const std::string& by) {
  const auto id = text_in(evidence, "theme");
  const auto title = text_in(evidence, "title");
  const auto list = text_in(evidence, "list");
  PlainPage page{.title = title.empty() ? name_words(id) : title,
                 .caption = list.empty() ? "Theme of an earlier list" : "Theme of: " + list,
                 .back = "/learning?theme=" + percent_encoded(id),
                 .back_words = "Back to what was learned"};
  page.sections.push_back(before_after_section(list_in(evidence, "actions"), known));
  page.sections.push_back(recommendations_of(evidence));
  for (auto& section : question_sections(list_in(evidence, "questions"), "What practitioners answered",
                                         "No survey question is on record that asks about it."))
    page.sections.push_back(std::move(section));
  page.sections.push_back(bearings_section(
      list_in(evidence, "bearings"), "No finding is on record that confirms or contradicts one under this theme."));
  auto view = sections_view(page);
  view["sentence"] = shown(text_in(evidence, "sentence"));
  view["occurrences"] = occurrences_of(evidence, "/learning/themes/" + percent_encoded(id), by);
  return view;
}

}  // namespace reviewd
