#include "reviewd/web/figures/figures_document.hpp"

#include <boost/json/array.hpp>
#include <vector>

#include "libreview/calendar/london.hpp"
#include "reviewd/documents/write_zip.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

review::Instant dated(const View& view) {
  const auto day = review::Date::parse(view.at("asAt").as_string());
  return day ? review::start_of_london_day(*day) : review::Instant();
}

}  // namespace

std::string figures_document(const View& view) {
  // Whoever reads the first bytes of the archive finds there what it is.
  std::vector<ZippedFile> files{
      {.name = "mimetype", .content = "application/vnd.oasis.opendocument.text", .stored = true},
      {.name = "META-INF/manifest.xml", .content = filled("figures_manifest", view)},
      {.name = "content.xml", .content = filled("figures_content", view)},
      {.name = "styles.xml", .content = filled("figures_styles", view)},
      {.name = "meta.xml", .content = filled("figures_meta", view)}};
  for (const auto& table : view.at("tables").as_array()) {
    const auto* chart = table.as_object().if_contains("chart");
    if (chart == nullptr || !chart->is_object()) continue;
    files.push_back(
        {.name = "Pictures/" + text_in(*chart, "id") + ".svg", .content = filled("figure_chart", chart->as_object())});
  }
  return write_zip(files, dated(view));
}

}  // namespace reviewd
