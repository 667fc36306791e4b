#include "reviewd/paper/paper_pdf.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "reviewd/documents/pdf_programs.hpp"
#include "reviewd/documents/private_folder.hpp"
#include "reviewd/documents/read_with.hpp"
#include "reviewd/paper/write_paper.hpp"
#include "tests/support/office.hpp"

namespace reviewd {
namespace {

std::string said_of(const std::vector<std::string>& program, const std::string& pdf) {
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  const auto read = read_with(program, pdf, {until, 1'000'000});
  REQUIRE(read);
  return read.said;
}

TEST_CASE("a paper becomes a PDF that is tagged and says the same, or is refused in words", "[unit]") {
  Paper paper{.title = "A letter", .marking = "OFFICIAL-SENSITIVE"};
  paper.blocks = {paper::Heading{2, "What happened"}, paper::Paragraph{"Quillfeather was told."},
                  paper::Table{"Who came", {"Agency", "Came"}, {{"Police", "Yes"}}}};
  const auto pdf = paper_pdf(write_paper(paper, {}));
  if (!review::test::opens_texts()) {
    REQUIRE_FALSE(pdf);
    CHECK(pdf.error().code == review::Code::busy);
    CHECK(pdf.error().says.find("OpenDocument") != std::string::npos);
    return;
  }
  INFO((pdf ? std::string() : pdf.error().says));
  REQUIRE(pdf);
  const auto about = said_of({pdfinfo, "/dev/stdin"}, *pdf);
  CHECK_THAT(about, Catch::Contains("Tagged:          yes") && Catch::Contains("A letter"));
  const auto words = said_of({pdftotext, "/dev/stdin", "-"}, *pdf);
  CHECK_THAT(words, Catch::Contains("Quillfeather was told.") && Catch::Contains("OFFICIAL-SENSITIVE") &&
                        Catch::Contains("Page 1 of 1"));
  const auto structure = said_of({pdfinfo, "-struct", "/dev/stdin"}, *pdf);
  CHECK_THAT(structure, Catch::Contains("H1") && Catch::Contains("H2") && Catch::Contains("TH"));
}

TEST_CASE("where somebody asks to stop there is no PDF", "[unit]") {
  std::stop_source stop;
  stop.request_stop();
  CHECK_FALSE(paper_pdf(write_paper({.title = "A letter"}, {}), stop.get_token()));
}

TEST_CASE("a private folder is its owner's alone, and goes with all in it", "[unit]") {
  std::filesystem::path was;
  {
    const PrivateFolder folder;
    was = folder.path();
    std::ofstream(was / "inside") << "Invented.";
    CHECK(std::filesystem::status(was).permissions() == std::filesystem::perms::owner_all);
  }
  CHECK_FALSE(std::filesystem::exists(was));
}

}  // namespace
}  // namespace reviewd
