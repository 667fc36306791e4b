#include "reviewd/documents/marked_copy.hpp"

#include <catch2/catch.hpp>

#include "reviewd/documents/document_text.hpp"
#include "reviewd/documents/file_type.hpp"
#include "reviewd/documents/run_qpdf.hpp"
#include "tests/support/small_pdf.hpp"

namespace reviewd {
namespace {

using review::test::small_pdf;
using review::test::small_pdf_of;

const Mark mark{"person-1", "A Reader", "Tuesday 17 March 2026 at 09:30", "26-0007 document-1 version 1"};

review::Result<std::string> marked(const std::string& pdf) { return marked_copy(media_types::pdf, pdf, mark); }

/// A page with one more entry in its catalogue.
std::string pdf_with(const std::string& in_catalogue) {
  auto pdf = small_pdf("Words.");
  const std::string catalogue = "<</Type/Catalog";
  return pdf.replace(pdf.find(catalogue), catalogue.size(), catalogue + in_catalogue);
}

TEST_CASE("A marked copy shows its page and for whom it was made", "[unit]") {
  const auto copy = marked(small_pdf("A report, where /EF and /EmbeddedFile are words.", "/EF", "\"/EF\"", "/EF"));
  REQUIRE(copy);
  const auto read = document_text(media_types::pdf, *copy);
  REQUIRE_FALSE(read.texts.empty());
  CHECK(read.texts.front().text.find("A report") != std::string::npos);
  CHECK(read.texts.front().text.find("Copy for A Reader (person-1)") != std::string::npos);
}

TEST_CASE("A PDF with other files inside is not given out as a marked copy", "[unit]") {
  const std::string attached = "/Names<</EmbeddedFiles<</Names[(a)<</Type/Filespec/F(a)/EF<</F 4 0 R>>>>]>>>>";
  const auto copy = marked(pdf_with(attached));
  REQUIRE_FALSE(copy);
  CHECK(copy.error().code == review::Code::not_permitted);
  CHECK(copy.error().says.find("other files are inside") != std::string::npos);
  CHECK_FALSE(marked(pdf_with("/Names<</Embedded#46iles<</Names[(a)<</#45#46<</F 4 0 R>>>>]>>>>")));
  CHECK(marked(pdf_with("/Names<</EmbeddedFiles<</Names[]>>>>")));
}

TEST_CASE("A marked copy that would be far larger than the document is not made", "[unit]") {
  // The same page again and again is written out each time.
  const auto pdf_of = [](int count) {
    std::string pages;
    for (int i = 0; i < count; ++i) pages += "3 0 R ";
    return small_pdf_of({"<</Type/Catalog/Pages 2 0 R>>",
                         fmt::format("<</Type/Pages/Kids[{}]/Count {}>>", pages, count),
                         "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<<>>/X(" +
                             std::string(10'000, 'x') + ")>>",
                         "<</Length 0>>stream\n\nendstream", "<</Author(x)>>"});
  };
  CHECK(overlaid(pdf_of(500), mark_page(mark)));
  CHECK(overlaid(pdf_of(2500), mark_page(mark)).end == ReadingEnd::limit);
}

}  // namespace
}  // namespace reviewd
