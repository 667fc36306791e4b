#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <map>

#include "reviewd/web/form/take_up_referral.hpp"
#include "reviewd/web/programme/audit_view.hpp"
#include "reviewd/web/programme/audit_words.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/record_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

json::value said_of(const json::value& one) { return object_in(one, "said"); }

std::string texts_in(const json::value& object, const char* list) {
  std::string all;
  for (const auto& one : list_in(object, list)) all += (all.empty() ? "" : "; ") + std::string(one.as_string());
  return all;
}

Section attendance_of(const json::value& event, const AuditWords& words) {
  const json::value said = said_of(event);
  Section section{.heading = "Learning event, " + day_words(text_in(event, "on")),
                  .table = {"Who came", {"Agency", "People"}, {}}};
  int people = 0;
  for (const auto& one : list_in(said, "attendance")) {
    people += number_in(one, "people");
    section.table.rows.push_back({{words.agency(text_in(one, "agency"))}, {std::to_string(number_in(one, "people"))}});
  }
  section.paragraphs.push_back(
      fmt::format("{} came, for {}.", counted_words(people, "person", "people"),
                  counted_words(static_cast<int>(section.table.rows.size()), "agency", "agencies")));
  return section;
}

Section groups_of(const json::value& event, const AuditWords& words) {
  const json::value said = said_of(event);
  Section section{
      .table = {"What the groups worked out", {"Group", "Strengths", "Areas for development", "Next steps"}, {}}};
  for (const auto& one : list_in(said, "groups")) {
    const auto priority = text_in(one, "priority");
    const auto about = text_in(one, "about");
    section.table.rows.push_back({{priority.empty() ? (about.empty() ? "A group" : about) : words.priority(priority)},
                                  {texts_in(one, "strengths")},
                                  {texts_in(one, "development")},
                                  {texts_in(one, "nextSteps")}});
  }
  return section.table.rows.empty() ? Section{} : section;
}

std::string went_words(const json::value& lesson) {
  std::string all;
  for (const auto& one : list_in(lesson, "went")) {
    auto words = choice_words("LearningDestination", text_in(one, "to"));
    if (const auto name = text_in(one, "which"); !name.empty()) words += ": " + name_words(name);
    if (const auto note = text_in(one, "more"); !note.empty()) words += " (" + note + ")";
    all += (all.empty() ? "" : "; ") + words;
  }
  return all.empty() ? "Nowhere yet" : all;
}

Section log_of(const AuditStory& story, const AuditWords& words) {
  Section section{.heading = "Learning log",
                  .table = {"What was learned, and where it went",
                            {"Learned", "Standards that showed it", "Where it went", "Logged"},
                            {}}};
  for (const auto& one : list_in(story.audit, "lessons")) {
    const json::value said = said_of(one);
    std::string standards;
    for (const auto& standard : list_in(said, "standards"))
      standards += (standards.empty() ? "" : "; ") + words.standard(std::string(standard.as_string()));
    section.table.rows.push_back(
        {{text_in(said, "learned")}, {standards}, {went_words(one)}, {day_words(text_in(one, "on"))}});
  }
  return section.table.rows.empty() ? Section{} : section;
}

/// The actions of each agency, with the lessons of the log that went into them.
Section plan_of(const AuditStory& story, const AuditWords& words) {
  std::map<std::string, std::string> lessons;
  for (const auto& one : list_in(story.audit, "lessons")) {
    const json::value said = said_of(one);
    for (const auto& went : list_in(one, "went")) {
      if (text_in(went, "to") == "ACTION") lessons[text_in(went, "which")] += text_in(said, "learned") + " ";
    }
  }
  Section section{
      .heading = "Improvement plans of the agencies",
      .table = {"What each agency does by itself",
                {"Agency", "What is to be done", "From the learning log", "By when", "Progress", "Completed on"},
                {}}};
  for (const auto& one : list_in(story.audit, "plans")) {
    const auto name = text_in(one, "action");
    const auto what = text_in(one, "what");
    const auto progress = text_in(one, "progress");
    const auto completed = day_words(text_in(one, "completedOn"));
    section.table.rows.push_back({{words.agency(text_in(one, "agency"))},
                                  {what.empty() ? name_words(name) : what},
                                  {lessons[name]},
                                  {day_words(text_in(one, "dueOn"))},
                                  {progress.empty() ? "Nothing said yet" : choice_words("Progress", progress)},
                                  {completed.empty() ? "Not yet" : completed}});
  }
  return section.table.rows.empty() ? Section{} : section;
}

/// The case that took it up, as far as it is told; else to whom it went, or how to open its case.
Cell taken_up_by(const AuditStory& story, const json::value& referral, const AuditWords& words) {
  if (const auto of_case = text_in(referral, "takenUpBy"); !of_case.empty())
    return {record_caption(of_case), record_address(of_case)};
  if (flag_in(referral, "takenUp")) return {"A case that you do not see"};
  const json::value said = said_of(referral);
  const auto to = text_in(said, "to");
  if (!story.may_open) return {to.empty() ? "No case yet" : words.agency(to)};
  return {to.empty() ? "Open a case from this referral" : words.agency(to) + ": open a case here from this referral",
          referral_address(text_in(story.programme, "programme"), text_in(referral, "entry"))};
}

Section referrals_of(const AuditStory& story, const AuditWords& words) {
  Section section{
      .heading = "Referred onward",
      .table = {"Audited cases that need more than an audit", {"Audited case", "Why", "Taken up by", "When"}, {}}};
  for (const auto& one : list_in(story.audit, "referrals")) {
    const json::value said = said_of(one);
    auto taken = taken_up_by(story, one, words);
    section.table.rows.push_back(
        {{text_in(said, "auditCase")}, {text_in(said, "reasons")}, std::move(taken), {day_words(text_in(one, "on"))}});
  }
  return section.table.rows.empty() ? Section{} : section;
}

}  // namespace

std::vector<Section> audit_learning_of(const AuditStory& story) {
  const AuditWords words(story.audit, story.known);
  std::vector<Section> sections;
  for (const auto& event : list_in(story.audit, "events")) {
    sections.push_back(attendance_of(event, words));
    sections.push_back(groups_of(event, words));
  }
  sections.push_back(log_of(story, words));
  sections.push_back(plan_of(story, words));
  sections.push_back(referrals_of(story, words));
  return sections;
}

}  // namespace reviewd
