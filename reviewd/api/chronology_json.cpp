#include "reviewd/api/chronology_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>

#include "libreview/calendar/partial_date.hpp"
#include "libreview/vocabulary/write_message.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::ChronologyFlag;
using review::v1::ChronologyRow;

bool is_wanted(const ShownChronology& shown, const ChronologyFlag& flag, const std::string& agency) {
  if (agency.empty() || flag.sort == ChronologyFlag::Sort::gap) return true;
  return std::ranges::any_of(flag.lines, [&](std::size_t at) { return shown.merged.lines[at].agency == agency; });
}

json::object source_json(const review::ChronologySource& source) {
  json::object out{
      {"agency", source.agency}, {"entry", source.entry}, {"occurredOn", source.received_on}, {"rows", source.rows}};
  if (!source.document.empty()) out["document"] = source.document;
  if (!source.replaced_by.empty()) out["replacedBy"] = source.replaced_by;
  return out;
}

json::object flag_json(const ChronologyFlag& flag) {
  json::array lines;
  for (const auto at : flag.lines) lines.push_back(at + 1);
  json::array shared;
  for (const auto& word : flag.shared) shared.push_back(json::string(word));
  return {{"flag", json::string(review::flag_sort_name(flag.sort))},
          {"title", json::string(flag_title(flag.sort))},
          {"says", flag.says},
          {"lines", std::move(lines)},
          {"sharedWords", std::move(shared)}};
}

std::string known_words(review::v1::Known known) {
  return known == review::v1::KNOWN_YES         ? "Yes"
         : known == review::v1::KNOWN_NO        ? "No"
         : known == review::v1::KNOWN_NOT_KNOWN ? "Not known"
                                                : "";
}

/// What to look at in each line, one after the other.
std::vector<std::string> flags_by_line(const ShownChronology& shown) {
  std::vector<std::string> all(shown.merged.lines.size());
  for (const auto& flag : shown.flags) {
    for (const auto line : flag.lines) all[line] += (all[line].empty() ? "" : " ") + flag.says;
  }
  return all;
}

}  // namespace

std::string when_words(const ChronologyRow& row) {
  auto words = review::partial_date_words(row.on());
  if (row.has_until()) words += " to " + review::partial_date_words(row.until());
  if (row.has_at()) words += ", " + row.at();
  if (row.about()) words += ", not exact";
  return words;
}

json::object chronology_json(const std::string& case_id, const ShownChronology& shown, const std::string& agency) {
  json::array sources;
  for (const auto& one : shown.merged.sources) sources.push_back(source_json(one));
  json::array lines;
  for (std::size_t i = 0; i < shown.merged.lines.size(); ++i) {
    const auto& line = shown.merged.lines[i];
    if (!agency.empty() && line.agency != agency) continue;
    auto row = review::write_message(line.row);
    row["line"] = i + 1;
    row["agency"] = line.agency;
    row["entry"] = line.entry;
    row["when"] = when_words(line.row);
    lines.push_back(std::move(row));
  }
  json::array flags;
  for (const auto& one : shown.flags) {
    if (is_wanted(shown, one, agency)) flags.push_back(flag_json(one));
  }
  return {{"case", case_id},
          {"gapDays", shown.choice.gap_days},
          {"clashDays", shown.choice.clash_days},
          {"sameEventPercent", shown.choice.same_event},
          {"sources", std::move(sources)},
          {"lines", std::move(lines)},
          {"flags", std::move(flags)}};
}

CsvLines chronology_lines(const ShownChronology& shown, const std::string& agency) {
  CsvLines lines{{"line", "on", "until", "at", "about", "agency", "what", "sort", "source", "childSeen", "voice",
                  "analysis", "remarks", "written", "flags"},
                 {"Line", "When", "Until", "Time", "Not exact", "Agency", "What happened", "Sort of contact",
                  "Where it is recorded", "Was the child seen?", "The child's voice", "Analysis",
                  "What else the table says", "As the table says the day", "What to look at"}};
  const auto flags = flags_by_line(shown);
  for (std::size_t i = 0; i < shown.merged.lines.size(); ++i) {
    const auto& line = shown.merged.lines[i];
    if (!agency.empty() && line.agency != agency) continue;
    const auto& row = line.row;
    lines.push_back({std::to_string(i + 1), row.on(), row.until(), row.at(), row.about() ? "Yes" : "", line.agency,
                     row.what(), row.sort(), row.source(), known_words(row.child_seen()), row.voice(), row.analysis(),
                     row.remarks(), row.written(), flags[i]});
  }
  return lines;
}

}  // namespace reviewd
