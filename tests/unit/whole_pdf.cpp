#include "reviewd/paper/whole_pdf.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "reviewd/documents/file_type.hpp"
#include "reviewd/documents/pdf_pages.hpp"
#include "reviewd/documents/pdf_programs.hpp"
#include "reviewd/documents/read_with.hpp"
#include "reviewd/paper/attached_pages.hpp"
#include "tests/support/office.hpp"
#include "tests/support/small_pdf.hpp"

namespace reviewd {
namespace {

using review::test::small_pdf;
using review::test::small_pdf_of;

/// The words of each page, however they are broken into lines: a page that is turned has one word a line.
std::vector<std::string> words_of_pages(const std::string& pdf) {
  auto pages = review::test::pages_of_pdf(pdf);
  for (auto& page : pages) {
    std::ranges::replace(page, '\n', ' ');
    const auto again = std::ranges::unique(page, [](char one, char next) { return one == ' ' && next == ' '; });
    page.erase(again.begin(), again.end());
  }
  return pages;
}

AttachedDocument attached(const std::string& title, std::string content, std::size_t place = 0) {
  const Mark mark{"person-1", "A Reader", "Tuesday 17 March 2026 at 09:30", "26-0007 document-1 version 1"};
  return {.place = place,
          .title = title,
          .where = "in case 26-0007, where it is document-1",
          .media_type = std::string(media_types::pdf),
          .content = std::move(content),
          .mark = mark,
          .mark_words = copy_words(mark)};
}

/// Pages with these words, one each, of which the first is as wide as A3 and the second is turned by a quarter.
std::string two_pages(const std::string& words) {
  const auto drawn = fmt::format("BT /F1 12 Tf 72 300 Td ({}) Tj ET", words);
  const std::string rest = "/Contents 5 0 R/Resources<</Font<</F1 6 0 R>>>>>>";
  return small_pdf_of({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>",
                       "<</Type/Page/Parent 2 0 R/MediaBox[0 0 1191 842]" + rest,
                       "<</Type/Page/Parent 2 0 R/Rotate 90/MediaBox[0 0 842 595]" + rest,
                       fmt::format("<</Length {}>>stream\n{}\nendstream", drawn.size(), drawn),
                       "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", "<</Author(-)>>"});
}

/// A page that runs a script, holds a file, starts a program and has a field that somebody filled in.
std::string armed_pdf() {
  const std::string shown = "BT /F1 12 Tf 72 700 Td (Harmless words) Tj ET";
  return small_pdf_of(
      {"<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(run)>>/AcroForm<</NeedAppearances true"
       "/Fields[6 0 R]/DR<</Font<</Helv 5 0 R>>>>/DA(/Helv 12 Tf 0 g)>>>>",
       "<</Type/Pages/Kids[3 0 R]/Count 1>>",
       "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/StructParents 0/AA<</O<</S/JavaScript/JS(run)>>>>/Contents 4 0 "
       "R/Resources<</Font<</F1 5 0 R>>>>/Annots[6 0 R 7 0 R 8 0 R]>>",
       fmt::format("<</Length {}>>stream\n{}\nendstream", shown.size(), shown),
       "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
       "<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/V(typed)/Rect[100 100 300 130]/DA(/Helv 12 Tf 0 g)/P 3 0 R>>",
       "<</Type/Annot/Subtype/FileAttachment/Rect[1 1 20 20]/FS<</Type/Filespec/F(a)/EF<</F 4 0 R>>>>>>",
       "<</Type/Annot/Subtype/Link/Rect[1 1 20 20]/A<</S/Launch/F(calc.exe)>>>>", "<</Author(-)>>"});
}

std::string locked_pdf(const std::string& password) {
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  return read_with({qpdf, "--encrypt", password, "owner", "256", "--", "/dev/stdin", "-"}, small_pdf("Locked words"),
                   {until, 1'000'000})
      .said;
}

TEST_CASE("What can be put into a paper is what is drawn on the pages of a PDF, under the reader's mark", "[unit]") {
  const auto pages = attached_pages({attached("A plan", two_pages("Plan words")), attached("Armed", armed_pdf())}, {});
  REQUIRE(pages.size() == 2);
  REQUIRE(pages[0].is_in());
  REQUIRE(pages[0].sizes.size() == 2);
  CHECK(pages[0].sizes[0].width == Approx(1191));
  CHECK(pages[0].sizes[1].width == Approx(595));
  CHECK(pages[0].sizes[1].height == Approx(842));
  for (const auto& page : words_of_pages(pages[0].pdf)) {
    INFO(page);
    CHECK(page.find("Plan words") != std::string::npos);
    CHECK(page.find("Copy for A Reader (person-1), Tuesday 17 March 2026 at 09:30.") != std::string::npos);
  }
  REQUIRE(pages[1].is_in());
  CHECK(words_of_pages(pages[1].pdf).at(0).find("Harmless words") != std::string::npos);
  for (const auto* part : {"/JavaScript", "/JS", "/EF", "/Launch", "/Annots", "/AA", "/StructParents", "/AcroForm"}) {
    INFO(part);
    CHECK(pages[1].pdf.find(part) == std::string::npos);
  }
}

TEST_CASE("What cannot be put into a paper says why, and takes nothing else with it", "[unit]") {
  const std::string broken = "%PDF-1.4\nThis is no page.";
  auto word = attached("A letter", "PK");
  word.media_type = media_types::docx;
  auto held = attached("Held", small_pdf("Held words"));
  held.why_not = "It is being checked.";
  const auto pages = attached_pages(
      {attached("Broken", broken), attached("Locked", locked_pdf("secret")),
       attached("Locked by its author", locked_pdf("")), word, held, attached("Good", small_pdf("Good"))},
      {});
  REQUIRE(pages.size() == 6);
  for (std::size_t i = 0; i < 5; ++i) {
    INFO(i << ": " << pages[i].why_not);
    CHECK_FALSE(pages[i].is_in());
    CHECK(pages[i].pdf.empty());
  }
  for (const std::size_t i : {0U, 1U, 2U}) CHECK(pages[i].why_not.find("could not be put in") != std::string::npos);
  CHECK(pages[3].why_not == "It is not a PDF.");
  CHECK(pages[4].why_not == "It is being checked.");
  CHECK(pages[5].is_in());
}

/// Papers with two items: three documents with the first, one of them broken, and one with the second.
WholePdf papers_with_documents() {
  Paper paper{.title = "Papers of the meeting", .above = "Meeting m26-0001"};
  paper.blocks = {paper::Heading{2, "Item 1: First"}, paper::Paragraph{"Of the first."}, paper::NewPage{},
                  paper::Heading{2, "Item 2: Second"}, paper::Paragraph{"Of the second."}};
  auto made = whole_pdf(paper, {},
                        {attached("Plan", two_pages("Plan words"), 2), attached("Broken", "%PDF-1.4", 2),
                         attached("Note", small_pdf("Note words"), 2), attached("Late", small_pdf("Late words"), 5)});
  REQUIRE(made);
  return std::move(*made);
}

TEST_CASE("A paper holds its documents each after its page, with every page numbered and every item marked", "[unit]") {
  if (!review::test::opens_texts()) return;
  const auto made = papers_with_documents();
  CHECK(made.is_in == std::vector<bool>{true, false, true, true});
  const auto pages = words_of_pages(made.pdf);
  // Item 1, its three documents each after a page of its own, item 2 with one.
  const std::vector<std::string> begins{"Of the first.",  "Attached document 1: Plan", "Plan words",
                                        "Plan words",     "Attached document 3: Note", "Note words",
                                        "Of the second.", "Attached document 4: Late", "Late words"};
  REQUIRE(pages.size() == begins.size());
  for (std::size_t i = 0; i < pages.size(); ++i) {
    INFO(pages[i]);
    CHECK(pages[i].find(begins[i]) != std::string::npos);
    CHECK(pages[i].find(fmt::format("Page {} of {}", i + 1, pages.size())) != std::string::npos);
    CHECK(pages[i].find("Page", pages[i].find("Page ") + 1) == std::string::npos);
  }
  CHECK(pages[0].find("could not be put in") != std::string::npos);
  CHECK(pages[0].find("Open it by itself") != std::string::npos);
}

TEST_CASE("The bookmarks of a paper with documents lead to its items and to each document", "[unit]") {
  if (!review::test::opens_texts()) return;
  const auto made = papers_with_documents();
  const auto bookmarks = bookmarks_of(made.pdf);
  REQUIRE(bookmarks);
  const auto page_of = [&](const std::string& title) {
    const auto found = std::ranges::find(*bookmarks, title, &Bookmark::title);
    return found == bookmarks->end() ? 0 : found->page;
  };
  CHECK(page_of("Item 1: First") == 1);
  CHECK(page_of("Attached document 1: Plan") == 2);
  CHECK(page_of("Attached document 3: Note") == 5);
  CHECK(page_of("Item 2: Second") == 7);
  CHECK(page_of("Attached document 4: Late") == 8);
  // Its own pages are still told to who has them read aloud.
  CHECK(review::test::about_pdf(made.pdf).find("Tagged:          yes") != std::string::npos);
}

}  // namespace
}  // namespace reviewd
