#include "reviewd/documents/marked_copy.hpp"

#include "reviewd/documents/file_type.hpp"
#include "reviewd/documents/run_qpdf.hpp"

namespace reviewd {
namespace {

using review::Code;
using review::refuse;

/// Of a PDF that opens without a password and is locked all the same, the copy stays locked, and its mark could be
/// taken for part of what is protected: it is not given out. qpdf writes the trailer as plain text, at the end.
bool is_locked(std::string_view pdf) {
  const auto trailer = pdf.rfind("trailer");
  return trailer == std::string_view::npos || pdf.find("/Encrypt", trailer) != std::string_view::npos;
}

}  // namespace

review::Result<std::string> marked_copy(std::string_view media_type, std::string_view content, const Mark& mark) {
  if (media_type == media_types::text || media_type == media_types::csv) {
    return mark_words(mark) + "\n\n" + std::string(content);
  }
  if (media_type != media_types::pdf) {
    return refuse(
        Code::not_permitted,
        "This document is under embargo, and only a PDF can carry the reader's name. File it as a PDF, or ask "
        "whoever filed it to do so.");
  }
  auto marked = overlaid(content, mark_page(mark));
  if (!marked || is_locked(*marked)) {
    return refuse(Code::not_permitted,
                  "This document is under embargo, and this PDF cannot carry the reader's name: it is broken, or "
                  "locked with a password. File it anew without a password, or ask whoever filed it to do so.");
  }
  if (has_files_inside(*marked) != false) {
    return refuse(Code::not_permitted,
                  "This document is under embargo, and other files are inside this PDF, which cannot carry the "
                  "reader's name. File it anew without them, or ask whoever filed it to do so.");
  }
  return std::move(*marked);
}

}  // namespace reviewd
