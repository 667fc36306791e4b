#include "reviewd/documents/mark.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <string_view>
#include <vector>

namespace reviewd {
namespace {

/// The letters of WinAnsiEncoding that are those of Latin-1, as a PDF writes a text (ISO 32000-1, 7.3.4.2 and D.2).
std::string pdf_text(std::string_view utf8) {
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

std::string drawn(const Mark& mark) {
  const auto line = pdf_text(mark_words(mark));
  const auto across = pdf_text(fmt::format("{}  {}", mark.reader, mark.time));
  std::string out = "q 0.25 g\n";
  for (const int height : {826, 8}) out += fmt::format("BT /F 7 Tf 24 {} Td ({}) Tj ET\n", height, line);
  out += fmt::format("/Pale gs BT /F 22 Tf 0.707 0.707 -0.707 0.707 110 210 Tm ({}) Tj ET\nQ\n", across);
  return out;
}

}  // namespace

std::string mark_words(const Mark& mark) { return "Under embargo. " + copy_words(mark); }

std::string copy_words(const Mark& mark) {
  const auto who = mark.name.empty() ? mark.reader : fmt::format("{} ({})", mark.name, mark.reader);
  return fmt::format("Copy for {}, {}. {}. Not to be passed on.", who, mark.time, mark.reference);
}

std::string mark_page(const Mark& mark) {
  const auto content = drawn(mark);
  const std::vector<std::string> objects = {
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> "
      "/ExtGState << /Pale << /ca 0.18 >> >> >> >>",
      fmt::format("<< /Length {} >>\nstream\n{}endstream", content.size(), content),
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"};
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

}  // namespace reviewd
