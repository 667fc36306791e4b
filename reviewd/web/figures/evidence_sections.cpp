#include "reviewd/web/figures/evidence_sections.hpp"

#include <fmt/format.h>

#include <map>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/record_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

std::string entry_address(const json::value& of, std::string_view key) {
  const auto entry = text_in(of, key);
  return entry.empty() ? std::string() : record_address(text_in(of, "case")) + "/entries/" + percent_encoded(entry);
}

std::string said(const json::value& object, const char* text, const char* name) {
  const auto words = text_in(object, text);
  return words.empty() ? name_words(text_in(object, name)) : words;
}

std::string reached_words(const json::value& action) {
  const auto reached = choice_words("Reached", text_in(action, "reached"));
  if (!reached.empty()) return reached;
  return flag_in(action, "complete") ? "Complete" : "Not done";
}

std::string tied_words(const json::value& question) {
  static const std::map<std::string, std::string> words = {{"RECOMMENDATION", "It asks about a recommendation."},
                                                           {"FINDING", "It asks about a finding."},
                                                           {"THEME", "It asks about the theme."}};
  const auto found = words.find(text_in(question, "tiedBy"));
  return found == words.end() ? std::string() : found->second;
}

PlainTable rounds_of(const json::value& question) {
  PlainTable table{said(question, "text", "question"), {"Round"}, {}};
  for (const auto& round : list_in(question, "rounds")) {
    const auto& shares = list_in(round, "shares");
    if (table.columns.size() == 1) {
      for (const auto& share : shares)
        table.columns.push_back(said(share, "text", "answer") + (flag_in(share, "hopedFor") ? " (hoped for)" : ""));
      table.columns.emplace_back("Who answered");
    }
    std::vector<Cell> cells{{day_words(text_in(round, "on"))}};
    for (const auto& share : shares) cells.push_back({answered_words(share)});
    const int answered = number_in(round, "answered");
    const int asked = number_in(round, "asked");
    cells.push_back(
        {asked == 0 ? counted_words(answered, "person", "people") : fmt::format("{} of {} asked", answered, asked)});
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace

std::string answered_words(const json::value& share) {
  const int of = number_in(share, "of");
  if (of == 0) return "Nobody answered";
  return fmt::format("{}% ({} of {})", number_in(share, "percent"), number_in(share, "number"), of);
}

std::vector<Section> question_sections(const json::array& questions, const std::string& heading,
                                       const std::string& none) {
  std::vector<Section> sections;
  if (questions.empty()) sections.push_back({.heading = heading, .paragraphs = {none}});
  for (const auto& question : questions) {
    Section section{.heading = sections.empty() ? heading : std::string()};
    if (auto tied = tied_words(question); !tied.empty()) section.paragraphs.push_back(std::move(tied));
    if (list_in(question, "rounds").empty()) {
      section.paragraphs.push_back(said(question, "text", "question"));
      section.paragraphs.emplace_back("No round of it has been answered yet.");
    } else {
      section.table = rounds_of(question);
    }
    if (const auto programme = text_in(question, "programme"); !programme.empty())
      section.links.push_back({"The survey: programme " + programme, record_address(programme) + "/survey"});
    sections.push_back(std::move(section));
  }
  return sections;
}

Section before_after_section(const json::array& actions, const Register& known) {
  Section section{.heading = "Before and after the actions that address it"};
  if (actions.empty()) {
    section.paragraphs = {"No action is on record that addresses it."};
    return section;
  }
  section.paragraphs = {
      "An action addresses a theme through the recommendations that it serves. Before and after are counted from the "
      "day on which it was done."};
  section.table = {
      "Actions, and how often the theme was found before and after each",
      {"Action", "Owner", "How far it has reached", "Done", "Found before", "Found since", "Cannot be told"},
      {}};
  for (const auto& action : actions) {
    const json::value found = object_in(action, "found");
    const auto done = text_in(action, "doneOn");
    const auto count = [&](const char* key) { return done.empty() ? "" : std::to_string(number_in(found, key)); };
    section.table.rows.push_back({{said(action, "what", "action"), entry_address(action, "entry")},
                                  {known.agency(text_in(action, "owner"))},
                                  {reached_words(action)},
                                  {done.empty() ? "Not done yet" : short_day_words(done)},
                                  {count("before")},
                                  {count("after")},
                                  {count("unclear")}});
  }
  return section;
}

Section impact_section(const json::array& actions, const Register& known) {
  Section section{.heading = "What was done, and what shows it"};
  if (actions.empty()) {
    section.paragraphs = {"No action is on record that serves this recommendation."};
    return section;
  }
  section.table = {
      "Actions with their evidence", {"Action", "Owner", "How far it has reached", "Evidence", "Looked at again"}, {}};
  for (const auto& action : actions) {
    auto reached = reached_words(action);
    if (const auto done = text_in(action, "doneOn"); !done.empty()) reached += ", done " + short_day_words(done);
    std::string again;
    for (const auto& look : list_in(action, "rechecks")) {
      again += fmt::format("{}{}: {}{}{}", again.empty() ? "" : "; ", short_day_words(text_in(look, "on")),
                           choice_words("RecheckFinding", text_in(look, "finding")),
                           text_in(look, "evidence").empty() ? "" : ". ", text_in(look, "evidence"));
    }
    const auto evidence = text_in(action, "evidence");
    const auto shows = entry_address(action, "evidenceEntry");
    section.table.rows.push_back({{said(action, "what", "action"), entry_address(action, "entry")},
                                  {known.agency(text_in(action, "owner"))},
                                  {reached},
                                  {!evidence.empty() ? evidence
                                   : shows.empty()   ? "None on record"
                                                     : "See the update",
                                   shows},
                                  {again.empty() ? "Not looked at again" : again}});
  }
  return section;
}

Section bearings_section(const json::array& bearings, const std::string& none) {
  Section section{.heading = "Findings that confirm or contradict earlier ones"};
  for (const auto& one : bearings) {
    const auto name = [&](const char* found, const char* finding, const char* reference) {
      return fmt::format("{} ({} {})", said(one, found, finding), record_word(text_in(one, reference)),
                         text_in(one, reference));
    };
    section.table.rows.push_back({{name("found", "finding", "case"), record_address(text_in(one, "case"))},
                                  {choice_words("Bearing", text_in(one, "bearing"))},
                                  {name("ofFound", "ofFinding", "ofCase"), record_address(text_in(one, "ofCase"))}});
  }
  if (section.table.rows.empty()) {
    section.paragraphs = {none};
  } else {
    section.table.caption = "Later findings, and what they say of earlier ones";
    section.table.columns = {"Later finding", "What it says", "Earlier finding"};
  }
  return section;
}

}  // namespace reviewd
