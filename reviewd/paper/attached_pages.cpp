#include "reviewd/paper/attached_pages.hpp"

#include <chrono>
#include <string_view>

#include "reviewd/documents/file_type.hpp"
#include "reviewd/documents/pdf_pages.hpp"
#include "reviewd/documents/run_qpdf.hpp"

namespace reviewd {
namespace {

/// What one file may hold, so that it can be sent, opened and read.
constexpr std::size_t most_attached_pages = 600;
constexpr std::size_t most_attached_bytes = 48UL * 1024 * 1024;
constexpr std::chrono::seconds longest_for_all{60};

constexpr const char* not_a_pdf = "It is not a PDF.";
constexpr const char* could_not = "It could not be put in: it is damaged, locked with a password, or too complicated.";
constexpr const char* too_much = "It would make this file too large.";
constexpr const char* no_program = "It could not be put in at this moment: the program for it is missing.";
constexpr const char* no_time = "It could not be put in at this moment: the others took too long.";

/// What may still be put in.
struct Room {
  std::size_t pages = most_attached_pages;
  std::size_t bytes = most_attached_bytes;
};

AttachedPages left_out(const char* why) { return {{}, {}, why}; }

AttachedPages left_out(ReadingEnd end) { return left_out(end == ReadingEnd::absent ? no_program : could_not); }

AttachedPages pages_of(const AttachedDocument& document, Room& room, const std::stop_token& stop) {
  if (!document.why_not.empty()) return left_out(document.why_not.c_str());
  if (document.media_type != media_types::pdf) return left_out(not_a_pdf);
  const auto flat = flattened(document.content, stop);
  if (!flat) return left_out(flat.end);
  if (is_locked(flat.said)) return left_out(could_not);
  auto sizes = page_sizes(flat.said, most_attached_pages, stop);
  if (sizes.empty()) return left_out(could_not);
  if (sizes.size() > room.pages) return left_out(too_much);
  auto part = laid_under(mark_sheets(document.mark, document.mark_words, sizes), flat.said, stop);
  if (!part) return left_out(part.end);
  // Whatever was laid upon its pages is drawn by now: what is still there could run, or hold another file.
  if (part.said.find("/Annots") != std::string::npos) return left_out(could_not);
  if (part.said.size() > room.bytes) return left_out(too_much);
  room.pages -= sizes.size();
  room.bytes -= part.said.size();
  return {std::move(part.said), std::move(sizes), {}};
}

}  // namespace

std::vector<AttachedPages> attached_pages(const std::vector<AttachedDocument>& documents, const std::stop_token& stop) {
  const auto until = std::chrono::steady_clock::now() + longest_for_all;
  Room room;
  std::vector<AttachedPages> all;
  for (const auto& document : documents) {
    const bool in_time = std::chrono::steady_clock::now() < until && !stop.stop_requested();
    all.push_back(in_time ? pages_of(document, room, stop) : left_out(no_time));
  }
  return all;
}

}  // namespace reviewd
