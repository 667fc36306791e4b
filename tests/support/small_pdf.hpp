#pragma once

#include <fmt/format.h>

#include <string>
#include <vector>

namespace review::test {

/// A PDF of these objects, the first of which is its catalogue, with the last one as its properties.
inline std::string small_pdf_of(const std::vector<std::string>& objects) {
  std::string pdf = "%PDF-1.4\n";
  std::string table = "0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects.size(); ++i) {
    table += fmt::format("{:010} 00000 n \n", pdf.size());
    pdf += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  const auto from = pdf.size();
  const auto size = objects.size() + 1;
  return pdf + fmt::format("xref\n0 {}\n{}trailer\n<</Size {}/Root 1 0 R/Info {} 0 R>>\nstartxref\n{}\n%%EOF\n", size,
                           table, size, objects.size(), from);
}

/// One page whose drawing draws another twice, and that one another twice, and so on: no reader comes to its end.
inline std::string endless_pdf() {
  constexpr int depth = 40;
  constexpr int first = 5;
  const std::string twice = "/F Do /F Do";
  std::vector<std::string> objects{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                                   "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
                                   "/Resources<</XObject<</F 5 0 R>>>>>>",
                                   fmt::format("<</Length {}>>stream\n{}\nendstream", twice.size(), twice)};
  for (int next = first + 1; next < first + depth; ++next) {
    objects.push_back(
        fmt::format("<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F {} 0 R>>>>"
                    "/Length {}>>stream\n{}\nendstream",
                    next, twice.size(), twice));
  }
  objects.push_back("<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 3>>stream\n0 g\nendstream");
  objects.push_back("<</Author(-)>>");
  return small_pdf_of(objects);
}

/// One page that says `text`, with a comment, a picture's description in its structure, and an author.
inline std::string small_pdf(const std::string& text, const std::string& comment = "-", const std::string& alt = "-",
                             const std::string& author = "-") {
  const auto shown = "BT /F1 12 Tf 72 700 Td (" + text + ") Tj ET";
  return small_pdf_of({"<</Type/Catalog/Pages 2 0 R/StructTreeRoot 7 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                       "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Annots[6 0 R]"
                       "/Resources<</Font<</F1 5 0 R>>>>>>",
                       fmt::format("<</Length {}>>stream\n{}\nendstream", shown.size(), shown),
                       "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
                       "<</Type/Annot/Subtype/Text/Rect[9 9 20 20]/Contents(" + comment + ")>>",
                       "<</Type/StructTreeRoot/K<</Type/StructElem/S/Figure/Alt(" + alt + ")>>>>",
                       "<</Author(" + author + ")>>"});
}

}  // namespace review::test
