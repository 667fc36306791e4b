#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <string>
#include <utility>
#include <vector>

#include "reviewd/documents/write_zip.hpp"
#include "reviewd/documents/zip_file.hpp"
#include "reviewd/paper/converter_command.hpp"
#include "reviewd/paper/paper_pdf.hpp"
#include "tests/http/chronology_support.hpp"
#include "tests/http/meeting_support.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/office.hpp"
#include "tests/support/paper_checks.hpp"

/// Every text that the service makes, taken as people take it, and opened in LibreOffice.
namespace review::service_test {
namespace {

using test::Browser;
using test::Office;

struct Taken {
  std::string name;
  std::string odt;
  std::string says;  ///< words that stand in it
};

bool has(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

std::string text_in(const HttpAnswer& answer) {
  INFO(answer.head << answer.body.substr(0, 400));
  REQUIRE(answer.status == 200);
  CHECK(answer.header("Content-Type") == "application/vnd.oasis.opendocument.text");
  return answer.body;
}

const std::string product =
    R"({"productDrafted":{"sort":"NEWSLETTER_ITEM","title":"Who lives in the home","sections":[)"
    R"({"section":"what-to-do","text":"Ask at every booking."}]}})";

/// A service with a case of each state that a text is made of, and all its texts.
class Papers {
 public:
  Papers() {
    const auto first = practice_.notified_case();
    practice_.add(first, R"({"agencyReturnRequested":{"agencies":["police","city-hospital"],"type":"SUMMARY",)"
                         R"("dueOn":"2026-02-01","period":"From birth"}})");
    auto& caller = practice_.coordinator;
    REQUIRE(record_chronology(caller, first, "city-hospital", hospital_rows).status == 201);
    REQUIRE(record_chronology(caller, first, "police-west", police_rows).status == 201);
    practice_.add(first, product);
    const auto meeting = call_meeting(practice_, {first}, "2026-01-15");
    const auto late = practice_.accepted_case();

    letters(first);
    letters(late);
    practice_.add(first, R"({"actionAgreed":{"what":"Write handovers down.","owner":"police","dueOn":"2026-12-01",)"
                         R"("monitoredBy":"SUBGROUP"}})");
    practice_.add(first, R"({"actionEscalated":{"why":"Nobody owns it."}})");
    const std::string quarter = "?from=2026-04-01&to=2026-06-30&monitoredBy=SUBGROUP";
    take("exceptions", caller.get("/v1/actions/monitoring/exceptions:odt" + quarter), "Write handovers down.");
    take("headlines", caller.get("/v1/actions/monitoring/headlines:odt" + quarter), "Amber: at risk");
    take("chronology", caller.get("/v1/cases/" + first + "/chronology:odt"), "Midwife visited home");
    take("pack", caller.get("/v1/meetings/" + meeting + "/pack:odt"), "Matters arising");

    take("product", caller.get("/v1/cases/" + first + "/products/product-1:odt"), "Ask at every booking.");
    take("figures", caller.get("/v1/figures:odt?from=2026-01-01&to=2026-12-31"), "Notifications to the National Panel");
    take("published", caller.get("/v1/figures:odt?from=2025-04-01&to=2026-03-31&published=true"),
         "Notifications to the National Panel");
    auto browser = Browser::of(practice_.daemon, "a-smith", "coordinator");
    const auto delay = "/cases/" + late + "/reviews/review-1/delay-letter";
    REQUIRE(browser.open(delay).status == 200);
    take("delay", browser.send(delay, {{"do", "download"}, {"letter", "Why it is late\nIn words of our own."}}),
         "In words of our own.");
  }
  [[nodiscard]] const std::vector<Taken>& all() const { return all_; }

 private:
  void take(const std::string& name, const HttpAnswer& answer, const std::string& says) {
    INFO(name);
    all_.push_back({name, text_in(answer), says});
  }
  void letters(const std::string& id) {
    const auto at = "/v1/cases/" + id + "/letters";
    for (const auto& letter : texts(practice_.coordinator.get(at), "letters", "letter"))
      take(id + "-" + letter, practice_.coordinator.get(fmt::format("{}/{}:odt", at, letter)), "");
  }

  Practice practice_;
  std::vector<Taken> all_;
};

/// Words of XML as they are read.
std::string plain(std::string words) {
  const std::vector<std::pair<std::string, std::string>> escapes{
      {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}};
  for (const auto& [from, to] : escapes) {
    for (auto at = words.find(from); at != std::string::npos; at = words.find(from, at + to.size()))
      words.replace(at, from.size(), to);
  }
  return words;
}

TEST_CASE("Every text that the service makes opens without repair and becomes a PDF that everybody can read",
          "[service]") {
  const Papers papers;
  CHECK(papers.all().size() >= 12);
  Office office;
  for (const auto& one : papers.all()) {
    INFO(one.name << ": " << fmt::format("{}", fmt::join(test::faults_of_text(one.odt), "; ")));
    CHECK(test::faults_of_text(one.odt).empty());
    office.put(one.name, one.odt);
  }
  if (!test::opens_texts()) return;
  REQUIRE(office.open());
  for (const auto& one : papers.all()) {
    INFO(one.name);
    const auto pdf = office.pdf(one.name);
    CHECK(pdf.starts_with("%PDF-"));
    const auto about = test::about_pdf(pdf);
    INFO(about);
    CHECK(has(about, "Title:           " + plain(test::title_of_text(one.odt))));
    CHECK(has(about, "Tagged:          yes"));
    const auto pages = test::pages_of_pdf(pdf);
    REQUIRE_FALSE(pages.empty());
    std::string words;
    for (std::size_t i = 0; i < pages.size(); ++i) {
      CHECK(has(pages[i], fmt::format("Page {} of {}", i + 1, pages.size())));
      words += pages[i];
    }
    CHECK(has(words, one.says));
  }
}

TEST_CASE("A text of which something is wrong is found, and not opened", "[service]") {
  Practice practice;
  const auto id = practice.notified_case();
  const auto good = text_in(practice.coordinator.get("/v1/cases/" + id + "/letters/notification:odt"));
  REQUIRE(test::faults_of_text(good).empty());
  const auto changed = [&](const std::string& file, const std::string& from, const std::string& to) {
    std::vector<reviewd::ZippedFile> files;
    for (const auto& one : reviewd::read_zip(good).value_or(std::vector<reviewd::ZipMember>())) {
      auto content = reviewd::unpacked(good, one, 1'000'000).value_or("");
      if (const auto at = content.find(from); one.name == file && at != std::string::npos)
        content.replace(at, from.size(), to);
      files.push_back({.name = one.name, .content = content, .stored = one.name == "mimetype"});
    }
    return reviewd::write_zip(files, {});
  };
  const auto lost = changed("META-INF/manifest.xml", "\"styles.xml\"", "\"other.xml\"");
  CHECK(test::faults_of_text(lost).size() == 2);
  CHECK_FALSE(test::faults_of_text(changed("content.xml", "outline-level=\"2\"", "outline-level=\"3\"")).empty());
  CHECK_FALSE(test::faults_of_text(changed("meta.xml", "en-GB", "")).empty());
  if (!test::opens_texts()) return;
  Office office;
  office.put("good", good);
  office.put("broken", changed("content.xml", "</text:h>", "</text:p>"));
  static_cast<void>(office.open());
  CHECK(office.pdf("good").starts_with("%PDF-"));
  CHECK(office.pdf("broken").empty());
}

TEST_CASE("Learning products and the yearly report are given as PDFs too, or a page says that they cannot be",
          "[service]") {
  Practice practice;
  const auto id = practice.notified_case();
  practice.add(id, product);
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const bool made = test::opens_texts();
  const auto of_product = "/cases/" + id + "/products/product-1";
  const std::string year = "?from=2026-01-01&to=2026-12-31";
  CHECK(has(browser.open(of_product).body, "href=\"" + of_product + "/pdf\"") == made);
  CHECK(has(browser.open("/figures" + year).body, "href=\"/figures/pdf?from=2026-01-01&amp;to=2026-12-31") == made);
  struct Asked {
    std::string address;
    std::string name;
    std::string says;
  };
  for (const auto& one : {Asked{of_product + "/pdf", "learning-product.pdf", "Ask at every booking."},
                          Asked{"/figures/pdf" + year, "yearly-report-2026-01-01-to-2026-12-31.pdf",
                                "Notifications to the National Panel"}}) {
    INFO(one.address);
    const auto answer = browser.open(one.address);
    if (!made) {
      CHECK(answer.status == 503);
      CHECK(has(answer.body, "OpenDocument"));
      continue;
    }
    REQUIRE(answer.status == 200);
    CHECK(answer.header("Content-Type") == "application/pdf");
    CHECK(answer.header("Content-Disposition") == "attachment; filename=\"" + one.name + "\"");
    CHECK(has(test::about_pdf(answer.body), "Tagged:          yes"));
    std::string words;
    for (const auto& page : test::pages_of_pdf(answer.body)) words += page;
    CHECK(has(words, one.says));
  }
  CHECK(browser.open("/cases/" + id + "/products/product-9/pdf").status == 404);
  CHECK(browser.open("/figures/pdf?from=soon").status == 400);
}

TEST_CASE("Whoever looks after the service is told where it cannot make PDFs", "[service]") {
  const Practice practice;
  const auto ready = practice.daemon.caller().get("/readyz");
  CHECK(ready.status == 200);
  CHECK(has(ready.body, "missing: soffice.bin") != reviewd::has_pdf_converter());
  CHECK(has(practice.daemon.said(), reviewd::pdf_converter) != reviewd::has_pdf_converter());
}

}  // namespace
}  // namespace review::service_test
