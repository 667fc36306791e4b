#include <fmt/format.h>

#include <boost/json/array.hpp>

#include "libreview/access/entry_access.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/case_address.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/record_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

std::string about(const json::value& question) {
  std::string words;
  for (const auto* name : {"review", "document"}) {
    const auto object = text_in(question, name);
    if (!object.empty()) words += (words.empty() ? "" : ", ") + name_words(object);
  }
  return words.empty() ? "The whole of it" : words;
}

std::string words_of(const json::value& question) {
  const auto text = text_in(question, "text");
  return text.empty() ? name_words(text_in(question, "question")) : text;
}

std::string evidence_of(const json::value& question) {
  std::string all;
  for (const auto& one : list_in(question, "evidence")) {
    const auto words = text_in(one, "words");
    const auto sort = text_in(one, "sort");
    const auto* label = sort == "finding" ? "Finding" : sort == "document" ? "Document" : "Update";
    all += fmt::format("{}{}: {}", all.empty() ? "" : "; ", label, words.empty() ? text_in(one, "name") : words);
  }
  return all.empty() ? "Nothing" : all;
}

std::string answer_of(const json::value& question) {
  const auto answer = text_in(question, "answer");
  if (!flag_in(question, "notKnown")) return answer;
  return answer.empty() ? "Not known" : "Not known: " + answer;
}

Section open_ones(const json::value& listed, const std::string& address, bool may_record) {
  Section section{.heading = "Open",
                  .table = {"Questions that nobody has answered", {"Question", "Area", "About", "Attached"}, {}}};
  if (may_record) section.table.columns.emplace_back("Answer");
  for (const auto& one : list_in(listed, "questions")) {
    if (!flag_in(one, "open")) continue;
    const auto form = fmt::format("{}/add/questionAnswered?questionAnswered.question={}", address,
                                  percent_encoded(text_in(one, "question")));
    section.table.rows.push_back(
        {{words_of(one)}, {text_in(one, "area")}, {about(one)}, {day_words(text_in(one, "attachedOn"))}});
    if (may_record)
      section.table.rows.back().push_back({.words = "Answer it", .address = form, .button_of = words_of(one)});
  }
  if (section.table.rows.empty()) section.paragraphs = {"No question is open."};
  return section;
}

Section answered_ones(const json::value& listed, const std::string& address) {
  Section section{
      .heading = "Answered",
      .table = {"Questions with their answers", {"Question", "About", "Answer", "What shows it", "When"}, {}}};
  for (const auto& one : list_in(listed, "questions")) {
    if (flag_in(one, "open")) continue;
    const auto times = number_in(one, "timesAnswered");
    const auto when = day_words(text_in(one, "answeredOn"));
    section.table.rows.push_back(
        {{words_of(one)},
         {about(one)},
         {answer_of(one)},
         {evidence_of(one)},
         {times > 1
              ? fmt::format("{} ({} kept)", when, counted_words(times - 1, "earlier answer is", "earlier answers are"))
              : when,
          address + "/entries/" + percent_encoded(text_in(one, "answerEntry"))}});
  }
  if (section.table.rows.empty()) section.paragraphs = {"No question is answered yet."};
  return section;
}

Response questions_page(PageCall& call) {
  const auto listed = ask(call, {"GET", case_api(call) + "/questions"});
  if (!listed.good()) return refused_page(call, listed.status, listed.json);
  const auto found = ask(call, {"GET", case_api(call)});
  if (!found.good()) return refused_page(call, found.status, found.json);
  const auto reference = call.record();
  const auto address = record_address(reference);
  const bool may_record =
      text_in(found.json, "stage") != "CLOSED" && review::records_kind(call.visitor.reader, "question-answered");
  PlainPage page{.title = "Questions of scrutiny",
                 .caption = record_caption(reference),
                 .back = address,
                 .back_words = "Back to the " + record_word(reference)};
  const auto number = [&](const char* key) { return std::to_string(number_in(listed.json, key)); };
  page.sections.push_back(
      {.facts = {{"Open", number("open")}, {"Answered", number("answered")}, {"Not known", number("notKnown")}}});
  page.sections.push_back(open_ones(listed.json, address, may_record));
  page.sections.push_back(answered_ones(listed.json, address));
  if (may_record && review::records_kind(call.visitor.reader, "questions-attached")) {
    page.sections.push_back({.links = {{"Attach questions from the bank", address + "/add/questionsAttached"}}});
  }
  return sections_page(call, page);
}

}  // namespace

std::vector<Page> question_pages() {
  return {{"GET", "/cases/{case}/questions", "questionsPage", Use::read, questions_page},
          {"GET", "/programmes/{programme}/questions", "programmeQuestionsPage", Use::read, questions_page}};
}

}  // namespace reviewd
