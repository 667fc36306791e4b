#pragma once

#include <stop_token>
#include <string>
#include <string_view>

#include "libreview/base/result.hpp"

namespace reviewd {

/// The program that makes PDFs of papers, of the package libreoffice-writer-nogui. The service does without.
inline constexpr const char* pdf_converter = "/usr/lib/libreoffice/program/soffice.bin";
[[nodiscard]] bool has_pdf_converter();

/// A paper (`write_paper`) as a PDF that is tagged for screen readers (PDF/UA): by LibreOffice, which is started with
/// this text alone, in a folder of its own, without a network, for at most a minute (`Program::Kind::converter`). One
/// is made at a time. `busy` where the program is not installed, takes too long or is asked to stop: the OpenDocument
/// text can be taken instead. Blocks for seconds.
[[nodiscard]] review::Result<std::string> paper_pdf(std::string_view odt, const std::stop_token& stop = {});

}  // namespace reviewd
