#pragma once

#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

#include "reviewd/documents/read_with.hpp"

namespace reviewd {

/// The PDF with `page`, a PDF of one page, laid over each of its pages: by the program qpdf, in a process of its own
/// (`read_with`), which is held to ten seconds and to twice the size of the PDF and 16 MiB. It stands in no streams of
/// objects, and its trailer is plain text. Refused where the PDF is broken, asks for a password or is too large. Blocks
/// until then.
[[nodiscard]] Reading overlaid(std::string_view pdf, std::string_view page, const std::stop_token& stop = {});

/// Whether a copy that qpdf wrote without streams of objects is locked: with a password, or by what its author allows.
[[nodiscard]] bool is_locked(std::string_view pdf);

/// Whether other files are inside the PDF; nothing where qpdf cannot tell. Held to the same time. Blocks.
[[nodiscard]] std::optional<bool> has_files_inside(std::string_view pdf, const std::stop_token& stop = {});

}  // namespace reviewd
