#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libreview/base/result.hpp"

namespace reviewd {

namespace media_types {
inline constexpr std::string_view pdf = "application/pdf";
inline constexpr std::string_view docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
inline constexpr std::string_view xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
inline constexpr std::string_view pptx = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
inline constexpr std::string_view odt = "application/vnd.oasis.opendocument.text";
inline constexpr std::string_view ods = "application/vnd.oasis.opendocument.spreadsheet";
inline constexpr std::string_view png = "image/png";
inline constexpr std::string_view jpeg = "image/jpeg";
inline constexpr std::string_view text = "text/plain";
inline constexpr std::string_view csv = "text/csv";
}  // namespace media_types

/// A type of file that is taken.
struct FileType {
  std::string_view media_type;
  std::string_view ending;                 ///< of a neutral name: `.pdf`
  std::vector<std::string_view> endings;   ///< that a name may have, in small letters
  std::vector<std::string_view> declared;  ///< what senders call it besides
  std::string_view words;                  ///< for people: `PDF`
};

/// Every type that is taken. What is not here is refused: pages and pictures that carry scripts, programs, archives,
/// and the old Office formats, which may hold macros.
[[nodiscard]] const std::vector<FileType>& file_types();
/// The type of that media type; null where there is none.
[[nodiscard]] const FileType* find_file_type(std::string_view media_type);

/// Which type a file is, by its content; its name and what the sender declared must say the same.
/// `unsupported-media-type` with a sentence that helps, and repeats nothing of the file. `declared` may be empty or
/// `application/octet-stream`.
[[nodiscard]] review::Result<const FileType*> file_type_of(std::string_view content, std::string_view file_name,
                                                           std::string_view declared);

}  // namespace reviewd
