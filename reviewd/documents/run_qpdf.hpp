#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace reviewd {

/// The PDF with `page`, a PDF of one page, laid over each of its pages: by the program qpdf, which gets both as files
/// in memory, no environment and no descriptor of ours, and is held to ten seconds and a gibibyte. Nothing where it did
/// not do it: the program is not installed, or the PDF is broken or asks for a password. Blocks until then.
[[nodiscard]] std::optional<std::string> overlaid(std::string_view pdf, std::string_view page);

}  // namespace reviewd
