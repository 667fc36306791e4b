#include "libreview/past/learning_entries.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <utility>

#include "libreview/past/plain_words.hpp"

namespace review {
namespace {

namespace json = boost::json;

PastEntry entry_of(const PastRow& row, const PastCase& into, const std::string& on) {
  return {.entry = {{"case", into.case_id}, {"occurredOn", on}, {"source", {{"store", "Spreadsheet"}}}},
          .sheet = row.sheet(),
          .row = row.number()};
}

std::string name_recommendation(PastRow& row, LearningSoFar& so_far, PastCase& into) {
  const auto text = row.text("recommendation");
  if (text.empty()) return {};
  const auto key = plain_words(row.text("number")) + "|" + plain_words(text);
  if (const auto known = so_far.recommendations.find(key); known != so_far.recommendations.end()) return known->second;
  auto name = fmt::format("recommendation-{}", so_far.recommendations.size() + 1);
  so_far.recommendations.emplace(key, name);
  const auto made_on = row.whole_day("made-on");
  auto entry = entry_of(row, into, made_on.empty() ? row.reading().today.iso() : made_on);
  json::object made{{"recommendation", name}, {"text", text}};
  json::array to;
  for (auto& one : row.agencies("to")) to.emplace_back(std::move(one));
  if (!to.empty()) made["to"] = std::move(to);
  entry.entry["recommendationMade"] = std::move(made);
  entry.from = {{"/occurredOn", row.heading("made-on")},
                {"/recommendationMade", row.heading("recommendation")},
                {"/recommendationMade/to", row.heading("to")}};
  if (!row.text("number").empty()) row.keep("number", row.text("number"));
  into.entries.push_back(std::move(entry));
  return name;
}

/// The day an action is due: as the row says; else the day it was completed, which is said in the note.
std::string due_of(PastRow& row, bool complete) {
  if (auto due = row.whole_day("due-on"); !due.empty()) return due;
  const auto completed = complete ? row.whole_day("completed-on") : std::string();
  if (completed.empty()) {
    row.error("due-on", "missing-field",
              "An action needs the day it is due, to the day. Put it in, or leave the action out of this row.");
    return {};
  }
  row.warn("due-on", "The day it was due is not known: the day it was completed stands for it.");
  row.keep("due-on", "not known; the day it was completed stands for it");
  return completed;
}

/// The day it was agreed: as the row says; else today, and for what was due before that, the day it was due.
std::string agreed_of(PastRow& row, const std::string& due) {
  if (auto agreed = row.whole_day("agreed-on"); !agreed.empty()) return agreed;
  const auto today = row.reading().today.iso();
  if (due >= today) return today;
  row.keep("agreed-on", "not known; the day the action was due stands for it");
  return due;
}

void put_update(PastRow& row, const std::string& action, const std::string& progress, const std::string& agreed,
                PastCase& into) {
  auto on = progress == "COMPLETE" ? row.whole_day("completed-on") : std::string();
  if (on.empty()) on = row.reading().today.iso();
  auto entry = entry_of(row, into, std::max(on, agreed));
  json::object moved{{"action", action}, {"progress", progress}};
  if (const auto evidence = row.text("evidence"); !evidence.empty()) moved["evidence"] = evidence;
  entry.entry["actionUpdated"] = std::move(moved);
  entry.from = {{"/occurredOn", row.heading("completed-on")}, {"/actionUpdated", row.heading("progress")}};
  into.entries.push_back(std::move(entry));
}

void put_action(PastRow& row, const std::string& recommendation, LearningSoFar& so_far, PastCase& into) {
  const auto text = row.text("action");
  const bool any = !text.empty() || !row.text("owner").empty() || !row.text("due-on").empty();
  if (!any) return;
  const auto progress = row.choice("progress");
  const auto due = due_of(row, progress == "COMPLETE");
  auto owners = row.agencies("owner");
  if (row.text("owner").empty()) {
    row.error("owner", "missing-field", "An action needs the agency that owns it. Put it in.");
  }
  if (due.empty() || owners.empty()) return;
  if (owners.size() > 1) {
    row.keep("owner", row.text("owner"));
    row.warn("owner", "An action has one owner: the first of these agencies. The others are kept in the note.");
  }
  const auto agreed = agreed_of(row, due);
  const auto name = fmt::format("action-{}", ++so_far.actions);
  auto entry = entry_of(row, into, agreed);
  json::object action{{"action", name}, {"owner", owners.front()}, {"dueOn", due}};
  if (!text.empty()) action["what"] = text;
  if (const auto measure = row.text("measure"); !measure.empty()) action["measure"] = measure;
  if (!recommendation.empty()) action["recommendation"] = recommendation;
  entry.entry["actionAgreed"] = std::move(action);
  entry.from = {{"/occurredOn", row.heading("agreed-on")},
                {"/actionAgreed", row.heading("action")},
                {"/actionAgreed/owner", row.heading("owner")},
                {"/actionAgreed/dueOn", row.heading("due-on")}};
  into.entries.push_back(std::move(entry));
  if (!progress.empty()) put_update(row, name, progress, agreed, into);
}

}  // namespace

void put_learning(PastRow& row, LearningSoFar& so_far, PastCase& into) {
  const auto first = into.entries.size();
  const auto recommendation = name_recommendation(row, so_far, into);
  put_action(row, recommendation, so_far, into);
  if (recommendation.empty() && into.entries.size() == first) {
    row.error("recommendation", "missing-field", "This row has neither a recommendation nor an action. Take it out.");
  }
  if (into.entries.size() > first) into.entries[first].entry["note"] = row.note();
}

}  // namespace review
