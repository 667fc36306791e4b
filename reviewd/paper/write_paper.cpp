#include "reviewd/paper/write_paper.hpp"

#include <vector>

#include "reviewd/documents/write_zip.hpp"
#include "reviewd/paper/paper_view.hpp"

namespace reviewd {

std::string write_paper(const Paper& paper, review::Instant dated) {
  const auto view = paper_view(paper, dated);
  // Whoever reads the first bytes of the archive finds there what it is.
  std::vector<ZippedFile> files{{.name = "mimetype", .content = paper_type, .stored = true},
                                {.name = "META-INF/manifest.xml", .content = filled("paper_manifest", view)},
                                {.name = "content.xml", .content = filled("paper_content", view)},
                                {.name = "styles.xml", .content = filled("paper_styles", view)},
                                {.name = "meta.xml", .content = filled("paper_meta", view)}};
  if (!paper.watermark.empty())
    files.push_back({.name = "Pictures/watermark.svg", .content = filled("paper_watermark", view)});
  std::size_t number = 0;
  for (const auto& block : paper.blocks) {
    const auto* picture = std::get_if<paper::Picture>(&block);
    if (picture != nullptr) files.push_back({.name = picture_place(++number, *picture), .content = picture->content});
  }
  return write_zip(files, dated);
}

}  // namespace reviewd
