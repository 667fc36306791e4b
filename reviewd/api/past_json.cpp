#include "reviewd/api/past_json.hpp"

#include <algorithm>

#include "libreview/law/read_past_words.hpp"
#include "libreview/past/mapping.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

std::string_view state_name(PastState state) {
  switch (state) {
    case PastState::made:
      return "MADE";
    case PastState::there:
      return "THERE";
    case PastState::refused:
      return "REFUSED";
    case PastState::waits:
      break;
  }
  return "WAITS";
}

/// `caseBroughtIn` of an entry: the one member that is no envelope.
std::string kind_of_entry(const json::object& entry) {
  for (const auto& [name, value] : entry) {
    if (value.is_object() && name != "source") return std::string(name);
  }
  return {};
}

json::array sheets_json(const PastFile& file) {
  json::array sheets;
  for (const auto& sheet : file.mapping.sheets) {
    json::array columns;
    for (const auto& one : sheet.columns)
      columns.push_back(json::object{{"heading", one.heading}, {"field", one.field}});
    const auto& all = file.book->sheets;
    const auto found = std::ranges::find(all, sheet.name, &review::Sheet::name);
    const auto rows = found == all.end() ? 0 : std::ssize(found->rows);
    sheets.push_back(json::object{{"name", sheet.name},
                                  {"holds", sheet.holds},
                                  {"headingRow", sheet.heading_row},
                                  {"rows", rows},
                                  {"columns", std::move(columns)}});
  }
  return sheets;
}

}  // namespace

json::array findings_json(const std::vector<review::RowFinding>& findings) {
  json::array all;
  for (const auto& one : findings) {
    all.push_back(json::object{
        {"sheet", one.sheet}, {"row", one.row}, {"column", one.column}, {"code", one.code}, {"says", one.says}});
  }
  return all;
}

json::object past_file_json(const PastFile& file, const review::SheetSorts& sorts) {
  json::array fields;
  for (const auto& one : review::past_words().fields) {
    const bool fits = std::ranges::any_of(sorts, [&](const auto& sort) { return one.on.contains(sort); });
    if (!fits) continue;
    json::array on;
    for (const auto& sheet : one.on) on.emplace_back(sheet);
    fields.push_back(json::object{{"field", one.id}, {"label", one.label}, {"on", std::move(on)}});
  }
  return {{"past", file.past},
          {"digest", file.digest},
          {"sheets", sheets_json(file)},
          {"fields", std::move(fields)},
          {"mapping", review::write_mapping(file.mapping)}};
}

json::object past_run_json(const std::string& past, const PastRun& run) {
  json::array rows;
  for (const auto& row : run.rows) {
    json::array kinds;
    if (row.state != PastState::there) {
      for (const auto& one : row.of.entries) kinds.emplace_back(kind_of_entry(one.entry));
    }
    rows.push_back(json::object{{"sheet", row.of.sheet},
                                {"row", row.of.row},
                                {"reference", row.of.reference},
                                {"case", row.of.case_id},
                                {"state", json::string(state_name(row.state))},
                                {"entries", std::move(kinds)}});
  }
  return {{"past", past},
          {"good", run.good()},
          {"stored", run.stored},
          {"cases", run.count(PastState::made)},
          {"entries", run.entries},
          {"there", run.count(PastState::there)},
          {"rows", std::move(rows)},
          {"findings", findings_json(run.findings)}};
}

CsvLines past_run_lines(const PastRun& run) {
  CsvLines lines{{"sheet", "row", "column", "case", "state", "code", "says"},
                 {"Sheet", "Row", "Column", "Case", "What becomes of it", "Fault", "What to know or do"}};
  for (const auto& row : run.rows) {
    lines.push_back({row.of.sheet, std::to_string(row.of.row), "", row.of.case_id, std::string(state_name(row.state)),
                     "", row.state == PastState::made ? std::to_string(row.of.entries.size()) + " updates" : ""});
  }
  for (const auto& one : run.findings) {
    lines.push_back({one.sheet, one.row == 0 ? "" : std::to_string(one.row), one.column, "", "", one.code, one.says});
  }
  return lines;
}

}  // namespace reviewd
