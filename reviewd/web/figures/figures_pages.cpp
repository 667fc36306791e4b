#include <algorithm>
#include <boost/json/array.hpp>

#include "libreview/vocabulary/kinds.hpp"
#include "reviewd/api/case_query.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/figures/figures_document.hpp"
#include "reviewd/web/figures/figures_view.hpp"
#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/file_answer.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// As the API takes it; what is no day stays as it was typed, and the API says so.
std::string day_of(const std::string& typed) {
  const auto day = day_as_typed(typed);
  return day ? day->iso() : typed;
}

/// Each of several days with commas between them.
std::string days_of(const std::string& typed) {
  std::string days;
  for (std::size_t from = 0; from < typed.size();) {
    const auto to = std::min(typed.find(',', from), typed.size());
    const auto day = day_of(typed.substr(from, to - from));
    if (!day.empty()) days += (days.empty() ? "" : ",") + day;
    from = to + 1;
  }
  return days;
}

FiguresTyped typed_in(const PageCall& call) {
  const auto value = [&](std::string_view name) { return std::string(call.request.parameter(name).value_or("")); };
  return {day_of(value("from")), day_of(value("to")), day_of(value("asAt")), days_of(value("besides")),
          value("published") == "true"};
}

Response figures_page(PageCall& call) {
  const auto typed = typed_in(call);
  const auto figures = ask(call, {"GET", "/v1/figures" + figures_query(typed)});
  if (figures.status == 400) return render(call, 400, "figures", figures_form(typed, figures.json));
  if (!figures.good()) return refused_page(call, figures.status, figures.json);
  return render(call, 200, "figures", figures_view(figures.json, typed));
}

/// What the entry is, and where it can be read.
std::vector<Cell> row_of(const json::value& behind) {
  const auto reference = text_in(behind, "case");
  const auto entry = text_in(behind, "entry");
  const auto at = "/cases/" + percent_encoded(reference);
  const auto* kind = review::find_kind(text_in(behind, "kind"));
  const auto what = kind == nullptr ? std::string("An update") : kind->label;
  return {{reference, at},
          entry.empty() ? Cell{"The case"} : Cell{what, at + "/entries/" + percent_encoded(entry)},
          {day_words(text_in(behind, "occurredOn"))},
          {name_words(text_in(behind, "of"))}};
}

Response figure_page(PageCall& call) {
  const auto query = figures_query(typed_in(call));
  const auto path = "/figures/" + percent_encoded(call.path("table")) + "/" + percent_encoded(call.path("row")) + "/" +
                    percent_encoded(call.path("column"));
  const auto after = std::string(call.request.parameter("page").value_or(""));
  auto asked = "/v1" + path + query;
  if (!after.empty()) asked += (query.empty() ? "?pageToken=" : "&pageToken=") + percent_encoded(after);
  const auto answer = ask(call, {"GET", asked});
  if (!answer.good()) return refused_page(call, answer.status, answer.json);
  PlainPage page{.title = "What this figure counts", .back = "/figures" + query, .back_words = "Back to the report"};
  Section section;
  section.table = {"Behind the figure", {"Case", "What counts", "Day", "Which"}, {}};
  for (const auto& one : list_in(answer.json, "behind")) section.table.rows.push_back(row_of(one));
  if (section.table.rows.empty()) section = {.paragraphs = {"Nothing stands behind this figure: it is 0."}};
  if (const auto next = text_in(answer.json, "nextPageToken"); !next.empty())
    section.links.push_back(
        {"Next page", path + query + (query.empty() ? "?page=" : "&page=") + percent_encoded(next)});
  page.sections.push_back(std::move(section));
  return sections_page(call, page);
}

Response table_as_csv(PageCall& call) {
  return file_answer(call,
                     "/v1/figures/" + percent_encoded(call.path("table")) + ":csv" + figures_query(typed_in(call)));
}

Response as_spreadsheet(PageCall& call) {
  return file_answer(call, "/v1/figures:spreadsheet" + figures_query(typed_in(call)));
}

Response as_text(PageCall& call) {
  const auto typed = typed_in(call);
  const auto figures = ask(call, {"GET", "/v1/figures" + figures_query(typed)});
  if (!figures.good()) return refused_page(call, figures.status, figures.json);
  Response made{200, "application/vnd.oasis.opendocument.text"};
  made.headers.emplace_back("Content-Disposition", "attachment; filename=\"yearly-report-" +
                                                       text_in(figures.json, "from") + "-to-" +
                                                       text_in(figures.json, "to") + ".odt\"");
  // Packing takes long, and nobody else waits for it.
  Response later;
  later.rest = SlowPart{SlowPart::Line::written, call.visitor.reader.person,
                        [made = std::move(made), view = figures_view(figures.json, typed)](const std::stop_token&) {
                          auto response = made;
                          response.body = figures_document(view);
                          return response;
                        }};
  return later;
}

}  // namespace

std::vector<Page> figures_pages() {
  return {{"GET", "/figures", "figuresPage", Use::read, figures_page},
          {"GET", "/figures/spreadsheet", "figuresSpreadsheet", Use::read, as_spreadsheet},
          {"GET", "/figures/text", "figuresText", Use::read, as_text},
          {"GET", "/figures/{table}/csv", "figuresCsv", Use::read, table_as_csv},
          {"GET", "/figures/{table}/{row}/{column}", "figurePage", Use::read, figure_page}};
}

}  // namespace reviewd
