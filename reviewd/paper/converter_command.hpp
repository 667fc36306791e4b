#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace reviewd {

/// The program that makes PDFs of papers, of the package libreoffice-writer-nogui.
inline constexpr const char* pdf_converter = "/usr/lib/libreoffice/program/soffice.bin";

/// How it ends where it made its profile and wants to be started again.
inline constexpr int converter_begins_again = 81;

/// The command that makes a PDF, tagged for screen readers (PDF/UA), of each of these texts, in that folder. What the
/// program needs to begin is written there first: a profile that spares it the tests of its drawing, which it makes
/// for every new one and which take longer than the text.
[[nodiscard]] std::vector<std::string> converter_command(const std::filesystem::path& folder,
                                                         const std::vector<std::filesystem::path>& texts);

}  // namespace reviewd
