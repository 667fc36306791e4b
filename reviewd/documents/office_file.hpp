#pragma once

#include <string_view>

namespace reviewd {

/// What a zip turned out to be. Either a media type of a document without macros, or why it is not taken.
struct OfficeFile {
  std::string_view media_type{};  ///< empty where it is not taken
  std::string_view fault{};       ///< a sentence
};

/// Documents of Word, Excel and PowerPoint (ECMA-376) and of OpenDocument, by their own table of contents. Whatever
/// holds macros or other code, is protected with a password, or is another zip, is not taken.
[[nodiscard]] OfficeFile office_file(std::string_view bytes);

}  // namespace reviewd
