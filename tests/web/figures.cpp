#include <regex>

#include "reviewd/documents/zip_file.hpp"
#include "tests/http/service_support.hpp"
#include "tests/support/browser.hpp"

/// The yearly report, in a browser without scripts, and as a text.
namespace review::service_test {
namespace {

using test::Browser;

const std::string year = "?from=2026-01-01&to=2026-12-31";
/// What is published is of whole years, as years are reported.
const std::string reported_year = "?from=2025-04-01&to=2026-03-31";

std::string member_in(const std::string& archive, const std::string& name) {
  const auto members = reviewd::read_zip(archive);
  REQUIRE(members);
  for (const auto& member : *members) {
    if (member.name == name) return reviewd::unpacked(archive, member, 1'000'000).value_or("");
  }
  return {};
}

bool has(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

TEST_CASE("The yearly report has its tables, charts with their words, and a way behind each figure", "[web]") {
  Practice practice;
  const auto id = practice.accepted_case();
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  CHECK(says(browser.open("/overview"), "href=\"/figures\""));
  const auto page = browser.open("/figures" + year);
  INFO(page.body);
  REQUIRE(page.status == 200);
  CHECK(says(page, "<h1 class=\"govuk-heading-l\">Yearly report</h1>"));
  CHECK(says(page, "From Thursday 1 January 2026 to Thursday 31 December 2026, as recorded by Monday 1 June 2026"));
  CHECK(says(page, "aria-label=\"Bar chart of Cases by route. Notified to the National Panel: 1, "));
  CHECK(says(page, "left out of what is published"));
  CHECK(says(page, "<p class=\"govuk-body\">None: "));
  CHECK_FALSE(says(page, "<th scope=\"row\" class=\"govuk-table__header\">The day is before what it follows</th>"));
  CHECK(says(page, "Made with program "));
  CHECK_FALSE(says(page, "may therefore be others"));
  CHECK_FALSE(says(page, "style="));
  const std::string behind = "/figures/routes/notified/all?from=2026-01-01&amp;to=2026-12-31&amp;asAt=2026-06-01";
  CHECK(says(page, "href=\"" + behind + "\""));
  const auto figure = browser.open("/figures/routes/notified/all?from=2026-01-01&to=2026-12-31&asAt=2026-06-01");
  REQUIRE(figure.status == 200);
  CHECK(says(figure, "href=\"/cases/" + id + "\""));
  CHECK(says(figure, "National Panel notified"));
  CHECK(says(browser.open("/figures/routes/csv" + year), "Notified to the National Panel"));
}

TEST_CASE("For publication the report opens no figure and shows c for what is left out", "[web]") {
  Practice practice;
  const auto id = practice.accepted_case();
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto page = browser.open("/figures" + reported_year + "&published=true");
  REQUIRE(page.status == 200);
  CHECK(says(page, "For publication: in tables about children and families, numbers below 5"));
  CHECK(says(page, "c<span class=\"govuk-visually-hidden\"> left out</span>"));
  CHECK_FALSE(says(page, "/figures/routes/notified"));
  CHECK_FALSE(says(page, id));
}

TEST_CASE("What is wrong with the period is said at its box, and what was typed stays", "[web]") {
  Practice practice;
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto page = browser.open("/figures?from=soon&to=2026-12-31");
  CHECK(page.status == 400);
  CHECK(says(page, "<a href=\"#from\">Enter a real day, such as 31/3/2026.</a>"));
  CHECK(says(page, "value=\"soon\""));
  CHECK(browser.open("/figures/none/csv").status == 404);
}

TEST_CASE("Days are typed as people write them, and come back so", "[web]") {
  Practice practice;
  static_cast<void>(practice.accepted_case());
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto page = browser.open("/figures?from=1/1/2026&to=31/5/2026&besides=1/3/2026,+2026-03-02");
  INFO(page.body);
  REQUIRE(page.status == 200);
  CHECK(says(page, "From Thursday 1 January 2026 to Sunday 31 May 2026"));
  CHECK(says(page, "name=\"to\" type=\"text\" value=\"31/5/2026\""));
  CHECK(says(page, "value=\"1/3/2026, 2/3/2026\""));
  CHECK(
      says(page, "/figures/spreadsheet?from=2026-01-01&amp;to=2026-05-31&amp;asAt=2026-06-01&amp;besides=2026-03-01"));
}

TEST_CASE("The report as a text has headings, heads of tables, words for charts, its language and its title", "[web]") {
  Practice practice;
  static_cast<void>(practice.accepted_case());
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto file = browser.open("/figures/text" + year);
  REQUIRE(file.status == 200);
  CHECK(file.header("Content-Disposition") == "attachment; filename=\"yearly-report-2026-01-01-to-2026-12-31.odt\"");
  CHECK(file.body.find("mimetype") == 30);
  CHECK(file.body.find("application/vnd.oasis.opendocument.text") < 80);
  const auto content = member_in(file.body, "content.xml");
  CHECK(has(content,
            "<text:h text:style-name=\"Heading_20_1\" text:outline-level=\"1\">Yearly report, 1 January 2026 to 31 "
            "December 2026</text:h>"));
  CHECK(has(content, "text:outline-level=\"2\">Notifications to the National Panel</text:h>"));
  CHECK(has(content, "<table:table-header-rows>"));
  CHECK(has(content, "<svg:desc>Bar chart of Notifications to the National Panel. In timescale: 1, "));
  CHECK(has(content, "OFFICIAL-SENSITIVE"));
  CHECK(has(member_in(file.body, "styles.xml"), "fo:language=\"en\" fo:country=\"GB\""));
  CHECK(has(member_in(file.body, "meta.xml"), "<dc:title>Yearly report, 1 January 2026 to"));
  CHECK(has(member_in(file.body, "meta.xml"), "<dc:language>en-GB</dc:language>"));
  // Each chart that the text names is in it, and in the manifest.
  const std::regex picture("xlink:href=\"(Pictures/[0-9]+[.]svg)\"");
  const auto manifest = member_in(file.body, "META-INF/manifest.xml");
  int pictures = 0;
  for (std::sregex_iterator at(content.begin(), content.end(), picture); at != std::sregex_iterator();
       ++at, ++pictures) {
    INFO((*at)[1]);
    CHECK(has(member_in(file.body, (*at)[1]), "<svg "));
    CHECK(has(manifest, (*at)[1]));
  }
  CHECK(pictures > 3);
  CHECK(browser.open("/figures/text" + year).body == file.body);
  CHECK_FALSE(has(member_in(browser.open("/figures/text" + reported_year + "&published=true").body, "content.xml"),
                  "OFFICIAL-SENSITIVE"));
}

}  // namespace
}  // namespace review::service_test
