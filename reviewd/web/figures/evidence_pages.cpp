#include "libreview/access/disclose.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/figures/behind_rows.hpp"
#include "reviewd/web/figures/recommendation_view.hpp"
#include "reviewd/web/figures/theme_view.hpp"
#include "reviewd/web/frame/answer_page.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/file_answer.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/register_of.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

std::string said(const PageCall& call, const char* name) { return call.request.parameter(name).value_or(""); }

/// `?by=YEARS`; empty where nothing was said.
std::string query_of(const PageCall& call) {
  const auto by = said(call, "by");
  return by.empty() ? "" : "?by=" + percent_encoded(by);
}

std::string theme_at(const PageCall& call) { return "/themes/" + percent_encoded(call.path("theme")); }

Response theme_page(PageCall& call) {
  auto answer = answer_to(call, {"GET", "/v1" + theme_at(call) + "/evidence" + query_of(call)});
  return answer_page(call, std::move(answer), "theme_evidence",
                     [known = register_of(call), by = said(call, "by")](const json::value& evidence) {
                       return theme_view(evidence, known, by);
                     });
}

Response theme_file(PageCall& call) {
  return file_answer(call, "/v1" + theme_at(call) + "/evidence:csv" + query_of(call));
}

/// The findings behind a figure, page by page.
Response figure_page(PageCall& call) {
  const auto figure = percent_encoded(call.path("row")) + "/" + percent_encoded(call.path("column"));
  const auto query = query_of(call);
  auto asked = "/v1" + theme_at(call) + "/evidence/" + figure + query;
  if (const auto after = said(call, "page"); !after.empty())
    asked += (query.empty() ? "?pageToken=" : "&pageToken=") + percent_encoded(after);
  const auto theme = "/learning" + theme_at(call);
  return answer_page(
      call, answer_to(call, {"GET", asked}), "sections", [theme, figure, query](const json::value& answer) {
        PlainPage page{.title = "What this figure counts", .back = theme + query, .back_words = "Back to the theme"};
        page.caption = text_in(answer, "title");
        page.sections.push_back(behind_section(list_in(answer, "behind")));
        if (const auto next = text_in(answer, "nextPageToken"); !next.empty()) {
          page.sections.back().links.push_back(
              {"Next page",
               theme + "/" + figure + query + (query.empty() ? "?page=" : "&page=") + percent_encoded(next)});
        }
        return sections_view(page);
      });
}

/// What the law calls each theme.
std::map<std::string, std::string> theme_titles(const PageCall& call) {
  std::map<std::string, std::string> titles;
  for (const auto& list : call.storage.desk().law().theme_lists()) {
    for (const auto& theme : list.themes) titles.emplace(theme.id, theme.title);
  }
  return titles;
}

Response recommendation_page(PageCall& call) {
  const auto asked = "/v1/recommendations/evidence?case=" + percent_encoded(said(call, "case")) +
                     "&recommendation=" + percent_encoded(said(call, "recommendation"));
  return answer_page(call, answer_to(call, {"GET", asked}), "sections",
                     [known = register_of(call), titles = theme_titles(call)](const json::value& evidence) {
                       return sections_view(recommendation_page_of(evidence, known, titles));
                     });
}

}  // namespace

std::vector<Page> evidence_pages() {
  return {{"GET", "/learning/themes/{theme}", "themePage", Use::read, theme_page},
          {"GET", "/learning/themes/{theme}/csv", "themeCsv", Use::read, theme_file},
          {"GET", "/learning/themes/{theme}/{row}/{column}", "themeFigurePage", Use::read, figure_page},
          {"GET", "/recommendations/evidence", "recommendationEvidencePage", Use::read, recommendation_page}};
}

}  // namespace reviewd
