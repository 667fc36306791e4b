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

std::string said(const json::value& check, const char* key) {
  if (!check.as_object().contains(key)) return "Not said";
  return flag_in(check, key) ? "Yes" : "No";
}

Section checks_of(const json::value& health, const std::string& address) {
  Section section{.heading = "Checks",
                  .table = {"Checks of time and quality, newest first",
                            {"Checked on", "On time?", "Report expected", "Quality satisfactory?", "What was found"},
                            {}}};
  for (const auto& one : list_in(health, "checks")) {
    const auto expected = text_in(one, "expectedOn");
    section.table.rows.push_back(
        {{day_words(text_in(one, "on")), address + "/entries/" + percent_encoded(text_in(one, "entry"))},
         {said(one, "onTime")},
         {expected.empty() ? "Not said" : day_words(expected)},
         {said(one, "qualitySatisfactory")},
         {text_in(one, "found")}});
  }
  if (section.table.rows.empty()) section.paragraphs = {"Nobody has checked this review yet."};
  return section;
}

/// Each point as the newest check that judged points has it.
Section quality_of(const json::value& health) {
  for (const auto& check : list_in(health, "checks")) {
    if (list_in(check, "quality").empty()) continue;
    Section section{
        .heading = "Quality, point by point",
        .table = {"As judged on " + day_words(text_in(check, "on")), {"Point", "How it stands", "Why"}, {}}};
    for (const auto& one : list_in(check, "quality")) {
      const auto text = text_in(one, "text");
      section.table.rows.push_back({{text.empty() ? name_words(text_in(one, "point")) : text},
                                    {choice_words("QualityJudgement", text_in(one, "judgement"))},
                                    {text_in(one, "why")}});
    }
    return section;
  }
  return {};
}

std::string state_of(const json::value& request) {
  if (!flag_in(request, "open")) return "Answered on " + day_words(text_in(request, "answeredOn"));
  const auto due = text_in(request, "dueOn");
  if (due.empty()) return "Open";
  return fmt::format("Open, due on {}{}", day_words(due), flag_in(request, "late") ? ", late" : "");
}

std::string answer_of(const json::value& request) {
  std::string words = text_in(request, "answer");
  for (const auto& one : list_in(request, "documents"))
    words += (words.empty() ? "" : "; ") + name_words(std::string(one.as_string()));
  return words.empty() ? "None" : words;
}

Section requests_of(const json::value& health, const std::string& address) {
  Section section{.heading = "Requests to the reviewer in writing",
                  .table = {"Requests, open ones first", {"What was asked for", "Asked on", "State", "Answer"}, {}}};
  for (const auto& one : list_in(health, "requests")) {
    const auto what = text_in(one, "what");
    section.table.rows.push_back({{what.empty() ? name_words(text_in(one, "reviewerRequest")) : what,
                                   address + "/entries/" + percent_encoded(text_in(one, "entry"))},
                                  {day_words(text_in(one, "askedOn"))},
                                  {state_of(one)},
                                  {answer_of(one)}});
  }
  if (section.table.rows.empty()) section.paragraphs = {"The reviewer was asked for nothing in writing."};
  return section;
}

Section next_of(const PageCall& call, const json::value& of_case, const std::string& address) {
  Section section{.heading = "What to do next"};
  if (text_in(of_case, "stage") == "CLOSED" || call.visitor.reader.glass.contains(call.path("case"))) return {};
  const auto offer = [&](const char* kind, const char* form, const char* words) {
    if (!review::records_kind(call.visitor.reader, kind)) return;
    section.links.push_back(
        {words, fmt::format("{0}/add/{1}?{1}.review={2}", address, form, percent_encoded(call.path("review")))});
  };
  offer("review-health-checked", "reviewHealthChecked", "Record a progress and quality check");
  offer("reviewer-asked", "reviewerAsked", "Ask the reviewer in writing");
  if (review::records_kind(call.visitor.reader, "reviewer-answered"))
    section.links.push_back({"Record the answer of the reviewer", address + "/add/reviewerAnswered"});
  return section.links.empty() ? Section{} : section;
}

Response health_page(PageCall& call) {
  const auto health =
      ask(call, {"GET", case_api(call) + "/reviews/" + percent_encoded(call.path("review")) + "/health"});
  if (!health.good()) return refused_page(call, health.status, health.json);
  const auto found = ask(call, {"GET", case_api(call)});
  if (!found.good()) return refused_page(call, found.status, found.json);
  const auto address = case_address(call);
  PlainPage page{.title = "Time and quality of the review",
                 .caption = record_caption(call.path("case")) + ", " + name_words(call.path("review")),
                 .back = address,
                 .back_words = "Back to the case"};
  page.sections.push_back(
      {.paragraphs =
           {"While a review runs, the partners see to it that it is of satisfactory quality and comes in good "
            "time. They may ask the reviewer in writing for information or a draft."},
       .facts = {{"Open requests", std::to_string(number_in(health.json, "openRequests"))},
                 {"Late requests", std::to_string(number_in(health.json, "lateRequests"))}}});
  page.sections.push_back(requests_of(health.json, address));
  page.sections.push_back(checks_of(health.json, address));
  page.sections.push_back(quality_of(health.json));
  page.sections.push_back(next_of(call, found.json, address));
  return sections_page(call, page);
}

}  // namespace

std::vector<Page> health_check_pages() {
  return {{"GET", "/cases/{case}/reviews/{review}/health", "reviewHealthPage", Use::read, health_page}};
}

}  // namespace reviewd
