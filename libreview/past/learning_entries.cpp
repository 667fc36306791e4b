#include "libreview/past/learning_entries.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <optional>
#include <utility>

#include "libreview/past/learning_days.hpp"
#include "libreview/past/plain_words.hpp"
#include "libreview/past/row_themes.hpp"

namespace review {
namespace {

namespace json = boost::json;

PastEntry entry_of(const PastRow& row, const PastCase& into, const std::string& on) {
  return {.entry = {{"case", into.case_id}, {"occurredOn", on}, {"source", {{"store", "Spreadsheet"}}}},
          .sheet = row.sheet(),
          .row = row.number()};
}

/// The earliest day on which the row says that something was done about the recommendation: it was made by then.
std::optional<StandingDay> done_about_it(PastRow& row) {
  std::optional<StandingDay> first;
  const auto take = [&](std::string_view field, std::string_view is) {
    const auto day = row.whole_day(field);
    const bool is_past = !day.empty() && day <= row.reading().today.iso();
    if (is_past && (!first || day < first->day)) first = standing_day(day, is, row.reading().today);
  };
  take("agreed-on", "its action was agreed");
  take("completed-on", "its action was complete");
  take("due-on", "its action was due");
  return first;
}

/// The day it was made: as the row says; else as its case does, and no later than something was done about it.
std::string made_of(PastRow& row, const PastCase& into) {
  if (auto made = said_day(row, "made-on"); !made.empty()) return made;
  const auto today = row.reading().today;
  auto stands = day_of_learning(into, today);
  const auto done = done_about_it(row);
  if (done && (!stands || done->day < stands->day)) stands = done;
  if (stands) {
    warn_of_standing_day(row, "made-on", *stands);
    return stands->day;
  }
  row.error("made-on", "missing-field",
            "Neither this row nor its case says when this was recommended. Put in the day, the month or the year, or "
            "put it into the mapping as the default for this column.");
  return today.iso();
}

void add_themes(const std::vector<std::string>& themes, boost::json::object& made) {
  if (themes.empty()) return;
  auto& all = made["themes"];
  if (!all.is_array()) all.emplace_array();
  for (const auto& theme : themes) {
    if (std::ranges::find(all.get_array(), json::value(theme)) == all.get_array().end())
      all.get_array().emplace_back(theme);
  }
}

/// What a recommendation that the row names becomes, or is already.
const KnownRecommendation* put_recommendation(PastRow& row, LearningSoFar& so_far, PastCase& into) {
  const auto text = row.text("recommendation");
  const auto themes = themes_of_row(row);
  if (text.empty()) {
    if (themes.empty()) return nullptr;
    row.keep("themes", row.text("themes"));
    row.warn("themes", "Themes are of recommendations, and this row has none: they are kept in the note.");
    return nullptr;
  }
  const auto key = plain_words(row.text("number")) + "|" + plain_words(text);
  if (const auto known = so_far.recommendations.find(key); known != so_far.recommendations.end()) {
    add_themes(themes, into.entries[known->second.entry].entry["recommendationMade"].as_object());
    return &known->second;
  }
  KnownRecommendation one{fmt::format("recommendation-{}", so_far.recommendations.size() + 1), made_of(row, into),
                          into.entries.size()};
  auto entry = entry_of(row, into, one.made_on);
  json::object made{{"recommendation", one.name}, {"text", text}};
  json::array to;
  for (auto& body : row.agencies("to")) to.emplace_back(std::move(body));
  if (!to.empty()) made["to"] = std::move(to);
  add_themes(themes, made);
  entry.entry["recommendationMade"] = std::move(made);
  entry.from = {{"/occurredOn", row.heading("made-on")},
                {"/recommendationMade", row.heading("recommendation")},
                {"/recommendationMade/to", row.heading("to")},
                {"/recommendationMade/themes", row.heading("themes")}};
  if (!row.text("number").empty()) row.keep("number", row.text("number"));
  into.entries.push_back(std::move(entry));
  return &so_far.recommendations.emplace(key, std::move(one)).first->second;
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

StandingDay of_the_import(Date today) {
  return {today.iso(), fmt::format("{}, on which the spreadsheet was read", today.words())};
}

/// The day it was agreed: as the row says; else the day of its recommendation, else of its case, else today; and never
/// one after it was due or complete.
std::string agreed_of(PastRow& row, const std::string& due, const KnownRecommendation* recommendation,
                      const PastCase& into) {
  if (auto agreed = said_day(row, "agreed-on"); !agreed.empty()) {
    const bool to_the_day = !row.whole_day("agreed-on").empty();
    return to_the_day ? agreed : std::min(agreed, due);
  }
  const auto today = row.reading().today;
  auto stands = day_of_learning(into, today).value_or(of_the_import(today));
  const auto no_later = [&](const std::string& day, std::string_view what) {
    const auto other = standing_day(day, what, today);
    if (other && other->day < stands.day) stands = *other;
  };
  if (recommendation != nullptr)
    stands = standing_day(recommendation->made_on, "it was recommended", today).value_or(stands);
  no_later(due, "it was due");
  no_later(row.whole_day("completed-on"), "it was complete");
  warn_of_standing_day(row, "agreed-on", stands);
  return stands.day;
}

/// The day it was complete: as the row says; else the day it was due, and where that is ahead the day of its case, else
/// today.
std::string completed_of(PastRow& row, const std::string& due, const PastCase& into) {
  if (auto completed = said_day(row, "completed-on"); !completed.empty()) return completed;
  const auto today = row.reading().today;
  auto stands = day_of_learning(into, today).value_or(of_the_import(today));
  if (due <= today.iso()) stands = standing_day(due, "it was due", today).value_or(stands);
  warn_of_standing_day(row, "completed-on", stands);
  return stands.day;
}

/// How far it has come, as of today where it is not complete: that is what the spreadsheet says now.
void put_update(PastRow& row, const std::string& action, const std::string& on, const std::string& progress,
                PastCase& into) {
  auto entry = entry_of(row, into, on);
  json::object moved{{"action", action}, {"progress", progress}};
  if (const auto evidence = row.text("evidence"); !evidence.empty()) moved["evidence"] = evidence;
  entry.entry["actionUpdated"] = std::move(moved);
  entry.from = {{"/occurredOn", row.heading("completed-on")}, {"/actionUpdated", row.heading("progress")}};
  into.entries.push_back(std::move(entry));
}

void put_action(PastRow& row, const KnownRecommendation* recommendation, LearningSoFar& so_far, PastCase& into) {
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
  const auto agreed = agreed_of(row, due, recommendation, into);
  const auto name = fmt::format("action-{}", ++so_far.actions);
  auto entry = entry_of(row, into, agreed);
  json::object action{{"action", name}, {"owner", owners.front()}, {"dueOn", due}};
  if (!text.empty()) action["what"] = text;
  if (const auto measure = row.text("measure"); !measure.empty()) action["measure"] = measure;
  if (recommendation != nullptr) action["recommendation"] = recommendation->name;
  entry.entry["actionAgreed"] = std::move(action);
  entry.from = {{"/occurredOn", row.heading("agreed-on")},
                {"/actionAgreed", row.heading("action")},
                {"/actionAgreed/owner", row.heading("owner")},
                {"/actionAgreed/dueOn", row.heading("due-on")}};
  into.entries.push_back(std::move(entry));
  if (progress.empty()) return;
  const auto on = progress == "COMPLETE" ? completed_of(row, due, into) : row.reading().today.iso();
  put_update(row, name, std::max(on, agreed), progress, into);
}

}  // namespace

void put_learning(PastRow& row, LearningSoFar& so_far, PastCase& into) {
  const auto first = into.entries.size();
  const auto* recommendation = put_recommendation(row, so_far, into);
  put_action(row, recommendation, so_far, into);
  if (recommendation == nullptr && into.entries.size() == first) {
    row.error("recommendation", "missing-field", "This row has neither a recommendation nor an action. Take it out.");
  }
  if (into.entries.size() > first) into.entries[first].entry["note"] = row.note();
}

}  // namespace review
