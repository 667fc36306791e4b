#include <algorithm>
#include <boost/json/array.hpp>

#include "libreview/vocabulary/names.hpp"
#include "reviewd/api/csv_parts.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/listing.hpp"
#include "reviewd/api/standing.hpp"
#include "reviewd/base/practice_terms.hpp"

namespace reviewd {
namespace {

using review::Right;
using review::v1::Case;
using review::v1::Clock;

/// A column: what the schema calls it, what people call it, what stands in it.
template <class Row>
struct Column {
  std::string name;
  std::string label;
  std::string (*value)(const Row&);
};

std::string number(bool given, int value) { return given ? std::to_string(value) : std::string(); }

/// What each of the list has to say, without those that say nothing.
template <class List, class Text>
std::string joined(const List& list, Text text_of) {
  std::string all;
  for (const auto& one : list) {
    if (const std::string& text = text_of(one); !text.empty()) all += (all.empty() ? "" : "; ") + text;
  }
  return all;
}

/// Of the date that comes next; empty where none does.
std::string of_next(const Case& of_case, const std::string& (Clock::*text)() const) {
  const auto* next = next_clock(of_case);
  return next == nullptr ? std::string() : (next->*text)();
}

std::string state_of(const Clock& clock) {
  return review::short_name_of(clock.state(), review::v1::ClockState_descriptor());
}

const std::vector<Column<Case>>& case_table() {
  static const std::vector<Column<Case>> columns = {
      {"case", "Case", [](const Case& one) { return one.case_(); }},
      {"pseudonyms", "Children",
       [](const Case& one) { return joined(one.children(), [](const auto& child) { return child.pseudonym(); }); }},
      {"stage", "Stage",
       [](const Case& one) { return review::short_name_of(one.stage(), review::v1::Stage_descriptor()); }},
      {"openedOn", "Opened on", [](const Case& one) { return one.opened_on(); }},
      {"localAuthority", "Local authority", [](const Case& one) { return one.local_authority(); }},
      {"nextDueOn", "Next date", [](const Case& one) { return of_next(one, &Clock::due_on); }},
      {"nextClock", "What is due", [](const Case& one) { return practice_terms(of_next(one, &Clock::title)); }},
      {"overdue", "Dates out of timescale",
       [](const Case& one) {
         const auto late = std::count_if(one.clocks().begin(), one.clocks().end(), [](const Clock& clock) {
           return clock.state() == review::v1::CLOCK_STATE_OVERDUE;
         });
         return std::to_string(late);
       }},
      {"holds", "Held from publication by",
       [](const Case& one) { return joined(one.holds(), [](const auto& hold) { return hold.kind(); }); }},
      {"holdReviewOn", "Hold to be looked at by",
       [](const Case& one) { return joined(one.holds(), [](const auto& hold) { return hold.review_on(); }); }},
      {"version", "Version", [](const Case& one) { return std::to_string(one.version()); }},
  };
  return columns;
}

const std::vector<Column<Clock>>& clock_table() {
  static const std::vector<Column<Clock>> columns = {
      {"case", "Case", [](const Clock& one) { return one.case_(); }},
      {"clock", "Timescale", [](const Clock& one) { return one.clock(); }},
      {"title", "What", [](const Clock& one) { return practice_terms(one.title()); }},
      {"state", "How it stands", state_of},
      {"startedOn", "Started on", [](const Clock& one) { return one.started_on(); }},
      {"dueOn", "Due on", [](const Clock& one) { return one.due_on(); }},
      {"localDueOn", "Local date", [](const Clock& one) { return one.local().due_on(); }},
      {"stoppedOn", "Done on", [](const Clock& one) { return one.stopped_on(); }},
      {"day", "Day", [](const Clock& one) { return number(one.has_day(), one.day()); }},
      {"length", "Of", [](const Clock& one) { return number(one.has_length(), one.length()); }},
      {"unit", "Unit", [](const Clock& one) { return one.unit(); }},
      {"workingDaysLeft", "Working days left",
       [](const Clock& one) { return number(one.has_working_days_left(), one.working_days_left()); }},
      {"workingDaysLate", "Working days late",
       [](const Clock& one) { return number(one.has_working_days_late(), one.working_days_late()); }},
      {"owedBy", "Whose",
       [](const Clock& one) { return review::short_name_of(one.owed_by(), review::v1::OwedBy_descriptor()); }},
      {"agency", "Agency", [](const Clock& one) { return one.agency(); }},
      {"law", "Law", [](const Clock& one) { return one.law(); }},
  };
  return columns;
}

/// The names of the columns, and what people call them.
template <class Row>
CsvLines heads_of(const std::vector<Column<Row>>& columns) {
  CsvLines heads(2);
  for (const auto& column : columns) {
    heads[0].push_back(column.name);
    heads[1].push_back(column.label);
  }
  return heads;
}

template <class Row>
std::vector<std::string> cells_of(const std::vector<Column<Row>>& columns, const Row& row) {
  std::vector<std::string> cells;
  for (const auto& column : columns) cells.push_back(column.value(row));
  return cells;
}

/// What the call asks for, from after the key on.
review::Result<review::ListQuery> query_of(const Call& call, std::string_view ordered_by,
                                           const std::vector<std::string>& after) {
  auto query = list_query(call, ordered_by);
  if (!query) return query;
  query->limit = csv_step;
  query->after = after;
  return query;
}

review::Result<CsvPart> next_cases(Call& call, const std::vector<std::string>& after) {
  const auto query = query_of(call, "case", after);
  if (!query) return review::refuse(query.error());
  const auto page = call.desk().list_cases(*query, call.reader, call.moment);
  if (!page) return review::refuse(page.error());
  CsvPart part{{}, page->next};
  for (const auto& one : page->items) part.lines.push_back(cells_of(case_table(), *one));
  return part;
}

review::Result<CsvPart> next_clocks(Call& call, const std::vector<std::string>& after) {
  const auto query = query_of(call, "dueOn", after);
  if (!query) return review::refuse(query.error());
  const auto page = call.desk().list_clocks(*query, call.reader, call.moment, review::Desk::Reasons::left_out);
  if (!page) return review::refuse(page.error());
  CsvPart part{{}, page->next};
  for (const auto& one : page->items) part.lines.push_back(cells_of(clock_table(), one));
  return part;
}

Response cases_csv(Call& call) { return csv_in_parts(call, "cases", heads_of(case_table()), next_cases); }
Response clocks_csv(Call& call) { return csv_in_parts(call, "clocks", heads_of(clock_table()), next_clocks); }

}  // namespace

std::vector<Endpoint> csv_endpoints() {
  return {
      {"GET",
       "/v1/cases:csv",
       "listCasesAsCsv",
       "The list of cases for a spreadsheet: references and pseudonyms, nothing personal",
       {Right::read_cases},
       Use::read,
       {"filter", "orderBy"},
       "",
       "Csv",
       200,
       cases_csv},
      {"GET",
       "/v1/cases/-/clocks:csv",
       "listClocksAsCsv",
       "The list of clocks for a spreadsheet",
       {Right::read_cases},
       Use::read,
       {"filter", "orderBy"},
       "",
       "Csv",
       200,
       clocks_csv},
  };
}

}  // namespace reviewd
