#include "libreview/chronology/chronology_row.hpp"

#include <fmt/format.h>

#include "libreview/calendar/partial_date.hpp"
#include "libreview/chronology/written_span.hpp"
#include "libreview/past/plain_words.hpp"

namespace review {
namespace {

constexpr auto on_field = "chronology-on";
constexpr auto until_field = "chronology-until";
constexpr auto at_field = "chronology-at";

/// A cell of several lines as one.
std::string line_in(const PastRow& row, std::string_view field) {
  std::string line;
  for (const char c : row.text(field)) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank) {
      line += c;
    } else if (!line.ends_with(' ')) {
      line += ' ';
    }
  }
  return line;
}

WrittenSpan span_in(PastRow& row, std::string_view field) {
  const auto& reading = row.reading();
  const auto written = row.text(field);
  auto span = read_written_span(written, reading.words, reading.today, reading.from_1904);
  if (span.sort == WrittenDay::Sort::unreadable) {
    row.error(field, "not-a-date", fmt::format("\"{}\" cannot be read as a day. {}", beginning_of(written), span.why));
  }
  return span;
}

bool is_ahead(const PastRow& row, const std::string& day) {
  const auto known = PartialDate::parse(day);
  return known && known->earliest() > row.reading().today;
}

bool ends_before(const std::string& until, const std::string& on) {
  const auto last = PartialDate::parse(until);
  const auto first = PartialDate::parse(on);
  return last && first && last->latest() < first->earliest();
}

void put_until(PastRow& row, v1::ChronologyRow& made) {
  if (row.text(until_field).empty()) return;
  const auto last = span_in(row, until_field);
  if (last.sort != WrittenDay::Sort::known) return;
  const auto& day = last.until.empty() ? last.on : last.until;
  if (ends_before(day, made.on())) {
    row.error(until_field, "dated-before-start", "This ends before it begins. Change one of the days.");
  } else if (day != made.on()) {
    made.set_until(day);
  }
}

void put_days(PastRow& row, v1::ChronologyRow& made) {
  const auto written = row.text(on_field);
  if (written.empty()) {
    row.error(on_field, "missing-field", "The day is missing. Write it as far as it is known, if only the year.");
    return;
  }
  const auto span = span_in(row, on_field);
  if (span.sort == WrittenDay::Sort::unreadable) return;
  if (span.sort == WrittenDay::Sort::unknown) {
    row.error(
        on_field, "not-a-date",
        fmt::format("\"{}\" says that nobody knows the day. Without a day the row has no place: write it as far as "
                    "it is known, if only the year.",
                    written));
    return;
  }
  made.set_on(span.on);
  if (!span.until.empty()) made.set_until(span.until);
  if (!span.at.empty()) made.set_at(span.at);
  if (span.inexact) {
    made.set_about(true);
    made.set_written(line_in(row, on_field));
    row.warn(on_field, fmt::format("\"{}\" is taken as {}, and as not exact.", beginning_of(written),
                                   PartialDate::parse(span.on)->words()));
  }
  put_until(row, made);
  if (is_ahead(row, made.on()) || is_ahead(row, made.until())) {
    row.error(on_field, "dated-in-the-future", "This is after today. A chronology tells what has happened.");
  }
}

void put_time(PastRow& row, v1::ChronologyRow& made) {
  const auto written = row.text(at_field);
  if (written.empty()) return;
  auto at = read_written_time(written);
  if (at.empty()) {
    row.warn(at_field,
             fmt::format("\"{}\" cannot be read as a time of day. It is kept beside the row.", beginning_of(written)));
    made.set_remarks(fmt::format("{}: {}", row.heading(at_field), written));
    return;
  }
  made.set_at(std::move(at));
}

/// The values of the columns that no field is for.
void put_remarks(PastRow& row, v1::ChronologyRow& made) {
  auto remarks = made.remarks();
  for (const auto& line : row.kept_columns()) remarks += (remarks.empty() ? "" : "\n") + line;
  if (!remarks.empty()) made.set_remarks(remarks);
}

}  // namespace

v1::ChronologyRow chronology_row(PastRow& row) {
  v1::ChronologyRow made;
  made.set_row(row.number());
  put_days(row, made);
  put_time(row, made);
  if (auto what = row.text("chronology-what"); !what.empty()) {
    made.set_what(std::move(what));
  } else {
    row.error("chronology-what", "missing-field", "Say what happened, or take the row out.");
  }
  if (auto sort = line_in(row, "chronology-sort"); !sort.empty()) made.set_sort(std::move(sort));
  if (auto source = line_in(row, "chronology-source"); !source.empty()) made.set_source(std::move(source));
  if (const auto seen = row.yes_no("chronology-child-seen")) {
    made.set_child_seen(*seen ? v1::KNOWN_YES : v1::KNOWN_NO);
  } else if (!row.text("chronology-child-seen").empty()) {
    made.set_child_seen(v1::KNOWN_NOT_KNOWN);
  }
  if (auto voice = row.text("chronology-voice"); !voice.empty()) made.set_voice(std::move(voice));
  if (auto analysis = row.text("chronology-analysis"); !analysis.empty()) made.set_analysis(std::move(analysis));
  put_remarks(row, made);
  return made;
}

}  // namespace review
