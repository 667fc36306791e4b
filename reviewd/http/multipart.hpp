#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/base/result.hpp"

namespace reviewd {

/// One part of a form with a file.
struct MultipartPart {
  std::string name;
  std::optional<std::string> file_name{};  ///< of a file; nothing for an ordinary input
  std::string content_type{};              ///< as declared; empty where nothing was
  std::string_view content{};              ///< a view into the body
};

/// The parts of a body of the type `multipart/form-data` (RFC 7578, RFC 2046), in order. Stricter than these, so that
/// no two programs read the same bytes differently: nothing before the first boundary or after the last, no other
/// header than Content-Disposition and Content-Type, no `filename*`, no name twice, at most 16 parts. Names are UTF-8
/// without control characters. `unsupported-media-type` for another type, `malformed` for what is broken; the sentence
/// says what, and repeats nothing of the body.
[[nodiscard]] review::Result<std::vector<MultipartPart>> read_multipart(std::string_view content_type,
                                                                        std::string_view body);
/// The parts are views into the body, which must outlive them.
review::Result<std::vector<MultipartPart>> read_multipart(std::string_view content_type, std::string&& body) = delete;

/// Whether a Content-Type says `multipart/form-data`.
[[nodiscard]] bool is_multipart(std::string_view content_type);

/// The part of that name; null where there is none.
[[nodiscard]] const MultipartPart* find_part(const std::vector<MultipartPart>& parts, std::string_view name);

/// The body that says so. `boundary` must stand in none of the parts: a random text does not.
[[nodiscard]] std::string write_multipart(std::string_view boundary, const std::vector<MultipartPart>& parts);

}  // namespace reviewd
