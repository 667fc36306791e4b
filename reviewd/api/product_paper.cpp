#include "reviewd/api/product_paper.hpp"

#include <fmt/format.h>

#include <sstream>

#include "reviewd/letters/letter_words.hpp"

namespace reviewd {
namespace {

/// A paragraph for each line that says something.
void add_lines(const std::string& text, std::vector<paper::Block>& blocks) {
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    if (line.find_first_not_of(" \t\r") != std::string::npos) blocks.emplace_back(paper::Paragraph{line});
  }
}

}  // namespace

Paper product_paper(const ListedProduct& listed) {
  const auto& product = listed.product;
  const auto version = fmt::format("{}, version {}, {}", letter_choice(product.sort()), product.version(),
                                   letter_day(product.drafted_on()));
  Paper paper{.title = listed.title.empty() ? "A product without a title" : listed.title, .foot = version};
  if (!product.checked()) {
    paper.marking = "OFFICIAL-SENSITIVE";
    paper.blocks.emplace_back(
        paper::Paragraph{"Draft: not checked for names. Not to be shared.", paper::Paragraph::Look::note});
  }
  paper.blocks.emplace_back(paper::Paragraph{version});
  if (!listed.address.empty()) paper.blocks.emplace_back(paper::Paragraph{listed.address});
  for (const auto& section : listed.sections) {
    paper.blocks.emplace_back(paper::Heading{2, section.title});
    add_lines(section.text, paper.blocks);
  }
  return paper;
}

}  // namespace reviewd
