#include "reviewd/paper/whole_pdf.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "reviewd/documents/mark.hpp"
#include "reviewd/documents/pdf_pages.hpp"
#include "reviewd/paper/attached_pages.hpp"
#include "reviewd/paper/paper_pdf.hpp"
#include "reviewd/paper/tell_attached.hpp"
#include "reviewd/paper/write_paper.hpp"

namespace reviewd {
namespace {

constexpr std::size_t most_own_pages = 2000;

struct PutAfter {
  std::size_t page;  ///< of the paper
  const AttachedPages* pages;
};

bool is_any_in(const std::vector<AttachedPages>& pages) {
  return std::any_of(pages.begin(), pages.end(), [](const auto& one) { return one.is_in(); });
}

/// After which page of the paper each document goes; nothing where a page that tells of one is not found.
std::optional<std::vector<PutAfter>> places_in(std::string_view pdf, const std::vector<AttachedPages>& pages,
                                               const std::stop_token& stop) {
  const auto bookmarks = bookmarks_of(pdf, stop);
  if (!bookmarks) return std::nullopt;
  std::vector<PutAfter> places;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (!pages[i].is_in()) continue;
    const auto found = std::find_if(bookmarks->begin(), bookmarks->end(),
                                    [&](const auto& one) { return one.title.starts_with(attached_heading(i)); });
    if (found == bookmarks->end() || (!places.empty() && found->page <= places.back().page)) return std::nullopt;
    places.push_back({found->page, &pages[i]});
  }
  return places;
}

/// The paper with the pages of the documents, each page numbered.
std::optional<std::string> joined(std::string pdf, const std::vector<AttachedPages>& pages,
                                  const std::stop_token& stop) {
  const auto places = places_in(pdf, pages, stop);
  auto sizes = page_sizes(pdf, most_own_pages, stop);
  if (!places || sizes.empty() || places->empty() || places->back().page > sizes.size()) return std::nullopt;
  // From the last on, so that the pages before it keep their numbers.
  for (auto one = places->rbegin(); one != places->rend(); ++one) {
    auto longer = with_pages_after(pdf, one->page, sizes.size(), one->pages->pdf, stop);
    if (!longer) return std::nullopt;
    pdf = std::move(longer.said);
    const auto& put_in = one->pages->sizes;
    sizes.insert(sizes.begin() + static_cast<std::ptrdiff_t>(one->page), put_in.begin(), put_in.end());
  }
  auto numbered = laid_over(pdf, number_sheets(sizes), stop);
  if (!numbered) return std::nullopt;
  return std::move(numbered.said);
}

}  // namespace

review::Result<WholePdf> whole_pdf(const Paper& paper, review::Instant dated,
                                   const std::vector<AttachedDocument>& documents, const std::stop_token& stop) {
  auto pages = attached_pages(documents, stop);
  if (is_any_in(pages)) {
    auto told = with_attached_told(paper, documents, pages);
    told.numbered = false;
    auto own = paper_pdf(write_paper(told, dated), stop);
    if (!own) return review::refuse(own.error());
    if (auto whole = joined(std::move(*own), pages, stop)) {
      WholePdf made{std::move(*whole), {}};
      for (const auto& one : pages) made.is_in.push_back(one.is_in());
      return made;
    }
    for (auto& one : pages) {
      if (one.is_in()) one = {{}, {}, "It could not be put in at this moment."};
    }
  }
  auto own = paper_pdf(write_paper(with_attached_told(paper, documents, pages), dated), stop);
  if (!own) return review::refuse(own.error());
  return WholePdf{std::move(*own), std::vector<bool>(documents.size(), false)};
}

}  // namespace reviewd
