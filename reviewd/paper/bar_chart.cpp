#include "reviewd/paper/bar_chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>

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

json::object drawn(const Bar& bar, int top, int most) {
  const int length = bar.value.value_or(0) * longest_bar / most;
  return {{"title", bar.title},   {"number", bar.value ? std::to_string(*bar.value) : std::string("c")},
          {"top", top},           {"line", top + text_below},
          {"from", bar_from},     {"before", bar_from - gap},
          {"height", bar_height}, {"length", length},
          {"hasBar", length > 0}, {"after", bar_from + length + gap}};
}

}  // namespace

View bar_chart(const std::string& id, const std::string& title, const std::vector<Bar>& bars) {
  int most = 1;
  for (const auto& bar : bars) most = std::max(most, bar.value.value_or(0));
  json::array all;
  std::string words;
  for (const auto& bar : bars) {
    all.push_back(drawn(bar, static_cast<int>(all.size()) * row_height, most));
    words += fmt::format("{}{}: {}", words.empty() ? "" : ", ", bar.title,
                         bar.value ? std::to_string(*bar.value) : std::string("left out"));
  }
  const int height = static_cast<int>(bars.size()) * row_height;
  return {{"id", "chart-" + id},
          {"name", "Chart: " + title},
          {"height", height},
          {"width", width},
          {"paperWidth", paper_width},
          {"paperHeight", paper_width * height / width},
          {"words", fmt::format("Bar chart of {}. {}. The table beside it has the same figures.", title, words)},
          {"bars", std::move(all)}};
}

paper::Picture picture_of(const View& chart) {
  return {chart.at("name").as_string().c_str(), chart.at("words").as_string().c_str(),
          filled("figure_chart", chart),        "svg",
          chart.at("paperWidth").as_double(),   chart.at("paperHeight").as_double()};
}

}  // namespace reviewd
