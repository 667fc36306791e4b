#include "reviewd/letters/letter.hpp"

namespace reviewd {
namespace {

std::vector<std::string> parted(const std::string& text, const std::string& by) {
  std::vector<std::string> parts;
  for (std::size_t from = 0; from <= text.size();) {
    const auto to = std::min(text.find(by, from), text.size());
    if (to > from) parts.push_back(text.substr(from, to - from));
    from = to + by.size();
  }
  return parts;
}

bool is_heading(const std::string& line) {
  constexpr std::size_t longest = 60;
  return line.size() <= longest && std::string_view(".,:;!?]").find(line.back()) == std::string_view::npos;
}

std::string without_returns(const std::string& text) {
  std::string plain;
  for (const char c : text) {
    if (c != '\r') plain.push_back(c);
  }
  return plain;
}

}  // namespace

Paper letter_of_text(const std::string& title, const std::string& text) {
  Paper paper;
  paper.title = title;
  for (const auto& part : parted(without_returns(text), "\n\n")) {
    const auto lines = parted(part, "\n");
    if (lines.empty() || part == title) continue;
    if (lines.size() == 2 && is_heading(lines[0]) && !is_heading(lines[1])) {
      paper.blocks.emplace_back(paper::Heading{2, lines[0]});
      paper.blocks.emplace_back(paper::Paragraph{lines[1]});
    } else {
      paper.blocks.emplace_back(paper::Paragraph{part});
    }
  }
  return paper;
}

}  // namespace reviewd
