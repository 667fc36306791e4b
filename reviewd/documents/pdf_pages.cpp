#include "reviewd/documents/pdf_pages.hpp"

#include <fmt/format.h>

#include <boost/json/parse.hpp>
#include <cstdlib>
#include <regex>
#include <sstream>

#include "reviewd/documents/pdf_programs.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

constexpr std::chrono::seconds longest_pages{10};
constexpr std::size_t page_mebibyte = 1024UL * 1024;
constexpr std::size_t most_pages_memory = 1024 * page_mebibyte;
constexpr std::size_t most_pages_more = 16 * page_mebibyte;
constexpr std::size_t most_told = 4 * page_mebibyte;
/// What ISO 32000-1 (annex C) asks every reader to show, in points.
constexpr double smallest_side = 3;
constexpr double largest_side = 14'400;

ReadingLimits at_most(std::size_t bytes, const std::stop_token& stop) {
  return {std::chrono::steady_clock::now() + longest_pages, bytes, most_pages_memory, stop};
}

ReadingLimits grown_from(std::size_t bytes, const std::stop_token& stop) {
  return at_most(2 * bytes + most_pages_more, stop);
}

void collect_bookmarks(const json::value& list, std::vector<Bookmark>& into) {
  if (!list.is_array()) return;
  for (const auto& one : list.get_array()) {
    if (!one.is_object()) continue;
    const auto& members = one.get_object();
    const auto* title = members.if_contains("title");
    const auto* page = members.if_contains("destpageposfrom1");
    if (title != nullptr && title->is_string() && page != nullptr && page->is_int64() && page->get_int64() > 0) {
      into.push_back({title->get_string().c_str(), static_cast<std::size_t>(page->get_int64())});
    }
    if (const auto* kids = members.if_contains("kids")) collect_bookmarks(*kids, into);
  }
}

}  // namespace

Reading flattened(std::string_view pdf, const std::stop_token& stop) {
  return read_with({qpdf, "--warning-exit-0", "--object-streams=disable", "--generate-appearances",
                    "--flatten-annotations=screen", "/dev/stdin", "-"},
                   pdf, grown_from(pdf.size(), stop));
}

std::vector<PageSize> page_sizes(std::string_view pdf, std::size_t most, const std::stop_token& stop) {
  const auto told =
      read_with({pdfinfo, "-f", "1", "-l", std::to_string(most + 1), "/dev/stdin"}, pdf, at_most(most_told, stop));
  if (!told) return {};
  static const std::regex size_line("Page +[0-9]+ size: +([0-9.]+) x ([0-9.]+) pts.*");
  static const std::regex turn_line("Page +[0-9]+ rot: +([0-9]+)");
  std::vector<PageSize> sizes;
  std::istringstream lines(told.said);
  for (std::string line; std::getline(lines, line);) {
    // What the file says of itself stands among the lines, and may be long.
    if (line.size() > 200 || !line.starts_with("Page ")) continue;
    std::smatch found;
    if (std::regex_match(line, found, size_line)) {
      sizes.push_back({std::strtod(found[1].str().c_str(), nullptr), std::strtod(found[2].str().c_str(), nullptr)});
    } else if (std::regex_match(line, found, turn_line) && !sizes.empty() && (found[1] == "90" || found[1] == "270")) {
      std::swap(sizes.back().width, sizes.back().height);
    }
  }
  const auto can_be = [](double side) { return side >= smallest_side && side <= largest_side; };
  for (const auto& size : sizes) {
    if (!can_be(size.width) || !can_be(size.height)) return {};
  }
  return sizes.size() > most ? std::vector<PageSize>() : sizes;
}

Reading laid_under(std::string_view sheets, std::string_view pdf, const std::stop_token& stop) {
  return read_with(
      {qpdf, "--warning-exit-0", "--object-streams=disable", "/dev/stdin", "-", "--underlay", "/dev/fd/3", "--"},
      sheets, grown_from(sheets.size() + pdf.size(), stop), pdf);
}

Reading laid_over(std::string_view pdf, std::string_view sheets, const std::stop_token& stop) {
  return read_with({qpdf, "--warning-exit-0", "/dev/stdin", "-", "--overlay", "/dev/fd/3", "--"}, pdf,
                   grown_from(pdf.size() + sheets.size(), stop), sheets);
}

Reading with_pages_after(std::string_view pdf, std::size_t after, std::size_t count, std::string_view more,
                         const std::stop_token& stop) {
  std::vector<std::string> words{qpdf, "--warning-exit-0",         "/dev/stdin", "-",  "--pages",
                                 ".",  fmt::format("1-{}", after), "/dev/fd/3",  "1-z"};
  if (after < count) {
    words.emplace_back(".");
    words.push_back(fmt::format("{}-{}", after + 1, count));
  }
  words.emplace_back("--");
  return read_with(words, pdf, grown_from(pdf.size() + more.size(), stop), more);
}

std::optional<std::vector<Bookmark>> bookmarks_of(std::string_view pdf, const std::stop_token& stop) {
  const auto told = read_with({qpdf, "--warning-exit-0", "--json=2", "--json-key=outlines", "/dev/stdin"}, pdf,
                              at_most(most_told, stop));
  if (!told) return std::nullopt;
  boost::system::error_code failed;
  const auto root = json::parse(told.said, failed);
  if (failed || !root.is_object()) return std::nullopt;
  std::vector<Bookmark> found;
  if (const auto* outlines = root.get_object().if_contains("outlines")) collect_bookmarks(*outlines, found);
  return found;
}

}  // namespace reviewd
