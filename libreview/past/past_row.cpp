#include "libreview/past/past_row.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/past/nearest.hpp"
#include "libreview/past/plain_words.hpp"

namespace review {

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
  if (const auto* found = column(field)) return found->heading;
  const auto* known = reading_.words.field(field);
  return known == nullptr ? std::string() : known->label;
}

std::string PastRow::text(std::string_view field) const {
  if (const auto* found = column(field)) {
    auto written = cell(static_cast<std::size_t>(found - sheet_.columns.data()));
    if (!written.empty()) return written;
  }
  const auto& defaults = reading_.mapping.defaults;
  const auto found =
      std::find_if(defaults.begin(), defaults.end(), [&](const auto& one) { return one.field == field; });
  return found == defaults.end() ? std::string() : found->written;
}

std::optional<WrittenDay> PastRow::day(std::string_view field) {
  const auto written = text(field);
  if (written.empty()) return std::nullopt;
  auto read = read_written_day(written, reading_.words, reading_.today, reading_.from_1904);
  if (read.sort == WrittenDay::Sort::unreadable) {
    error(field, "not-a-date", fmt::format("\"{}\" cannot be read as a day. {}", written, read.why));
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
  const auto& mapped = reading_.mapping.words;
  const auto own = std::find_if(mapped.begin(), mapped.end(), [&](const auto& one) {
    return one.of == words_of && plain_words(one.written) == plain;
  });
  if (own != mapped.end()) return own->is;
  if (const auto* value = reading_.words.value(words_of, plain)) {
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
  std::vector<std::string> known;
  for (const auto& one : reading_.words.values) {
    if (one.of == words_of) known.insert(known.end(), one.words.begin(), one.words.end());
  }
  const auto near = nearest(plain, known);
  error(field, "not-a-choice",
        fmt::format("\"{}\" is not known here{}. Write another word, or say in the mapping what it means.", written,
                    near.empty() ? "" : fmt::format("; the nearest is \"{}\"", near)));
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
  error(field, "not-a-choice", fmt::format("\"{}\" is neither yes nor no. Write one of them, or unknown.", written));
  return std::nullopt;
}

std::string PastRow::agency(std::string_view field, const std::string& written) {
  const auto plain = plain_words(written);
  std::vector<std::string> names;
  for (const auto& one : reading_.agencies) {
    if (plain_words(one.name) == plain || one.agency == written) return one.agency;
    names.push_back(one.name);
  }
  for (const auto& one : reading_.mapping.words) {
    if (one.of == "owner" && plain_words(one.written) == plain) return one.is;
  }
  if (reading_.words.value("owner", plain) != nullptr) return choice(field, written, "owner");
  const auto near = nearest(written, names);
  error(field, "missing-reference",
        fmt::format("There is no agency \"{}\" in the register{}. Add it, or say in the mapping which one it is.",
                    written, near.empty() ? "" : fmt::format("; the nearest is \"{}\"", near)));
  return {};
}

std::vector<std::string> PastRow::agencies(std::string_view field) {
  std::vector<std::string> all;
  for (const auto& part : parts_of_cell(text(field))) {
    if (auto one = agency(field, part); !one.empty()) all.push_back(std::move(one));
  }
  return all;
}

/// A cell may be asked more than once: what there is to say of it is said once.
void PastRow::add(RowFinding finding) {
  if (std::find(findings_.begin(), findings_.end(), finding) == findings_.end())
    findings_.push_back(std::move(finding));
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
    all.push_back(fmt::format("{}: {}", column.heading, cell(i)));
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
