#include "reviewd/paper/tell_attached.hpp"

#include <fmt/format.h>

#include <utility>

namespace reviewd {
namespace {

constexpr int attached_level = 3;

std::string count_of(std::size_t pages) { return pages == 1 ? "1 page" : fmt::format("{} pages", pages); }

std::string in_this_file(std::size_t number, const AttachedDocument& document, const AttachedPages& pages) {
  if (pages.is_in()) return fmt::format("Yes: attached document {}, {}", number + 1, count_of(pages.sizes.size()));
  return fmt::format("No. {} Open it by itself {}.", pages.why_not, document.where);
}

void add_page_before(std::vector<paper::Block>& blocks, std::size_t number, const AttachedDocument& document,
                     const AttachedPages& pages) {
  blocks.emplace_back(paper::NewPage{});
  blocks.emplace_back(paper::Heading{attached_level + 1, attached_heading(number) + document.title});
  blocks.emplace_back(paper::Paragraph{
      pages.sizes.size() == 1 ? "It is the next page." : fmt::format("It is the next {} pages.", pages.sizes.size())});
  blocks.emplace_back(paper::Paragraph{
      fmt::format("What you see of it is what was filed. Its links do not work here, and a program that "
                  "reads aloud may not find its words: for those, open it by itself {}.",
                  document.where),
      paper::Paragraph::Look::note});
}

}  // namespace

Paper with_attached_told(Paper paper, const std::vector<AttachedDocument>& documents,
                         const std::vector<AttachedPages>& pages) {
  std::vector<paper::Block> blocks;
  std::size_t next = 0;
  for (std::size_t place = 0; place <= paper.blocks.size(); ++place) {
    const auto first = next;
    while (next < documents.size() && documents[next].place == place) ++next;
    if (next > first) {
      blocks.emplace_back(paper::Heading{attached_level, "Documents in this file"});
      paper::Table table{
          "Documents of the case, and whether they are in this file", {"Document", "In this file"}, {}, {1, 1}};
      for (auto i = first; i < next; ++i)
        table.rows.push_back({documents[i].title, in_this_file(i, documents[i], pages[i])});
      blocks.emplace_back(std::move(table));
      for (auto i = first; i < next; ++i) {
        if (pages[i].is_in()) add_page_before(blocks, i, documents[i], pages[i]);
      }
    }
    if (place < paper.blocks.size()) blocks.push_back(std::move(paper.blocks[place]));
  }
  paper.blocks = std::move(blocks);
  return paper;
}

std::string attached_heading(std::size_t number) { return fmt::format("Attached document {}: ", number + 1); }

}  // namespace reviewd
