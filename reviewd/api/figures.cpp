#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <optional>
#include <utility>

#include "libreview/calendar/london.hpp"
#include "libreview/figures/rows_of_none.hpp"
#include "reviewd/api/behind_json.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/figure_lines_json.hpp"
#include "reviewd/api/figures_csv.hpp"
#include "reviewd/api/figures_paper.hpp"
#include "reviewd/api/figures_spreadsheet.hpp"
#include "reviewd/api/listing.hpp"
#include "reviewd/api/pack_in_parts.hpp"
#include "reviewd/api/pdf_of_text.hpp"
#include "reviewd/paper/write_paper.hpp"

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
  json::array none;
  for (const auto row : review::rows_of_none(table, pack.hidden)) none.emplace_back(table.rows[row].id);
  json::object out{{"table", table.id},        {"title", table.title},   {"note", table.note},
                   {"guarded", table.guarded}, {"chart", table.chart},   {"columns", figure_lines_json(table.columns)},
                   {"rows", std::move(rows)},  {"none", std::move(none)}};
  if (!pack.published) out["remarks"] = remarks_json(table);
  return out;
}

json::object stamp_json(const PackStamp& stamp) {
  json::array other;
  for (const auto why : stamp.other) other.emplace_back(other_than_code(why));
  json::array says;
  for (const auto& sentence : stamp_sentences(stamp)) says.emplace_back(sentence);
  return {{"program", stamp.with.program},
          {"rules", stamp.with.rules},
          {"daysOff", stamp.with.days_off},
          {"otherThan", std::move(other)},
          {"says", std::move(says)}};
}

Response pack_answer(const ShownPack& pack) {
  json::array tables;
  for (const auto& table : pack.tables) tables.push_back(table_json(pack, table));
  return json_answer(200, json::object{{"from", pack.period.from.iso()},
                                       {"to", pack.period.to.iso()},
                                       {"asAt", pack.as_at.iso()},
                                       {"published", pack.published},
                                       {"covers", pack.of_every_case ? "EVERY_CASE" : "OWN_CASES"},
                                       {"smallBelow", pack.below},
                                       {"practice", pack.practice},
                                       {"madeWith", stamp_json(pack.stamp)},
                                       {"tables", std::move(tables)}});
}

Response get_figures(Call& call) {
  auto asked = pack_asked(call);
  if (!asked) return refused(call, asked.error());
  return pack_in_parts(call, std::move(*asked), pack_answer);
}

Response get_csv(Call& call) {
  auto asked = pack_asked(call);
  if (!asked) return refused(call, asked.error());
  const auto id = call.path("table");
  const auto& rules = call.desk().law().figures().tables;
  if (std::ranges::find(rules, id, &review::FigureTableRule::id) == rules.end())
    return refused(call, {Code::not_found, "There is no table of this name."});
  return pack_in_parts(call, std::move(*asked),
                       [id](const ShownPack& pack) { return figures_csv(pack, *pack.table(id)); });
}

Response get_spreadsheet(Call& call) {
  auto asked = pack_asked(call);
  if (!asked) return refused(call, asked.error());
  return pack_in_parts(call, std::move(*asked), figures_spreadsheet);
}

Response as_text(const ShownPack& pack) {
  // Dated as it counts, so that the same pack is the same text.
  Response made{200, paper_type, write_paper(figures_paper(pack), review::start_of_london_day(pack.as_at))};
  made.headers.emplace_back("Content-Disposition", fmt::format("attachment; filename=\"yearly-report-{}-to-{}.odt\"",
                                                               pack.period.from.iso(), pack.period.to.iso()));
  return made;
}

Response get_text(Call& call) {
  auto asked = pack_asked(call);
  if (!asked) return refused(call, asked.error());
  return pack_in_parts(call, std::move(*asked), as_text);
}

Response get_pdf(Call& call) { return pdf_of_text(call, get_text(call)); }

/// Where the figure stands by the ids of its row and column; nothing where there is none.
std::optional<review::FigurePlace> find_figure(const review::FigureTable& table, const std::string& row,
                                               const std::string& column) {
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    for (std::size_t j = 0; j < table.columns.size(); ++j) {
      if (table.rows[i].id == row && table.columns[j].id == column) return review::FigurePlace{i, j};
    }
  }
  return std::nullopt;
}

Response figure_answer(Call& call, const std::vector<review::FigureTable>& tables) {
  const auto table = std::ranges::find(tables, call.path("table"), &review::FigureTable::id);
  const auto place = table == tables.end() ? std::nullopt : find_figure(*table, call.path("row"), call.path("column"));
  if (!place) return refused(call, {Code::not_found, "There is no figure of this name."});
  const auto& all = table->at(*place).behind;
  const auto part = cut(call, all.size());
  if (!part) return refused(call, part.error());
  json::array behind;
  for (std::size_t i = part->from; i < part->to; ++i) {
    call.desk().note_shown(all[i].case_id, "list");
    behind.push_back(behind_json(call, all[i]));
  }
  return json_answer(
      200, json::object{
               {"title", figure_title(*table, *place)}, {"behind", std::move(behind)}, {"nextPageToken", part->next}});
}

Response list_figure(Call& call) {
  auto asked = pack_asked(call);
  if (!asked) return refused(call, asked.error());
  if (asked->pack.published) {
    return refused(call, Code::malformed, "What stands behind a figure is not published: ask without published.",
                   "/published");
  }
  return tables_in_parts(call, std::move(*asked), figure_answer);
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
           list_figure},
          {"GET",
           "/v1/figures:odt",
           "getFiguresText",
           "The yearly report as a text (OpenDocument), ready to be edited",
           {Right::read_cases},
           Use::read,
           asked_by,
           "",
           "Paper",
           200,
           get_text},
          {"GET",
           "/v1/figures:pdf",
           "getFiguresPdf",
           "The same as a PDF; refused where the program for it is not installed",
           {Right::read_cases},
           Use::read,
           asked_by,
           "",
           "PaperAsPdf",
           200,
           get_pdf}};
}

}  // namespace reviewd
