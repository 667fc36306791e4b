#include "reviewd/documents/drawn_pdf.hpp"

#include <fmt/format.h>

#include <cstdint>

namespace reviewd {

std::string drawn_pdf(const std::vector<DrawnPage>& pages) {
  constexpr int first_page = 5;  // each page is followed by what is drawn on it
  std::string kids;
  for (std::size_t i = 0; i < pages.size(); ++i) kids += fmt::format("{} 0 R ", first_page + 2 * i);
  std::vector<std::string> objects = {
      "<< /Type /Catalog /Pages 2 0 R >>", fmt::format("<< /Type /Pages /Kids [{}] /Count {} >>", kids, pages.size()),
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
      "<< /Font << /F 3 0 R >> /ExtGState << /Pale << /ca 0.18 >> >> >>"};
  for (const auto& page : pages) {
    objects.push_back(
        fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {:.3f} {:.3f}] /Contents {} 0 R /Resources 4 0 R >>",
                    page.size.width, page.size.height, objects.size() + 2));
    objects.push_back(fmt::format("<< /Length {} >>\nstream\n{}endstream", page.content.size(), page.content));
  }
  std::string out = "%PDF-1.4\n";
  std::string table = fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
  for (std::size_t i = 0; i < objects.size(); ++i) {
    table += fmt::format("{:010} 00000 n \n", out.size());
    out += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  const auto begins = out.size();
  out += table;
  out += fmt::format("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{}\n%%EOF\n", objects.size() + 1, begins);
  return out;
}

/// The letters of WinAnsiEncoding that are those of Latin-1, as a PDF writes a text (ISO 32000-1, 7.3.4.2 and D.2).
std::string drawn_words(std::string_view utf8) {
  std::string out;
  for (std::size_t at = 0; at < utf8.size();) {
    const auto first = static_cast<unsigned char>(utf8[at]);
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    std::uint32_t letter = first;
    if (length == 2 && at + 1 < utf8.size()) {
      letter = ((first & 0x1FU) << 6U) | (static_cast<unsigned char>(utf8[at + 1]) & 0x3FU);
    }
    const bool known = length == 1 ? letter >= ' ' && letter != 0x7F : length == 2 && letter >= 0xA0 && letter <= 0xFF;
    if (!known) {
      out += '?';
    } else if (letter >= 0x80) {
      out += fmt::format("\\{:03o}", letter);
    } else {
      if (letter == '(' || letter == ')' || letter == '\\') out += '\\';
      out += static_cast<char>(letter);
    }
    at += length;
  }
  return out;
}

}  // namespace reviewd
