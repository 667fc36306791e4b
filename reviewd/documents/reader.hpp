#pragma once

#include <string_view>

namespace reviewd {

/// With this option and a media type the program is a reader: of one document, on its standard input.
inline constexpr std::string_view reader_option = "--read-document";

/// With this option instead it prints the sheets of an Excel file (`sheets_json`), or why it does not.
inline constexpr std::string_view sheets_option = "--read-sheets";

/// Where the program was started as a reader, reads the document, prints what a stranger could read in it
/// (`text_json`) or its sheets, and ends the process: with 0, or with 1 where it could not. Comes back where it was
/// started for anything else. Every program that asks for `document_text` begins with this: it is started again by its
/// own name.
void end_as_reader(int argc, const char* const* argv);

}  // namespace reviewd
