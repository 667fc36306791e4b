#pragma once

#include <stop_token>
#include <string>
#include <string_view>

#include "libreview/base/result.hpp"

namespace reviewd {

/// Whether the program that makes PDFs is installed (`pdf_converter`). The service does without.
[[nodiscard]] bool has_pdf_converter();
/// What `/readyz` says of it; empty where it is installed. The service is ready all the same.
[[nodiscard]] std::string missing_converter_line();

/// A paper (`write_paper`) as a PDF that is tagged for screen readers (PDF/UA): by LibreOffice, which is started with
/// this text alone, in a folder of its own, without a network, for at most a minute (`Program::Kind::converter`). One
/// is made at a time. `busy` where the program is not installed, takes too long or is asked to stop: the OpenDocument
/// text can be taken instead. Blocks for seconds.
[[nodiscard]] review::Result<std::string> paper_pdf(std::string_view odt, const std::stop_token& stop = {});

}  // namespace reviewd
