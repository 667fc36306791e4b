#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "reviewd/documents/drawn_pdf.hpp"
#include "reviewd/documents/read_with.hpp"

namespace reviewd {

/// What is done with the pages of PDFs, each by a program in a process of its own that has no network and no files, and
/// is held to ten seconds and to some memory (`read_with`). All of them block.

/// The same pages with what was laid upon them, as comments and fields of forms, drawn into them. It stands in no
/// streams of objects, and its trailer is plain text. Refused where the PDF is broken, asks for a password or is too
/// large.
[[nodiscard]] Reading flattened(std::string_view pdf, const std::stop_token& stop = {});

/// The sizes of its pages as they are seen, turned where they are turned; none where they cannot be told or where there
/// are more than `most`.
[[nodiscard]] std::vector<PageSize> page_sizes(std::string_view pdf, std::size_t most,
                                               const std::stop_token& stop = {});

/// The sheets with what is drawn on each page of the PDF laid under the sheet of the same number. Nothing else of the
/// PDF gets into them: no script, no file in it, no structure; but for what was not flattened.
[[nodiscard]] Reading laid_under(std::string_view sheets, std::string_view pdf, const std::stop_token& stop = {});

/// The PDF with each page of `sheets` laid over its own page of the same number.
[[nodiscard]] Reading laid_over(std::string_view pdf, std::string_view sheets, const std::stop_token& stop = {});

/// The PDF with all pages of `more` after its page `after` (from 1) of `count`. Its bookmarks and its structure stay.
[[nodiscard]] Reading with_pages_after(std::string_view pdf, std::size_t after, std::size_t count,
                                       std::string_view more, const std::stop_token& stop = {});

/// A bookmark, and the page that it leads to (from 1).
struct Bookmark {
  std::string title;
  std::size_t page;
};

/// The bookmarks of a PDF in their order, whatever their level; nothing where they cannot be read.
[[nodiscard]] std::optional<std::vector<Bookmark>> bookmarks_of(std::string_view pdf, const std::stop_token& stop = {});

}  // namespace reviewd
