#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace reviewd {

/// The programs that PDFs are read and marked with, of the packages poppler-utils and qpdf.
inline constexpr const char* pdftotext = "/usr/bin/pdftotext";
inline constexpr const char* pdfinfo = "/usr/bin/pdfinfo";
inline constexpr const char* qpdf = "/usr/bin/qpdf";

/// Those that are not installed, by their names without the folder: PDFs are not checked without them, and those under
/// an embargo not given out.
[[nodiscard]] std::vector<std::string> missing_pdf_programs();

/// What `/readyz` says of them; empty where none is missing. The service is ready all the same.
[[nodiscard]] std::string missing_pdf_programs_line();

}  // namespace reviewd
