#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libreview/embargo/stranger_text.hpp"

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

/// Of a file of one of our types. Whatever cannot be read says so; nothing of the file reaches a disk. The content is
/// not to be trusted: it takes at most some 20 seconds and some memory. Blocks, so it is not for the storage thread.
[[nodiscard]] DocumentText document_text(std::string_view media_type, const std::string& content);

}  // namespace reviewd
