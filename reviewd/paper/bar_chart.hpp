#pragma once

#include <optional>
#include <string>
#include <vector>

#include "reviewd/base/filled.hpp"
#include "reviewd/paper/paper.hpp"

namespace reviewd {

/// A bar of a chart.
struct Bar {
  std::string title;
  std::optional<int> value;  ///< nothing: left out
};

/// The bars of the table `id` as the template figure_chart draws them, for pages and papers alike, with words that
/// stand for them. A figure that is left out has no bar and says so. Lengths are in units of the drawing.
[[nodiscard]] View bar_chart(const std::string& id, const std::string& title, const std::vector<Bar>& bars);

/// The same chart in a paper.
[[nodiscard]] paper::Picture picture_of(const View& chart);

}  // namespace reviewd
