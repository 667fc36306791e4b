#include <catch2/catch.hpp>
#include <regex>

#include "reviewd/documents/zip_file.hpp"
#include "reviewd/letters/letter.hpp"
#include "reviewd/paper/write_paper.hpp"

namespace reviewd {
namespace {

std::string member_in(const std::string& archive, const std::string& name) {
  const auto members = read_zip(archive);
  REQUIRE(members);
  for (const auto& member : *members) {
    if (member.name == name) return unpacked(archive, member, 1'000'000).value_or("");
  }
  return {};
}

bool has(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

Paper an_invented_paper() {
  Paper paper{.title = "A letter", .above = "Case 26-0001", .marking = "OFFICIAL-SENSITIVE", .foot = "Version 3"};
  paper.watermark = "Copy for the panel";
  paper.blocks = {paper::Heading{2, "What happened"},
                  paper::Paragraph{"One <line> & another\nbelow it\x01"},
                  paper::Facts{{{"Notified on", "2 April 2026"}, {"Was it late?", "No"}}},
                  paper::Table{"Who came", {"Agency", "Came"}, {{"Police", "Yes"}}, {3, 1}},
                  paper::Heading{3, "A part"},
                  paper::List{{"One", "Two"}},
                  paper::Picture{"Chart", "Bar chart. Police: 3", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"}};
  return paper;
}

std::string content_of(const Paper& paper) { return member_in(write_paper(paper, {}), "content.xml"); }

TEST_CASE("a paper has its levels, heads of tables, captions, words for pictures and its language", "[unit]") {
  const auto odt = write_paper(an_invented_paper(), {});
  CHECK(odt.find("mimetype") == 30);
  const auto content = member_in(odt, "content.xml");
  CHECK(has(content, "text:outline-level=\"1\">A letter</text:h>"));
  CHECK(has(content, "text:outline-level=\"2\">What happened</text:h>"));
  CHECK(has(content, "text:outline-level=\"3\">A part</text:h>"));
  CHECK(has(content, "One &lt;line&gt; &amp; another<text:line-break/>below it</text:p>"));
  CHECK(has(content, "Notified on:</text:span>"));
  CHECK(has(content, "Was it late?</text:span>"));
  CHECK(has(content, "<text:p text:style-name=\"Caption\">Who came</text:p>"));
  CHECK(std::regex_search(content, std::regex("<table:table-header-rows>[^]*Agency[^]*</table:table-header-rows>")));
  CHECK(has(content, "<svg:title>Chart</svg:title><svg:desc>Bar chart. Police: 3</svg:desc>"));
  CHECK(has(member_in(odt, "META-INF/manifest.xml"), "Pictures/1.svg"));
  CHECK_FALSE(member_in(odt, "Pictures/1.svg").empty());
  const auto styles = member_in(odt, "styles.xml");
  CHECK(has(styles, "fo:language=\"en\" fo:country=\"GB\""));
  CHECK(has(styles, "OFFICIAL-SENSITIVE"));
  CHECK(has(styles, "<text:page-number"));
  CHECK(has(member_in(odt, "Pictures/watermark.svg"), "Copy for the panel"));
  CHECK(has(member_in(odt, "meta.xml"), "<dc:title>A letter</dc:title>"));
  CHECK_FALSE(has(member_in(odt, "meta.xml"), "creator"));
  CHECK(write_paper(an_invented_paper(), {}) == odt);
}

TEST_CASE("a paper that not everybody could read is not written", "[unit]") {
  const auto refuses = [](paper::Block block) {
    Paper paper{.title = "A letter"};
    paper.blocks.push_back(std::move(block));
    CHECK_THROWS_AS(write_paper(paper, {}), std::logic_error);
  };
  refuses(paper::Heading{3, "A level is left out"});
  refuses(paper::Heading{1, "A second title"});
  refuses(paper::Table{"", {"Agency"}, {}});
  refuses(paper::Table{"A column without a title", {""}, {}});
  refuses(paper::Table{"A short row", {"Agency", "Came"}, {{"Police"}}});
  refuses(paper::Picture{"No words for it", "", "<svg/>"});
  CHECK_THROWS_AS(write_paper({}, {}), std::logic_error);
}

TEST_CASE("a letter that was edited keeps its words, and lines above a paragraph become headings", "[unit]") {
  const auto content = content_of(letter_of_text("A delay", "To the Panel\r\n\r\nWhy it is late\r\nA trial.\r\n"));
  CHECK(has(content, "text:outline-level=\"2\">Why it is late</text:h>"));
  CHECK(has(content, ">A trial.</text:p>"));
  CHECK(has(content, ">To the Panel</text:p>"));
}

}  // namespace
}  // namespace reviewd
