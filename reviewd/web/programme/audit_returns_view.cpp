#include <boost/json/array.hpp>

#include "libreview/record/bodies.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/programme/audit_view.hpp"
#include "reviewd/web/programme/audit_words.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/record_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// The priority that an audited case was picked for.
std::string priority_of(const json::value& audit, const std::string& audit_case) {
  for (const auto& one : list_in(audit, "cases")) {
    const json::value said = object_in(one, "said");
    if (text_in(said, "auditCase") == audit_case) return text_in(said, "priority");
  }
  return {};
}

bool is_chosen(const json::value& audit, const json::value& one, const ReturnsChosen& chosen) {
  const json::value said = object_in(one, "said");
  const auto audit_case = text_in(said, "auditCase");
  if (!flag_in(one, "counts")) return false;
  if (!chosen.agency.empty() && !review::is_same_body(chosen.agency, text_in(said, "agency"))) return false;
  if (!chosen.audit_case.empty() && chosen.audit_case != audit_case) return false;
  return chosen.priority.empty() || chosen.priority == priority_of(audit, audit_case);
}

Section return_of(const AuditStory& story, const json::value& one, const ReturnsChosen& chosen,
                  const AuditWords& words) {
  const json::value said = object_in(one, "said");
  const auto reference = text_in(story.programme, "programme");
  Section section{.heading = text_in(said, "auditCase") + ": " + words.agency(text_in(said, "agency")),
                  .links = {{"The update as it was recorded",
                             record_address(reference) + "/entries/" + percent_encoded(text_in(one, "entry"))}},
                  .table = {"What was found", {"Standard", "Found", "Why, or what shows it"}, {}}};
  if (text_in(said, "involvement") == "NOT_INVOLVED")
    section.paragraphs = {"The agency was not involved in this case."};
  const auto say = [&](const char* key, std::string value) {
    if (!value.empty()) section.facts.emplace_back(key, std::move(value));
  };
  say("Given", day_words(text_in(one, "on")));
  say("By", story.known.person(text_in(one, "by")));
  say("Who did the audit", text_in(said, "auditor"));
  say("What went well", text_in(said, "strengths"));
  say("What needs to change in the agency", text_in(said, "toChange"));
  say("What needs to change together", text_in(said, "toChangeTogether"));
  for (const auto& answer : list_in(said, "answers")) {
    const auto standard = text_in(answer, "standard");
    if (!chosen.standard.empty() && standard != chosen.standard) continue;
    section.table.rows.push_back({{words.standard(standard)},
                                  {choice_words("AuditResult", text_in(answer, "result"))},
                                  {text_in(answer, "why")}});
  }
  return section;
}

}  // namespace

PlainPage audit_returns_of(const AuditStory& story, const ReturnsChosen& chosen) {
  const AuditWords words(story.audit, story.known);
  const auto reference = text_in(story.programme, "programme");
  PlainPage page{.title = "Returns of the audit",
                 .caption = record_caption(reference),
                 .back = record_address(reference) + "/audit",
                 .back_words = "Back to what the audit found",
                 .contents = true};
  Section which;
  if (!chosen.standard.empty()) which.facts.emplace_back("Standard", words.standard(chosen.standard));
  if (!chosen.agency.empty()) which.facts.emplace_back("Agency", words.agency(chosen.agency));
  if (!chosen.priority.empty()) which.facts.emplace_back("Priority", words.priority(chosen.priority));
  if (!chosen.audit_case.empty()) which.facts.emplace_back("Audited case", chosen.audit_case);
  page.sections.push_back(std::move(which));
  const auto before = page.sections.size();
  for (const auto& one : list_in(story.audit, "returns")) {
    if (is_chosen(story.audit, one, chosen)) page.sections.push_back(return_of(story, one, chosen, words));
  }
  if (page.sections.size() == before) page.sections.push_back({.paragraphs = {"Nobody has answered this yet."}});
  return page;
}

}  // namespace reviewd
