#pragma once

#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/rehearsal/stranger_text.hpp"

namespace reviewd {

/// Something that was not read, and what to do about it.
struct Unread {
  std::string place;
  std::string says;
};

/// What a stranger could read in a file: its pages, and what else it carries.
struct DocumentText {
  std::vector<review::StrangerText> texts{};
  std::vector<Unread> unread{};
};

/// Of a file of one of our types, or of the source of a web page (`html_type`). Whatever cannot be read says so;
/// nothing of the file reaches a disk. The content is not to be trusted: whatever has a form is taken apart by another
/// process (`read_with`), which is held to some 20 seconds and some memory; of office documents and web pages by this
/// program, started again (`end_as_reader`). Asked to stop, it gives up within a moment. Blocks, so it is not for the
/// storage thread.
[[nodiscard]] DocumentText document_text(std::string_view media_type, const std::string& content,
                                         const std::stop_token& stop = {});

}  // namespace reviewd
