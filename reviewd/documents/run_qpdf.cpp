#include "reviewd/documents/run_qpdf.hpp"

#include "reviewd/documents/pdf_objects.hpp"
#include "reviewd/documents/pdf_programs.hpp"

namespace reviewd {
namespace {

constexpr std::chrono::seconds longest_qpdf{10};
constexpr std::size_t mebibyte = 1024UL * 1024;
constexpr std::size_t most_qpdf_memory = 1024 * mebibyte;
/// A copy grows by the mark on each page, and where streams of objects are taken apart.
constexpr std::size_t most_more = 16 * mebibyte;
/// What is more is taken for a PDF with files inside.
constexpr std::size_t most_listing = 64 * mebibyte;

ReadingLimits within(std::size_t most_bytes, const std::stop_token& stop) {
  return {std::chrono::steady_clock::now() + longest_qpdf, most_bytes, most_qpdf_memory, stop};
}

}  // namespace

Reading overlaid(std::string_view pdf, std::string_view page, const std::stop_token& stop) {
  return read_with({qpdf, "--warning-exit-0", "--object-streams=disable", "/dev/stdin", "-", "--overlay", "/dev/fd/3",
                    "--to=1-z", "--from=", "--repeat=1", "--"},
                   pdf, within(2 * pdf.size() + most_more, stop), page);
}

bool is_locked(std::string_view pdf) {
  // qpdf writes the trailer as plain text, at the end.
  const auto trailer = pdf.rfind("trailer");
  return trailer == std::string_view::npos || pdf.find("/Encrypt", trailer) != std::string_view::npos;
}

std::optional<bool> has_files_inside(std::string_view pdf, const std::stop_token& stop) {
  const auto objects = read_with({qpdf, "--warning-exit-0", "--json=2", "--json-key=qpdf", "/dev/stdin"}, pdf,
                                 within(most_listing, stop));
  if (!objects) return std::nullopt;
  return names_files_inside(objects.said);
}

}  // namespace reviewd
