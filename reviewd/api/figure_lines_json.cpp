#include "reviewd/api/figure_lines_json.hpp"

#include <boost/json/object.hpp>

namespace reviewd {

boost::json::array figure_lines_json(const std::vector<review::FigureLine>& lines) {
  boost::json::array out;
  for (const auto& line : lines) out.push_back(boost::json::object{{"id", line.id}, {"title", line.title}});
  return out;
}

}  // namespace reviewd
