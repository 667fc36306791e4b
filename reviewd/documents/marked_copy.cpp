#include "reviewd/documents/marked_copy.hpp"

#include "reviewd/documents/file_type.hpp"
#include "reviewd/documents/run_qpdf.hpp"

namespace reviewd {
namespace {

using review::Code;
using review::refuse;

review::Refusal not_marked(ReadingEnd end, const std::stop_token& stop) {
  if (stop.stop_requested()) return {Code::busy, "The service stops at this moment. Try again in a minute."};
  if (end == ReadingEnd::absent) {
    return {Code::busy,
            "This document is under embargo, and copies with the reader's name cannot be made at this moment: the "
            "program for it is missing. Tell who looks after this service."};
  }
  if (end == ReadingEnd::limit) {
    return {Code::not_permitted,
            "This document is under embargo, and to put the reader's name on this PDF took too long, or made it too "
            "large. File it anew with fewer pages or pictures, or ask whoever filed it to do so."};
  }
  return {Code::not_permitted,
          "This document is under embargo, and this PDF cannot carry the reader's name: it is broken, locked with a "
          "password, or too complicated. File it anew without a password, or ask whoever filed it to do so."};
}

}  // namespace

review::Result<std::string> marked_copy(std::string_view media_type, std::string_view content, const Mark& mark,
                                        const std::stop_token& stop) {
  if (media_type == media_types::text || media_type == media_types::csv) {
    return mark_words(mark) + "\n\n" + std::string(content);
  }
  if (media_type != media_types::pdf) {
    return refuse(
        Code::not_permitted,
        "This document is under embargo, and only a PDF can carry the reader's name. File it as a PDF, or ask "
        "whoever filed it to do so.");
  }
  auto marked = overlaid(content, mark_page(mark), stop);
  if (!marked) return refuse(not_marked(marked.end, stop));
  // Of one that opens without a password and is locked all the same, the mark could be taken for part of what is
  // protected.
  if (is_locked(marked.said)) return refuse(not_marked(ReadingEnd::refused, stop));
  const auto more = has_files_inside(marked.said, stop);
  if (stop.stop_requested()) return refuse(not_marked(ReadingEnd::limit, stop));
  if (!more) {
    return refuse(Code::not_permitted,
                  "This document is under embargo, and it could not be told whether other files are inside this PDF, "
                  "which could not carry the reader's name. File it anew, smaller or simpler, or ask whoever filed it "
                  "to do so.");
  }
  if (*more) {
    return refuse(Code::not_permitted,
                  "This document is under embargo, and other files are inside this PDF, which cannot carry the "
                  "reader's name. File it anew without them, or ask whoever filed it to do so.");
  }
  return std::move(marked.said);
}

}  // namespace reviewd
