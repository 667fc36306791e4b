#include "reviewd/web/programme/audit_view.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/programme/audit_words.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/record_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

std::string reference_of(const AuditStory& story) { return text_in(story.programme, "programme"); }

json::value audit_said(const json::value& one) { return object_in(one, "said"); }

ReturnsChosen chosen_by(const json::value& row) {
  return {text_in(row, "standard"), text_in(row, "agency"), text_in(row, "priority"), {}};
}

std::string count_words(const json::value& tally, const char* name) { return std::to_string(number_in(tally, name)); }

Section facts_of(const AuditStory& story) {
  const json::value design = object_in(story.audit, "design");
  const json::value said = audit_said(design);
  Section section;
  if (design.get_object().empty()) {
    section.paragraphs.push_back("The design of this audit is not settled yet, or you do not see it.");
    return section;
  }
  int asked = 0;
  int received = 0;
  for (const auto& one : list_in(story.audit, "came")) {
    asked += number_in(one, "asked");
    received += number_in(one, "received");
  }
  std::string priorities;
  for (const auto& one : list_in(said, "priorities"))
    priorities += (priorities.empty() ? "" : "\n") + text_in(one, "title");
  section.facts = {{"Priorities", priorities},
                   {"Standards", std::to_string(list_in(story.audit, "standards").size())},
                   {"Cases", std::to_string(list_in(story.audit, "cases").size())},
                   {"Returns", fmt::format("{} of {} are complete", received, asked)}};
  if (const auto picked = text_in(said, "picked"); !picked.empty())
    section.facts.emplace_back("How cases were picked", picked);
  return section;
}

Section outstanding_of(const AuditStory& story, const AuditWords& words) {
  Section section{
      .heading = "Who has not answered",
      .table = {"Agencies that have not said everything", {"Agency", "Audited case", "By when", "So far"}, {}}};
  for (const auto& one : list_in(story.audit, "outstanding")) {
    const auto due = text_in(one, "dueOn");
    const auto agency = text_in(one, "agency");
    const auto name = text_in(one, "auditCase");
    section.table.rows.push_back({{words.agency(agency)},
                                  {name, story.may_record ? answer_address(reference_of(story), agency, name) : ""},
                                  {due.empty() ? "No day is set" : day_words(due)},
                                  {flag_in(one, "started") ? "A part" : "Nothing"}});
  }
  return section.table.rows.empty() ? Section{} : section;
}

/// A case that one agency settles before all have answered is of those that did not meet it: the share alone would say
/// too little of the rest.
std::string cases_words(const json::value& cases) {
  const auto waiting = number_in(cases, "unanswered");
  if (waiting == 0 || number_in(cases, "applicable") == 0) return reached_words(cases);
  return fmt::format("{}; {} not answered by all yet", reached_words(cases), waiting);
}

/// A table of figures: what each row is of (`of` heads it), its shares, and what is counted beside them. Whether a case
/// reached something is said of single standards alone.
Section figures_of(const AuditStory& story, const char* list, const char* of, std::string heading, std::string caption,
                   std::string (*name)(const json::value&, const AuditWords&), const AuditWords& words) {
  Section section{.heading = std::move(heading), .table = {std::move(caption), {of}, {}}};
  auto& table = section.table;
  const bool of_standards = std::string_view(list) == "standards";
  const bool of_lines = std::string_view(list) == "lines";
  if (of_standards) table.columns.emplace_back("Cases");
  for (const auto* column : {"Answers", "Not applicable", "No involvement", "Not answered"})
    table.columns.emplace_back(column);
  for (const auto& row : list_in(story.audit, list)) {
    const json::value cases = object_in(row, "cases");
    const json::value answers = object_in(row, "answers");
    auto& cells = table.rows.emplace_back(std::vector<Cell>{{name(row, words)}});
    if (of_standards) cells.push_back({cases_words(cases)});
    cells.push_back(
        {reached_words(answers), of_lines ? std::string() : returns_address(reference_of(story), chosen_by(row))});
    for (const auto* beside : {"notApplicable", "notInvolved", "unanswered"})
      cells.push_back({count_words(answers, beside)});
  }
  return table.rows.empty() ? Section{} : section;
}

/// Each standard against each agency, or each priority.
Section matrix_of(const AuditStory& story, const char* list, const char* of, std::string heading,
                  std::string (AuditWords::*name)(const std::string&) const, const AuditWords& words) {
  Section section{.heading = std::move(heading), .table = {"Met or exceeded, of where it applied", {"Standard"}, {}}};
  std::string standard;
  for (const auto& row : list_in(story.audit, list)) {
    if (text_in(row, "standard") != standard) {
      standard = text_in(row, "standard");
      section.table.rows.push_back({{words.standard(standard)}});
    }
    if (section.table.rows.size() == 1) section.table.columns.push_back((words.*name)(text_in(row, of)));
    const json::value answers = object_in(row, "answers");
    section.table.rows.back().push_back({reached_words(answers), returns_address(reference_of(story), chosen_by(row))});
  }
  return section.table.columns.size() == 1 ? Section{} : section;
}

Section cases_of(const AuditStory& story, const AuditWords& words) {
  Section section{.heading = "Audited cases",
                  .table = {"The cases, by what the audit calls them",
                            {"Audited case", "Priority", "Why it was picked", "Agencies", "Case here"},
                            {}}};
  for (const auto& one : list_in(story.audit, "cases")) {
    const json::value said = audit_said(one);
    const auto of_case = text_in(said, "ofCase");
    std::string agencies;
    for (const auto& agency : list_in(said, "agencies"))
      agencies += (agencies.empty() ? "" : ", ") + words.agency(std::string(agency.as_string()));
    std::string why;
    for (const auto& criterion : list_in(said, "criteria"))
      why += (why.empty() ? "" : "; ") + words.criterion(std::string(criterion.as_string()));
    if (const auto more = text_in(said, "why"); !more.empty()) why += (why.empty() ? "" : ". ") + more;
    const auto name = text_in(said, "auditCase");
    section.table.rows.push_back({{name, returns_address(reference_of(story), {.audit_case = name})},
                                  {words.priority(text_in(said, "priority"))},
                                  {why},
                                  {agencies},
                                  {of_case, of_case.empty() ? std::string() : record_address(of_case)}});
  }
  return section.table.rows.empty() ? Section{} : section;
}

Section deeds_of(const AuditStory& story, const AuditWords& names) {
  const auto address = record_address(reference_of(story));
  Section section{.heading = "What to do next",
                  .links = {{"Download the figures as a spreadsheet (CSV)", address + "/audit.csv"}}};
  for (const auto& one : list_in(story.audit, "came")) {
    const auto agency = text_in(one, "agency");
    section.links.push_back({fmt::format("Download the form of {} to fill in by hand (ODT)", names.agency(agency)),
                             address + "/audit/forms.odt?agency=" + percent_encoded(agency)});
  }
  if (story.may_record) {
    for (const auto& [kind, words] :
         {std::pair{"auditDesignSettled", "Settle the design"}, std::pair{"auditCaseSelected", "Select a case"},
          std::pair{"auditEventHeld", "Record a learning event"},
          std::pair{"auditLearningLogged", "Add to the learning log"},
          std::pair{"auditLearningFollowed", "Say where something that was learned went"},
          std::pair{"actionAgreed", "Agree an action of an agency"},
          std::pair{"auditCaseReferred", "Refer an audited case onward"},
          std::pair{"auditReferralTakenUp", "Say which case took up a referral"}}) {
      section.links.push_back({words, address + "/add/" + kind});
    }
    section.links.push_back({"Record a return that an agency sent", address + "/audit/answer"});
    section.links.push_back({"Open a case as referred for consideration", "/cases/log/learningReferred"});
  }
  if (story.may_ask) section.links.push_back({"Send an agency a link to answer by", address + "/audit-link"});
  return section;
}

std::string standard_name(const json::value& row, const AuditWords& words) {
  return words.standard(text_in(row, "standard"));
}
std::string line_name(const json::value& row, const AuditWords& words) { return words.line(text_in(row, "line")); }
std::string agency_name(const json::value& row, const AuditWords& words) {
  return words.agency(text_in(row, "agency"));
}
std::string priority_name(const json::value& row, const AuditWords& words) {
  return words.priority(text_in(row, "priority"));
}

}  // namespace

std::string returns_address(const std::string& programme, const ReturnsChosen& chosen) {
  std::string query;
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) query += (query.empty() ? "?" : "&") + fmt::format("{}={}", name, percent_encoded(value));
  };
  add("standard", chosen.standard);
  add("agency", chosen.agency);
  add("priority", chosen.priority);
  add("auditCase", chosen.audit_case);
  return record_address(programme) + "/audit/returns" + query;
}

std::string answer_address(const std::string& programme, const std::string& agency, const std::string& audit_case) {
  return fmt::format("{}/audit/answer?agency={}&auditCase={}", record_address(programme), percent_encoded(agency),
                     percent_encoded(audit_case));
}

PlainPage audit_page_of(const AuditStory& story) {
  const AuditWords words(story.audit, story.known);
  const auto reference = reference_of(story);
  PlainPage page{.title = "What the audit found",
                 .caption = record_caption(reference),
                 .back = record_address(reference),
                 .back_words = "Back to the programme",
                 .contents = true};
  page.sections = {
      facts_of(story),
      outstanding_of(story, words),
      figures_of(story, "standards", "Standard", "By standard",
                 "Each standard: cases and answers that met or exceeded it", standard_name, words),
      figures_of(story, "lines", "Key line of enquiry", "By key line of enquiry", "The standards of each line together",
                 line_name, words),
      figures_of(story, "agencies", "Agency", "By agency", "All standards of each agency together", agency_name, words),
      figures_of(story, "priorities", "Priority", "By priority", "All standards of each priority together",
                 priority_name, words),
      matrix_of(story, "byAgency", "agency", "Each standard, agency by agency", &AuditWords::agency, words),
      matrix_of(story, "byPriority", "priority", "Each standard, priority by priority", &AuditWords::priority, words),
      cases_of(story, words)};
  for (auto& section : audit_learning_of(story)) page.sections.push_back(std::move(section));
  page.sections.push_back(
      {.heading = "How to read the figures",
       .paragraphs = {
           "A case reached a standard where every agency that it applied to met or exceeded it. Answers are counted "
           "one "
           "by one, so that the two shares differ where agencies found different things.",
           "What does not apply, and what an agency was not involved in, is no part of what a share is taken of. It "
           "stands beside it, as does what nobody answered yet."}});
  page.sections.push_back(deeds_of(story, words));
  return page;
}

}  // namespace reviewd
