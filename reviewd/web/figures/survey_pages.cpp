#include "libreview/access/entry_access.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "reviewd/web/figures/evidence_sections.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/case_address.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/record_words.hpp"
#include "reviewd/web/words/step_words.hpp"

namespace reviewd {
namespace {

Response survey_page(PageCall& call) {
  const auto survey = ask(call, {"GET", case_api(call) + "/survey"});
  if (!survey.good()) return refused_page(call, survey.status, survey.json);
  const auto reference = call.record();
  PlainPage page{.title = "Questions and answers",
                 .caption = record_caption(reference),
                 .back = record_address(reference),
                 .back_words = "Back to the programme"};
  page.sections.push_back(
      {.paragraphs = {
           "Each percentage is of those who answered, and says how many they were. Each round may have asked "
           "other people: a change can also come from who answered."}});
  for (auto& section : question_sections(list_in(survey.json, "questions"), "Questions", "Nothing is asked yet."))
    page.sections.push_back(std::move(section));
  Section next{.heading = "What to do next"};
  for (const auto* name : {"survey-question-asked", "survey-round-answered"}) {
    if (!review::records_kind(call.visitor.reader, name)) continue;
    next.links.push_back({step_words(name), record_address(reference) + "/add/" + review::find_kind(name)->json});
  }
  if (!next.links.empty()) page.sections.push_back(std::move(next));
  return sections_page(call, page);
}

}  // namespace

std::vector<Page> survey_pages() {
  return {{"GET", "/programmes/{programme}/survey", "surveyPage", Use::read, survey_page}};
}

}  // namespace reviewd
