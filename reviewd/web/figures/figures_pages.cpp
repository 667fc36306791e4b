#include <algorithm>
#include <boost/json/array.hpp>

#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/parse_json.hpp"
#include "reviewd/api/case_query.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/figures/behind_rows.hpp"
#include "reviewd/web/figures/figures_view.hpp"
#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/frame/answer_page.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/file_answer.hpp"
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
  auto answer = answer_to(call, {"GET", "/v1/figures" + figures_query(typed)});
  if (answer.is_whole() && answer.status == 400) {
    const auto problem = review::parse_json(answer.body).value_or(json::value());
    return render(call, 400, "figures", figures_form(typed, problem));
  }
  return answer_page(call, std::move(answer), "figures",
                     [typed](const json::value& figures) { return figures_view(figures, typed); });
}

Response one_figure_page(PageCall& call) {
  const auto query = figures_query(typed_in(call));
  const auto path = "/figures/" + percent_encoded(call.path("table")) + "/" + percent_encoded(call.path("row")) + "/" +
                    percent_encoded(call.path("column"));
  const auto after = std::string(call.request.parameter("page").value_or(""));
  auto asked = "/v1" + path + query;
  if (!after.empty()) asked += (query.empty() ? "?pageToken=" : "&pageToken=") + percent_encoded(after);
  return answer_page(call, answer_to(call, {"GET", asked}), "sections", [path, query](const json::value& answer) {
    PlainPage page{.title = "What this figure counts", .back = "/figures" + query, .back_words = "Back to the report"};
    page.caption = text_in(answer, "title");
    page.sections.push_back(behind_section(list_in(answer, "behind")));
    if (const auto next = text_in(answer, "nextPageToken"); !next.empty()) {
      page.sections.back().links.push_back(
          {"Next page", path + query + (query.empty() ? "?page=" : "&page=") + percent_encoded(next)});
    }
    return sections_view(page);
  });
}

Response table_as_csv(PageCall& call) {
  return file_answer(call,
                     "/v1/figures/" + percent_encoded(call.path("table")) + ":csv" + figures_query(typed_in(call)));
}

Response as_spreadsheet(PageCall& call) {
  return file_answer(call, "/v1/figures:spreadsheet" + figures_query(typed_in(call)));
}

Response as_text(PageCall& call) { return file_answer(call, "/v1/figures:odt" + figures_query(typed_in(call))); }

Response as_pdf(PageCall& call) { return file_answer(call, "/v1/figures:pdf" + figures_query(typed_in(call))); }

}  // namespace

std::vector<Page> figures_pages() {
  return {{"GET", "/figures", "figuresPage", Use::read, figures_page},
          {"GET", "/figures/spreadsheet", "figuresSpreadsheet", Use::read, as_spreadsheet},
          {"GET", "/figures/text", "figuresText", Use::read, as_text},
          {"GET", "/figures/pdf", "figuresPdf", Use::read, as_pdf},
          {"GET", "/figures/{table}/csv", "figuresCsv", Use::read, table_as_csv},
          {"GET", "/figures/{table}/{row}/{column}", "figurePage", Use::read, one_figure_page}};
}

}  // namespace reviewd
