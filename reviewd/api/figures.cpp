#include <boost/json/array.hpp>
#include <map>

#include "libreview/vocabulary/kinds.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/figures_csv.hpp"
#include "reviewd/api/figures_spreadsheet.hpp"
#include "reviewd/api/listing.hpp"
#include "reviewd/api/shown_pack.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
using review::Right;

const std::vector<std::string> asked_by = {"from", "to", "asAt", "published", "besides"};

json::object figure_json(const ShownPack& pack, const review::FigureTable& table, review::FigurePlace place) {
  const auto why = pack.why_hidden(table, place);
  json::object out{{"column", table.columns[place.column].id}};
  if (!pack.published || why == review::Hidden::no) out["value"] = table.at(place).value();
  if (why == review::Hidden::no) return out;
  // Which of those that are left out are small themselves, the public must not learn.
  out["leftOut"] = pack.published ? "CONFIDENTIAL" : why == review::Hidden::small ? "SMALL" : "BESIDE";
  return out;
}

json::array lines_json(const std::vector<review::FigureLine>& lines) {
  json::array out;
  for (const auto& line : lines) out.push_back(json::object{{"id", line.id}, {"title", line.title}});
  return out;
}

json::array remarks_json(const review::FigureTable& table) {
  json::array out;
  for (const auto& remark : table.remarks) {
    json::object one{{"case", remark.about.case_id}, {"says", remark.says}};
    if (!remark.about.entry.empty()) one["entry"] = remark.about.entry;
    out.push_back(std::move(one));
  }
  return out;
}

json::object table_json(const ShownPack& pack, const review::FigureTable& table) {
  json::array rows;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    json::array figures;
    for (std::size_t column = 0; column < table.columns.size(); ++column)
      figures.push_back(figure_json(pack, table, {row, column}));
    rows.push_back(
        json::object{{"id", table.rows[row].id}, {"title", table.rows[row].title}, {"figures", std::move(figures)}});
  }
  json::object out{{"table", table.id},        {"title", table.title}, {"note", table.note},
                   {"guarded", table.guarded}, {"chart", table.chart}, {"columns", lines_json(table.columns)},
                   {"rows", std::move(rows)}};
  if (!pack.published) out["remarks"] = remarks_json(table);
  return out;
}

Response get_figures(Call& call) {
  const auto pack = shown_pack(call);
  if (!pack) return refused(call, pack.error());
  json::array tables;
  for (const auto& table : pack->tables) tables.push_back(table_json(*pack, table));
  return json_answer(200, json::object{{"from", pack->period.from.iso()},
                                       {"to", pack->period.to.iso()},
                                       {"asAt", pack->as_at.iso()},
                                       {"published", pack->published},
                                       {"covers", sees_every_case(call.reader) ? "EVERY_CASE" : "OWN_CASES"},
                                       {"smallBelow", pack->below},
                                       {"practice", call.desk().practice()},
                                       {"tables", std::move(tables)}});
}

Response get_csv(Call& call) {
  const auto pack = shown_pack(call);
  if (!pack) return refused(call, pack.error());
  const auto* table = pack->table(call.path("table"));
  if (table == nullptr) return refused(call, {Code::not_found, "There is no table of this name."});
  return figures_csv(call, *pack, *table);
}

Response get_spreadsheet(Call& call) {
  const auto pack = shown_pack(call);
  if (!pack) return refused(call, pack.error());
  return figures_spreadsheet(call, *pack);
}

/// The figure by the ids of its row and column; null where there is none.
const review::Figure* find_figure(const review::FigureTable& table, const std::string& row, const std::string& column) {
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    for (std::size_t j = 0; j < table.columns.size(); ++j) {
      if (table.rows[i].id == row && table.columns[j].id == column) return &table.at({i, j});
    }
  }
  return nullptr;
}

json::object behind_json(Call& call, const review::Behind& behind) {
  json::object out{{"case", behind.case_id}};
  if (!behind.of.empty()) out["of"] = behind.of;
  if (behind.entry.empty()) return out;
  out["entry"] = behind.entry;
  for (const auto& entry : call.desk().entries_that_count(behind.case_id)) {
    if (entry.entry() != behind.entry) continue;
    const auto* kind = review::kind_of(entry);
    if (kind != nullptr) out["kind"] = kind->json;
    if (!entry.occurred_on().empty()) out["occurredOn"] = entry.occurred_on();
  }
  return out;
}

Response list_figure(Call& call) {
  const auto pack = shown_pack(call);
  if (!pack) return refused(call, pack.error());
  if (pack->published) {
    return refused(call, Code::malformed, "What stands behind a figure is not published: ask without published.",
                   "/published");
  }
  const auto* table = pack->table(call.path("table"));
  const auto* figure = table == nullptr ? nullptr : find_figure(*table, call.path("row"), call.path("column"));
  if (figure == nullptr) return refused(call, {Code::not_found, "There is no figure of this name."});
  const auto part = cut(call, figure->behind.size());
  if (!part) return refused(call, part.error());
  json::array behind;
  for (std::size_t i = part->from; i < part->to; ++i) {
    call.desk().note_shown(figure->behind[i].case_id, "list");
    behind.push_back(behind_json(call, figure->behind[i]));
  }
  return json_answer(200, json::object{{"behind", std::move(behind)}, {"nextPageToken", part->next}});
}

std::vector<std::string> with_pages() {
  auto names = asked_by;
  names.insert(names.end(), {"pageSize", "pageToken", "skip"});
  return names;
}

}  // namespace

std::vector<Endpoint> figure_endpoints() {
  return {{"GET",
           "/v1/figures",
           "getFigures",
           "The figures of the yearly report for a period, as recorded by a day, over the cases that the reader sees",
           {Right::read_cases},
           Use::read,
           asked_by,
           "",
           "Figures",
           200,
           get_figures},
          {"GET",
           "/v1/figures/{table}:csv",
           "getFiguresAsCsv",
           "One table of them for a spreadsheet",
           {Right::read_cases},
           Use::read,
           asked_by,
           "",
           "Csv",
           200,
           get_csv},
          {"GET",
           "/v1/figures:spreadsheet",
           "getFiguresAsSpreadsheet",
           "All of them as a workbook, a sheet for each table",
           {Right::read_cases},
           Use::read,
           asked_by,
           "",
           "Spreadsheet",
           200,
           get_spreadsheet},
          {"GET",
           "/v1/figures/{table}/{row}/{column}",
           "listFigure",
           "What stands behind one figure",
           {Right::read_cases},
           Use::read,
           with_pages(),
           "",
           "BehindFigure",
           200,
           list_figure}};
}

}  // namespace reviewd
