#include "libreview/past/past_row.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/past/plain_words.hpp"

namespace review {
namespace {

/// More than any honest row has.
constexpr std::size_t most_of_row = 50;

}  // namespace

const MappedColumn* PastRow::column(std::string_view field) const {
  const auto found = std::find_if(sheet_.columns.begin(), sheet_.columns.end(),
                                  [&](const MappedColumn& one) { return one.field == field; });
  return found == sheet_.columns.end() ? nullptr : &*found;
}

std::string PastRow::cell(std::size_t column) const {
  return column < row_.cells.size() ? without_blanks(row_.cells[column]) : std::string();
}

bool PastRow::has(std::string_view field) const { return column(field) != nullptr; }

std::string PastRow::heading(std::string_view field) const {
  if (const auto* found = column(field)) return beginning_of(found->heading);
  const auto* known = reading_.words.field(field);
  return known == nullptr ? std::string() : known->label;
}

std::string PastRow::text(std::string_view field) const {
  if (const auto* found = column(field)) {
    auto written = cell(static_cast<std::size_t>(found - sheet_.columns.data()));
    if (!written.empty()) return written;
  }
  return reading_.known.default_of(field);
}

std::optional<WrittenDay> PastRow::day(std::string_view field) {
  const auto written = text(field);
  if (written.empty()) return std::nullopt;
  auto read = read_written_day(written, reading_.words, reading_.today, reading_.from_1904);
  if (read.sort == WrittenDay::Sort::unreadable) {
    error(field, "not-a-date", fmt::format("\"{}\" cannot be read as a day. {}", beginning_of(written), read.why));
    return std::nullopt;
  }
  if (read.sort == WrittenDay::Sort::unknown || read.inexact) keep(field, written);
  return read;
}

std::string PastRow::whole_day(std::string_view field) {
  const auto read = day(field);
  constexpr std::size_t whole = 10;
  return read && read->day.size() == whole ? read->day : std::string();
}

std::string PastRow::choice(std::string_view field, const std::string& written, std::string_view words_of) {
  const auto plain = plain_words(written);
  if (plain.empty()) return {};
  if (const auto* own = reading_.known.mapped(words_of, plain)) return *own;
  if (const auto* value = reading_.known.value(words_of, plain)) {
    if (!value->says.empty()) {
      keep(field, written);
      warn(field, value->says);
    }
    return value->is;
  }
  if (reading_.words.unknown.contains(plain)) {
    keep(field, written);
    return {};
  }
  const auto near = reading_.known.nearest_values(words_of, written);
  error(field, "not-a-choice",
        fmt::format("\"{}\" is not known here{}. Write another word, or say in the mapping what it means.",
                    beginning_of(written), near.empty() ? "" : fmt::format("; the nearest is \"{}\"", near.front())));
  return {};
}

std::optional<bool> PastRow::yes_no(std::string_view field) {
  const auto written = text(field);
  const auto plain = plain_words(written);
  if (plain.empty()) return std::nullopt;
  if (reading_.words.yes.contains(plain)) return true;
  if (reading_.words.no.contains(plain)) return false;
  if (reading_.words.unknown.contains(plain)) {
    keep(field, written);
    return std::nullopt;
  }
  error(field, "not-a-choice",
        fmt::format("\"{}\" is neither yes nor no. Write one of them, or unknown.", beginning_of(written)));
  return std::nullopt;
}

std::string PastRow::agency(std::string_view field, const std::string& written) {
  const auto plain = plain_words(written);
  if (auto own = reading_.known.agency(written); !own.empty()) return own;
  if (const auto* own = reading_.known.mapped("owner", plain)) return *own;
  if (reading_.known.value("owner", plain) != nullptr) return choice(field, written, "owner");
  const auto near = reading_.known.nearest_agencies(written);
  error(field, "missing-reference",
        fmt::format("There is no agency \"{}\" in the register{}. Add it, or say in the mapping which one it is.",
                    beginning_of(written), near.empty() ? "" : fmt::format("; the nearest is \"{}\"", near.front())));
  return {};
}

std::vector<std::string> PastRow::parts(std::string_view field) { return no_more(field, parts_of_cell(text(field))); }

std::vector<std::string> PastRow::no_more(std::string_view field, std::vector<std::string> parts) {
  if (parts.size() <= most_parts_of_cell) return parts;
  parts.resize(most_parts_of_cell);
  error(field, "too-large",
        fmt::format("This cell holds more than {} things, and the first {} were read. Take some of them out.",
                    most_parts_of_cell, most_parts_of_cell));
  return parts;
}

std::vector<std::string> PastRow::agencies(std::string_view field) {
  std::vector<std::string> all;
  for (const auto& part : parts(field)) {
    if (auto one = agency(field, part); !one.empty()) all.push_back(std::move(one));
  }
  return all;
}

/// A cell may be asked more than once: what there is to say of it is said once.
void PastRow::add(RowFinding finding) {
  if (std::find(findings_.begin(), findings_.end(), finding) != findings_.end()) return;
  const bool is_first_error = finding.is_error() && !has_error_;
  has_error_ = has_error_ || finding.is_error();
  if (findings_.size() < most_of_row || is_first_error) return findings_.push_back(std::move(finding));
  ++unsaid_;
  errors_unsaid_ += finding.is_error() ? 1 : 0;
}

std::vector<RowFinding> PastRow::findings() const {
  auto all = findings_;
  if (unsaid_ == 0) return all;
  const auto code = errors_unsaid_ > 0 ? std::string("too-large") : std::string();
  all.push_back(
      {sheet_.name,
       row_.number,
       {},
       code,
       fmt::format("There is more to say of this row: {} more, of which {} are faults. Mend the others first, "
                   "then ask again.",
                   unsaid_, errors_unsaid_)});
  return all;
}

void PastRow::error(std::string_view field, std::string_view code, std::string says) {
  add({sheet_.name, row_.number, heading(field), std::string(code), std::move(says)});
}

void PastRow::warn(std::string_view field, std::string says) {
  add({sheet_.name, row_.number, heading(field), {}, std::move(says)});
}

void PastRow::keep(std::string_view field, const std::string& written) {
  auto line = fmt::format("{}: {}", heading(field), written);
  if (std::find(kept_.begin(), kept_.end(), line) == kept_.end()) kept_.push_back(std::move(line));
}

std::vector<std::string> PastRow::kept_columns() const {
  std::vector<std::string> all;
  for (std::size_t i = 0; i < sheet_.columns.size(); ++i) {
    const auto& column = sheet_.columns[i];
    if ((column.field != keep_column && column.field != "note") || cell(i).empty()) continue;
    all.push_back(fmt::format("{}: {}", beginning_of(column.heading), cell(i)));
  }
  return all;
}

std::string PastRow::note() const {
  std::string all = fmt::format("From a spreadsheet: sheet {}, row {}.", sheet_.name, row_.number);
  for (const auto& line : kept_) all += "\n" + line;
  for (const auto& line : kept_columns()) all += "\n" + line;
  return all;
}

}  // namespace review
