#include "reviewd/documents/document_text.hpp"

#include "reviewd/documents/file_type.hpp"
#include "reviewd/documents/html_text.hpp"
#include "reviewd/documents/office_text.hpp"
#include "reviewd/documents/pdf_text.hpp"
#include "reviewd/documents/read_with.hpp"
#include "reviewd/documents/reader.hpp"
#include "reviewd/documents/start_program.hpp"
#include "reviewd/documents/text_json.hpp"

namespace reviewd {
namespace {

constexpr std::chrono::seconds longest_extraction{20};
/// More than is looked through at once, even where each letter is escaped.
constexpr std::size_t most_extracted = 32UL * 1024 * 1024;
constexpr std::size_t most_extracting_memory = is_sanitized ? 0 : 1024UL * 1024 * 1024;

DocumentText read_apart(std::string_view media_type, const std::string& content, const std::stop_token& stop) {
  const auto until = std::chrono::steady_clock::now() + longest_extraction;
  const auto reading = read_with({this_program, std::string(reader_option), std::string(media_type)}, content,
                                 {until, most_extracted, most_extracting_memory, stop});
  DocumentText found;
  if (reading && put_text_json(reading.said, found)) return found;
  return {{},
          {{"The file", reading.end == ReadingEnd::limit
                            ? "This file is too long, or takes too long, to be checked: check it by eye."
                            : "This file cannot be checked: check it by eye. It may be damaged or too complicated."}}};
}

}  // namespace

DocumentText document_text(std::string_view media_type, const std::string& content, const std::stop_token& stop) {
  if (media_type == media_types::pdf) return pdf_text(content, stop);
  if (media_type == media_types::text || media_type == media_types::csv) return {{{"Text", content}}, {}};
  if (media_type == html_type || is_office(media_type)) return read_apart(media_type, content, stop);
  return {{}, {{"The file", "A picture cannot be checked here: check it by eye."}}};
}

}  // namespace reviewd
