#include <fmt/format.h>

#include "reviewd/documents/zip_file.hpp"
#include "tests/http/rehearsal_support.hpp"
#include "tests/http/service_support.hpp"
#include "tests/support/browser.hpp"
#include "tests/web/filling.hpp"

/// Learning products in a browser without scripts: the register, the sheet, the check for names, a new version.
namespace review::service_test {
namespace {

using test::Browser;
using test::fill;

std::size_t times(const HttpAnswer& page, const std::string& words) {
  std::size_t count = 0;
  for (auto at = page.body.find(words); at != std::string::npos; at = page.body.find(words, at + 1)) ++count;
  return count;
}

std::string member_in(const std::string& archive, const std::string& name) {
  const auto members = reviewd::read_zip(archive);
  REQUIRE(members);
  for (const auto& member : *members) {
    if (member.name == name) return reviewd::unpacked(archive, member, 1'000'000).value_or("");
  }
  return {};
}

std::string drafted(const std::string& text, const std::string& more = "") {
  return fmt::format(R"({{"productDrafted":{{{}"sort":"NEWSLETTER_ITEM","title":"Who <lives> in the home",)"
                     R"("sections":[{{"section":"where-to-go","text":"Ask your lead."}},)"
                     R"({{"section":"what-to-do","text":"{}"}}]}}}})",
                     more, text);
}

struct Shared {
  Practice practice;
  std::string id;
  Browser browser;

  Shared() : id(practice.open()), browser(Browser::of(practice.daemon, "a-smith", "coordinator")) {
    practice.add(id, drafted("Ask at <every> booking."));
  }
  [[nodiscard]] std::string at(const std::string& below = "") const {
    return "/cases/" + id + "/products/product-1" + below;
  }
  void share() {
    practice.add(id, R"({"productChecked":{}})");
    practice.add(id, R"({"productShared":{"with":["POLICE","midwifery"],"groups":["SUBGROUP"],"how":"MAIL"}})");
    practice.add(id, R"({"productReceived":{"agency":"midwifery","reached":40,"read":30,"answered":12}})");
  }
};

TEST_CASE("The register of learning products says who got each, and who has not confirmed", "[web]") {
  Shared shared;
  CHECK(says(shared.browser.open("/learning"), "href=\"/learning/products\""));
  auto page = shared.browser.open("/learning/products");
  CHECK(page.status == 200);
  CHECK(says(page, "Not checked for names yet"));
  CHECK(says(page, "Not shared yet"));
  shared.share();
  page = shared.browser.open("/learning/products");
  CHECK(says(page, "Who &lt;lives&gt; in the home"));
  CHECK(says(page, "Newsletter item, version 1"));
  CHECK_FALSE(says(page, "All have confirmed"));
  shared.practice.add(shared.id, R"({"productReceived":{"agency":"POLICE","reached":4,"answered":4}})");
  CHECK(says(shared.browser.open("/learning/products"), "All have confirmed"));
  CHECK(says(shared.browser.open("/learning/products/csv"), "midwifery"));
  auto contact = Browser::of(shared.practice.daemon, "a-contact", "agency-contact");
  CHECK(contact.open("/learning/products").status == 403);
}

TEST_CASE("A product is a sheet under its headings in their order, and a draft says that it is one", "[web]") {
  Shared shared;
  auto page = shared.browser.open(shared.at());
  CHECK(page.status == 200);
  CHECK(times(page, "<h1") == 1);
  CHECK(says(page, "Draft: not checked for names"));
  CHECK(says(page, "class=\"govuk-button\" data-module=\"govuk-button\">Check it for names"));
  CHECK(says(page, "Ask at &lt;every&gt; booking."));
  CHECK(page.body.find("What to do</h2>") < page.body.find("Where to go for more</h2>"));
  shared.share();
  page = shared.browser.open(shared.at());
  CHECK_FALSE(says(page, "Draft: not checked for names"));
  CHECK(says(page, "Who got it, and who understood it"));
  CHECK(says(page, "By email"));
  // A group is called what the partnership calls it.
  CHECK(says(page, "Learning from practice reviews subgroup"));
  CHECK_FALSE(says(page, "SUBGROUP"));
  auto reader = Browser::of(shared.practice.daemon, "a-reader", "reader");
  CHECK_FALSE(says(reader.open(shared.at()), "Record that it was shared"));
  CHECK(shared.browser.open("/cases/" + shared.id + "/products/product-9").status == 404);
}

TEST_CASE("A case leads to its products, and to drafting one", "[web]") {
  Shared shared;
  CHECK(says(shared.browser.open("/cases/" + shared.id), "href=\"" + shared.at() + "\""));
  CHECK(says(shared.browser.open("/cases/" + shared.id + "/add"), "Draft a learning product"));
  const auto opened = shared.practice.coordinator.post(
      "/v1/programmes", R"({"programmeOpened":{"sort":"MULTI_AGENCY_AUDIT","title":"Invented"}})");
  const auto programme = "/programmes/" + opened.text("/programme");
  REQUIRE(shared.practice.coordinator.post("/v1" + programme + "/entries", drafted("Write it down.")).status == 201);
  CHECK(says(shared.browser.open(programme), "href=\"" + programme + "/products/product-1\""));
  CHECK(says(shared.browser.open(programme + "/products/product-1"), "Write it down."));
}

TEST_CASE("A product is downloaded as an OpenDocument text whose name says nothing of it", "[web]") {
  Shared shared;
  const auto file = shared.browser.open(shared.at("/text"));
  CHECK(file.status == 200);
  CHECK(file.header("Content-Type") == "application/vnd.oasis.opendocument.text");
  CHECK(file.header("Content-Disposition").find("learning-product.odt") != std::string::npos);
  CHECK(file.body.find("mimetype") == 30);
  const auto content = member_in(file.body, "content.xml");
  CHECK(content.find("text:outline-level=\"1\">Who &lt;lives&gt; in the home</text:h>") != std::string::npos);
  const auto heading = content.find("text:outline-level=\"2\">What to do</text:h>");
  CHECK(heading < content.find("Ask at &lt;every&gt; booking.</text:p>"));
  CHECK(content.find("Draft: not checked for names") != std::string::npos);
  CHECK(member_in(file.body, "META-INF/manifest.xml").find("content.xml") != std::string::npos);
  CHECK(member_in(file.body, "meta.xml").find("<dc:language>en-GB") != std::string::npos);
  CHECK(shared.browser.open(shared.at("/text")).body == file.body);
  shared.share();
  CHECK(member_in(shared.browser.open(shared.at("/text")).body, "content.xml").find("Draft:") == std::string::npos);
}

TEST_CASE("The check shows a name where it stands, and offers to record it only once it is gone", "[web]") {
  Practice practice;
  practice.day("2026-01-05");
  const auto id = practice.open(named_incident);
  practice.add(id, drafted("Ask Ms Quillfeather."));
  auto browser = Browser::of(practice.daemon, "a-smith", "coordinator");
  const auto at = "/cases/" + id + "/products/product-1/check";
  auto page = browser.open(at);
  CHECK(page.status == 200);
  CHECK(says(page, "<mark>Quillfeather</mark>"));
  CHECK_FALSE(says(page, "Record that it was checked"));
  practice.add(id, drafted("Ask the family.", R"("product":"product-1",)"));
  page = browser.open(at);
  CHECK(says(page, "Nothing was found in what was checked"));
  CHECK(says(page, "Record that it was checked"));
  // What is recorded is of the version that was looked at, whatever is drafted meanwhile.
  CHECK(says(page, "productChecked.version=2&amp;productChecked.left=0"));
  const auto form = browser.open("/cases/" + id + "/add/productChecked?productChecked.product=product-1");
  CHECK(form.status == 200);
}

TEST_CASE("The form of a new version holds what the newest says, and a new briefing has its headings", "[web]") {
  Shared shared;
  const auto add = "/cases/" + shared.id + "/add/productDrafted";
  const auto next = shared.browser.open(add + "?productDrafted.product=product-1");
  CHECK(next.status == 200);
  CHECK(says(next, "Ask at &lt;every&gt; booking.</textarea>"));
  CHECK(says(next, "value=\"product-1\""));
  const auto fresh = shared.browser.open(add + "?productDrafted.sort=SEVEN_MINUTE_BRIEFING");
  CHECK(says(fresh, "productDrafted.sections.6.text"));
  CHECK_FALSE(says(fresh, "Ask at &lt;every&gt; booking."));
}

TEST_CASE("The page of a product says beforehand with whom the visitor cannot share it, and why", "[web]") {
  Shared shared;
  const std::string alone = "You cannot share it yet";
  auto page = shared.browser.open(shared.at());
  CHECK(says(page, "With anybody:</strong> Version 1 of this product was not checked for names."));
  shared.share();
  CHECK_FALSE(says(shared.browser.open(shared.at()), alone));
  auto author = Browser::of(shared.practice.daemon, "coordinator-1", "coordinator");
  page = author.open(shared.at());
  CHECK(says(page, "With the public:</strong> Sharing it so takes two people"));
  CHECK_FALSE(says(page, "With agencies and groups:"));
  auto reader = Browser::of(shared.practice.daemon, "a-reader", "reader");
  CHECK_FALSE(says(reader.open(shared.at()), alone));
}

}  // namespace
}  // namespace review::service_test
