#include "reviewd/web/figures/figure_chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>

#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

constexpr int row_height = 30;
constexpr int bar_height = 18;
constexpr int bar_from = 330;  ///< room for the words before it
constexpr int longest_bar = 320;
constexpr int text_below = 14;  ///< the line of writing, from the upper edge of the bar
constexpr int gap = 8;
constexpr double paper_width = 16;  ///< centimetres, in a text
constexpr int width = bar_from + longest_bar + 2 * row_height;

bool is_left_out(const json::value& figure) { return figure.as_object().if_contains("value") == nullptr; }

}  // namespace

json::object figure_chart(const json::value& table) {
  int most = 1;
  for (const auto& row : list_in(table, "rows")) {
    const auto& figures = list_in(row, "figures");
    if (text_in(row, "id") != "all" && !figures.empty()) most = std::max(most, number_in(figures.back(), "value"));
  }
  json::array bars;
  std::string words;
  for (const auto& row : list_in(table, "rows")) {
    const auto& figures = list_in(row, "figures");
    if (text_in(row, "id") == "all" || figures.empty()) continue;
    const bool left_out = is_left_out(figures.back());
    const int value = number_in(figures.back(), "value");
    const int length = left_out ? 0 : value * longest_bar / most;
    const int top = static_cast<int>(bars.size()) * row_height;
    const auto number = left_out ? std::string("c") : std::to_string(value);
    bars.push_back(json::object{{"title", text_in(row, "title")},
                                {"number", number},
                                {"top", top},
                                {"line", top + text_below},
                                {"from", bar_from},
                                {"before", bar_from - gap},
                                {"height", bar_height},
                                {"length", length},
                                {"hasBar", length > 0},
                                {"after", bar_from + length + gap}});
    words += fmt::format("{}{}: {}", words.empty() ? "" : ", ", text_in(row, "title"),
                         left_out ? "left out" : std::to_string(value));
  }
  const int height = static_cast<int>(bars.size()) * row_height;
  return {{"id", "chart-" + text_in(table, "table")},
          {"name", "Chart: " + text_in(table, "title")},
          {"height", height},
          {"width", width},
          {"paperWidth", paper_width},
          {"paperHeight", paper_width * height / width},
          {"words", fmt::format("Bar chart of {}. {}. The table beside it has the same figures.",
                                text_in(table, "title"), words)},
          {"bars", std::move(bars)}};
}

}  // namespace reviewd
