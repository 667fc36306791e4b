#include "reviewd/documents/mark.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reviewd {
namespace {

constexpr int margin = 24;
constexpr int below_head = 16;
constexpr int above_foot = 8;

/// What is drawn stands apart from the text: those who have it read to them do not hear it on each page.
std::string artifact(const std::string& drawn) {
  return "/Artifact << /Type /Pagination >> BDC\nq 0.25 g\n" + drawn + "Q\nEMC\n";
}

/// Across from the lower left, as large as the shorter side allows.
std::string across(const std::string& words, const PageSize& size) {
  constexpr double of_a4 = 595;
  constexpr double slope = 0.707;
  const auto scale = std::min(size.width, size.height) / of_a4;
  return fmt::format("/Pale gs BT /F {:.1f} Tf {} {} -{} {} {:.0f} {:.0f} Tm ({}) Tj ET\n", 22 * scale, slope, slope,
                     slope, slope, 110 * scale, 210 * scale, words);
}

std::string at_edges(const std::string& line, const PageSize& size) {
  std::string out;
  for (const double height : {size.height - below_head, static_cast<double>(above_foot)})
    out += fmt::format("BT /F 7 Tf {} {:.0f} Td ({}) Tj ET\n", margin, height, line);
  return out;
}

std::string drawn_mark(const Mark& mark, const std::string& words, const PageSize& size) {
  return artifact(at_edges(drawn_words(words), size) +
                  across(drawn_words(fmt::format("{}  {}", mark.reader, mark.time)), size));
}

}  // namespace

std::string mark_words(const Mark& mark) { return "Under embargo. " + copy_words(mark); }

std::string copy_words(const Mark& mark) {
  const auto who = mark.name.empty() ? mark.reader : fmt::format("{} ({})", mark.name, mark.reader);
  return fmt::format("Copy for {}, {}. {}. Not to be passed on.", who, mark.time, mark.reference);
}

std::string mark_page(const Mark& mark) {
  const PageSize a4;
  return drawn_pdf({{a4, drawn_mark(mark, mark_words(mark), a4)}});
}

std::string mark_sheets(const Mark& mark, const std::string& words, const std::vector<PageSize>& sizes) {
  std::vector<DrawnPage> pages;
  for (const auto& size : sizes) pages.push_back({size, drawn_mark(mark, words, size)});
  return drawn_pdf(pages);
}

std::string number_sheets(const std::vector<PageSize>& sizes) {
  constexpr int from_left = 57;  // the margin of a paper
  constexpr int from_below = 30;
  std::vector<DrawnPage> pages;
  for (const auto& size : sizes) {
    pages.push_back({size, artifact(fmt::format("BT /F 10 Tf {} {} Td (Page {} of {}) Tj ET\n", from_left, from_below,
                                                pages.size() + 1, sizes.size()))});
  }
  return drawn_pdf(pages);
}

}  // namespace reviewd
