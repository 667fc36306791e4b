#include "libreview/past/case_entries.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>

#include "libreview/past/impossible_days.hpp"
#include "libreview/past/open_learning.hpp"
#include "libreview/past/past_children.hpp"
#include "libreview/past/past_stage.hpp"
#include "libreview/past/plain_words.hpp"
#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/reference_of_name.hpp"

namespace review {
namespace {

namespace json = boost::json;

/// A column of a day, and the kind of entry that the day stands for.
struct DayOfKind {
  std::string_view field;
  std::string_view kind;
};

constexpr std::array<DayOfKind, 8> days_of_kinds{{{"aware-on", "incident-logged"},
                                                  {"notified-on", "panel-notified"},
                                                  {"rapid-review-on", "meeting-held"},
                                                  {"decided-on", "rapid-review-decided"},
                                                  {"submitted-on", "rapid-review-submitted"},
                                                  {"commissioned-on", "review-commissioned"},
                                                  {"accepted-on", "report-accepted"},
                                                  {"published-on", "report-published"}}};

json::object known_date(std::string_view kind, const std::string& on, const PastRow& row, std::string_view field) {
  return {
      {"kind", json::string(kind)}, {"on", on}, {"evidence", fmt::format("The spreadsheet says: {}", row.text(field))}};
}

PastEntry entry_of(const PastRow& row, const std::string& case_id, const std::string& on) {
  return {.entry = {{"case", case_id}, {"occurredOn", on}, {"source", {{"store", "Spreadsheet"}}}},
          .sheet = row.sheet(),
          .row = row.number()};
}

/// The days of the case's life, and what is missing of them.
void put_days(PastRow& row, bool legacy, bool only_follows, json::object& brought, PastEntry& entry) {
  json::array dates;
  json::array gaps;
  const auto put = [&](std::string_view field, std::string_view kind) {
    if (!row.has(field) || row.text(field).empty()) return;
    const auto read = row.day(field);
    if (!read) return;
    if (read->sort == WrittenDay::Sort::unknown) {
      gaps.emplace_back(fmt::format("{}: not known. The spreadsheet says: {}", row.heading(field), row.text(field)));
      return;
    }
    entry.from[fmt::format("/caseBroughtIn/knownDates/{}", dates.size())] = row.heading(field);
    dates.push_back(known_date(kind, read->day, row, field));
  };
  for (const auto& one : days_of_kinds) put(one.field, one.kind);
  if (!only_follows) put("panel-replied-on", "panel-responded");
  for (const auto field : missing_days(row, legacy)) {
    gaps.emplace_back(fmt::format("{}: the spreadsheet does not say.", row.heading(field)));
    row.warn(field, "The cell is empty, though the case has come further. It is brought in with this day missing.");
  }
  if (!dates.empty()) brought["knownDates"] = std::move(dates);
  if (!gaps.empty()) brought["gaps"] = std::move(gaps);
}

void put_choice(PastRow& row, std::string_view field, const char* into, json::object& brought, PastEntry& entry) {
  const auto is = row.choice(field);
  if (is.empty()) return;
  brought[into] = is;
  entry.from[fmt::format("/caseBroughtIn/{}", into)] = row.heading(field);
}

/// Proceedings that the row names and that are not said to be over.
void put_proceedings(PastRow& row, PastCase& into) {
  constexpr std::array<std::string_view, 4> over{"concluded", "ended", "closed", "complete"};
  int number = 0;
  for (const auto& part : row.parts("proceedings")) {
    const auto plain = plain_words(part);
    if (row.reading().words.no.contains(plain)) continue;
    const bool ended = std::any_of(over.begin(), over.end(), [&](auto word) { return plain.find(word) != plain.npos; });
    if (ended) {
      row.keep("proceedings", part);
      row.warn("proceedings", "These proceedings are over: they are kept in the note and hold nothing.");
      continue;
    }
    const auto kind = row.choice("proceedings", part, "proceedings");
    if (kind.empty()) continue;
    auto entry = entry_of(row, into.case_id, row.reading().today.iso());
    entry.entry["proceedingsOpened"] =
        json::object{{"proceedings", fmt::format("proceedings-{}", ++number)}, {"kind", kind}};
    entry.entry["note"] = fmt::format("The spreadsheet says: {}", part);
    entry.from["/proceedingsOpened"] = row.heading("proceedings");
    into.entries.push_back(std::move(entry));
  }
}

void put_embargo(PastRow& row, PastCase& into) {
  const auto written = row.text("embargo");
  const auto plain = plain_words(written);
  const auto& words = row.reading().words;
  if (plain.empty() || words.no.contains(plain) || words.unknown.contains(plain)) return;
  const auto review_on = row.whole_day("embargo-review-on");
  if (review_on.empty()) {
    row.error("embargo-review-on", "missing-field",
              "An embargo needs the day that it is to be looked at by. Put a day into this column, or into the "
              "mapping as the default for it.");
    return;
  }
  auto entry = entry_of(row, into.case_id, row.reading().today.iso());
  entry.entry["embargoPlaced"] = json::object{
      {"embargo", "embargo-1"},
      {"reason", words.yes.contains(plain) ? "The spreadsheet says that the report is embargoed." : written},
      {"reviewOn", review_on}};
  entry.from["/embargoPlaced/reason"] = row.heading("embargo");
  entry.from["/embargoPlaced/reviewOn"] = row.heading("embargo-review-on");
  into.entries.push_back(std::move(entry));
}

/// The Panel's reply as an entry of its own, where both its day and its view are known.
bool reply_follows(PastRow& row, const std::string& view) {
  if (view.empty()) return false;
  if (!row.whole_day("panel-replied-on").empty()) return true;
  row.keep("panel-view", row.text("panel-view"));
  row.warn("panel-view", "The day of the reply is not known: the view is kept in the note.");
  return false;
}

void put_reply(PastRow& row, const std::string& view, PastCase& into) {
  auto entry = entry_of(row, into.case_id, row.whole_day("panel-replied-on"));
  entry.entry["panelResponded"] = json::object{{"view", view}};
  entry.from["/occurredOn"] = row.heading("panel-replied-on");
  entry.from["/panelResponded"] = row.heading("panel-view");
  into.entries.push_back(std::move(entry));
}

/// The day the case was closed, as far as the cell says one; the cell may also only say that it was.
std::string day_closed(const PastRow& row) {
  const auto written = row.text("closed-on");
  const auto& reading = row.reading();
  return written.empty() ? written : read_written_day(written, reading.words, reading.today, reading.from_1904).day;
}

/// A case keeps the reference that it had, so that the same row is known again.
std::string name_case(PastRow& row, const std::string& reference) {
  if (auto id = case_id_of(reference); !id.empty()) return id;
  row.error("reference", "missing-field", "This row has no reference, so it could not be known again. Give it one.");
  return {};
}

}  // namespace

std::string case_id_of(const std::string& reference) { return reference_of_name(reference); }

PastCase case_of_row(PastRow& row) {
  PastCase made;
  made.reference = row.text("reference");
  made.case_id = name_case(row, made.reference);
  made.sheet = row.sheet();
  made.row = row.number();
  made.pseudonyms = pseudonyms_of(row);
  made.incident_on = row.whole_day("incident-on");
  made.closed_on = day_closed(row);
  find_impossible_days(row);
  const auto facts = stage_of_row(row);
  const auto view = facts.legacy ? std::string() : row.choice("panel-view");
  const bool reply = reply_follows(row, view);
  auto brings = entry_of(row, made.case_id, row.reading().today.iso());
  json::object brought{{"kind", facts.legacy ? "SERIOUS_CASE_REVIEW" : "LIVE"}, {"stageAsAt", facts.stage}};
  if (auto children = children_of(row); !children.empty()) brought["children"] = std::move(children);
  if (const auto name = reference_of_name(row.text("local-authority")); !name.empty()) {
    brought["localAuthority"] = name;
    row.keep("local-authority", row.text("local-authority"));
  }
  put_choice(row, "harm", "harm", brought, brings);
  put_choice(row, "abuse-or-neglect", "abuseOrNeglect", brought, brings);
  if (!facts.outcome.empty()) brought["outcome"] = facts.outcome;
  brings.from["/caseBroughtIn/outcome"] = row.heading("outcome");
  brings.from["/caseBroughtIn/stageAsAt"] = row.heading("stage");
  brings.from["/caseBroughtIn/children"] = row.heading("pseudonym");
  brings.from["/caseBroughtIn/localAuthority"] = row.heading("local-authority");
  if (const auto summary = row.text("summary"); !summary.empty()) brought["summary"] = summary;
  // The Panel is no longer waited for in a case that has come further, so its reply is known with the case.
  put_days(row, facts.legacy, reply && facts.stage == "AWAITING_PANEL", brought, brings);
  for (const auto field : {"reference", "incident-on", "published-at"}) {
    if (!row.text(field).empty()) row.keep(field, row.text(field));
  }
  brings.entry["caseBroughtIn"] = std::move(brought);
  made.entries.push_back(std::move(brings));
  if (reply) put_reply(row, view, made);
  put_proceedings(row, made);
  put_embargo(row, made);
  made.entries.front().entry["note"] = row.note();
  return made;
}

void close_case(PastRow& row, PastCase& into) {
  auto& brought = into.entries.front().entry["caseBroughtIn"].as_object();
  if (brought["stageAsAt"] != "CLOSED" || into.entries.size() == 1) return;
  // What is closed takes nothing more: the rest comes first.
  brought["stageAsAt"] = "ACTIONS";
  const auto on = row.whole_day("closed-on");
  const bool notified = !row.text("notified-on").empty();
  if (on.empty() || (notified && row.whole_day("submitted-on").empty())) {
    row.warn("closed-on",
             "The case is left open, at its actions: the day it was closed, or the day its rapid review "
             "was sent, is not known. Close it when it is here.");
    return;
  }
  warn_of_open_learning(row, into);
  auto entry = entry_of(row, into.case_id, on);
  entry.entry["caseClosed"] = json::object{{"reason", "COMPLETE"}};
  entry.from["/occurredOn"] = row.heading("closed-on");
  entry.from["/caseClosed"] = row.heading("closed-on");
  into.entries.push_back(std::move(entry));
}

}  // namespace review
