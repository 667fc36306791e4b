#include "reviewd/web/figures/figures_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>

#include "reviewd/http/percent.hpp"
#include "reviewd/paper/paper_pdf.hpp"
#include "reviewd/web/figures/figure_table_view.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/record_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

json::array remarks_of(const json::value& table) {
  json::array remarks;
  for (const auto& remark : list_in(table, "remarks")) {
    const auto reference = text_in(remark, "case");
    remarks.push_back(
        json::object{{"case", reference}, {"address", record_address(reference)}, {"says", text_in(remark, "says")}});
  }
  return remarks;
}

json::object table_of(const json::value& table, const FiguresTyped& typed) {
  const auto address_of = [&](const std::string& row, const std::string& column) {
    if (typed.published) return std::string();
    return fmt::format("/figures/{}/{}/{}{}", percent_encoded(text_in(table, "table")), percent_encoded(row),
                       percent_encoded(column), figures_query(typed));
  };
  auto out = figure_table_view(table, address_of);
  auto remarks = remarks_of(table);
  out["hasRemarks"] = !remarks.empty();
  out["remarks"] = std::move(remarks);
  out["csv"] = "/figures/" + percent_encoded(text_in(table, "table")) + "/csv" + figures_query(typed);
  return out;
}

std::string days_in_box(const std::string& days) {
  std::string words;
  for (std::size_t from = 0; from < days.size();) {
    const auto to = std::min(days.find(',', from), days.size());
    words += (words.empty() ? "" : ", ") + day_in_box(days.substr(from, to - from));
    from = to + 1;
  }
  return words;
}

void put_form(View& view, const FiguresTyped& typed) {
  view["from"] = day_in_box(typed.from);
  view["to"] = day_in_box(typed.to);
  view["asAt"] = day_in_box(typed.as_at);
  view["besides"] = days_in_box(typed.besides);
  view["published"] = typed.published;
}

}  // namespace

std::string figures_query(const FiguresTyped& typed) {
  std::string query;
  const auto add = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) query += fmt::format("{}{}={}", query.empty() ? "?" : "&", name, percent_encoded(value));
  };
  add("from", typed.from);
  add("to", typed.to);
  add("asAt", typed.as_at);
  add("besides", typed.besides);
  if (typed.published) add("published", "true");
  return query;
}

View figures_view(const json::value& figures, const FiguresTyped& typed) {
  // What was meant is in every link, so that a figure opens as it was shown, tomorrow too.
  FiguresTyped meant = typed;
  meant.from = text_in(figures, "from");
  meant.to = text_in(figures, "to");
  meant.as_at = text_in(figures, "asAt");
  json::array tables;
  for (const auto& table : list_in(figures, "tables")) tables.push_back(table_of(table, meant));
  View view{{"title", "Yearly report"},
            {"fromDay", day_words(meant.from)},
            {"toDay", day_words(meant.to)},
            {"asAtDay", day_words(meant.as_at)},
            {"ownCases", text_in(figures, "covers") == "OWN_CASES"},
            {"practice", flag_in(figures, "practice")},
            {"smallBelow", number_in(figures, "smallBelow")},
            {"madeWith", list_in(figures.at("madeWith"), "says")},
            {"isOther", !list_in(figures.at("madeWith"), "otherThan").empty()},
            {"hasTables", !tables.empty()},
            {"tables", std::move(tables)},
            {"spreadsheet", "/figures/spreadsheet" + figures_query(meant)},
            {"text", "/figures/text" + figures_query(meant)},
            {"pdf", has_pdf_converter() ? json::value("/figures/pdf" + figures_query(meant)) : json::value(false)},
            {"hasErrors", false}};
  put_form(view, meant);
  return view;
}

View figures_form(const FiguresTyped& typed, const json::value& problem) {
  json::array errors;
  for (const auto& violation : list_in(problem, "violations")) {
    const auto pointer = text_in(violation, "pointer");
    errors.push_back(json::object{{"href", pointer.empty() ? json::value(false) : json::value("#" + pointer.substr(1))},
                                  {"text", text_in(violation, "message")}});
  }
  if (errors.empty()) errors.push_back(json::object{{"href", false}, {"text", text_in(problem, "detail")}});
  View view{{"title", "Yearly report"}, {"hasTables", false}, {"hasErrors", true}, {"errors", std::move(errors)}};
  put_form(view, typed);
  return view;
}

}  // namespace reviewd
