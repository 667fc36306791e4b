#include <algorithm>
#include <deque>
#include <regex>
#include <set>

#include "libreview/base/embedded.hpp"
#include "reviewd/base/templates.hpp"
#include "tests/http/service_support.hpp"
#include "tests/support/browser.hpp"

/// Nobody but this service learns that a page was opened: a page makes no browser ask another host for anything.
/// Links that people follow are theirs to follow.
namespace review::service_test {
namespace {

using test::Browser;

/// What of a page a browser would fetch, or send to, elsewhere: an address with a host in any tag but a link.
std::vector<std::string> fetched_elsewhere(const std::string& html) {
  static const std::regex tag("<([a-z][a-z0-9]*)((?:[^>\"]|\"[^\"]*\")*)>");
  static const std::regex attribute("([a-zA-Z:-]+)\\s*=\\s*\"\\s*((?:https?:)?//[^\"]*)\"");
  static const std::regex inside("(?:url=|url\\(|src\\(|@import)\\s*['\"]?\\s*(?:https?:)?//");
  std::vector<std::string> found;
  for (std::sregex_iterator one(html.begin(), html.end(), tag), end; one != end; ++one) {
    const auto name = (*one)[1].str();
    const auto attributes = (*one)[2].str();
    for (std::sregex_iterator each(attributes.begin(), attributes.end(), attribute); each != end; ++each) {
      const auto key = (*each)[1].str();
      const bool names_a_format = key == "xmlns" || key.starts_with("xmlns:");
      if (!names_a_format && !(name == "a" && key == "href")) found.push_back((*one)[0]);
    }
    if (std::regex_search(attributes, inside)) found.push_back((*one)[0]);
  }
  for (const char* never : {"<base", "<iframe", "<object", "<embed", "<style>", "<style ", "style=\"", "ping=\"",
                            "dns-prefetch", "preconnect"}) {
    if (html.find(never) != std::string::npos) found.emplace_back(never);
  }
  return found;
}

TEST_CASE("The check for other hosts finds what a browser would fetch, and no link that people follow", "[web]") {
  for (const char* bad :
       {"<img src=\"https://example.org/a.png\">", "<link rel=\"stylesheet\" href=\"//example.org/a.css\">",
        "<form action=\"https://example.org/\">", "<script src=\"http://example.org/a.js\"></script>",
        "<meta http-equiv=\"refresh\" content=\"0; url=https://example.org/\">", "<p style=\"x\">",
        "<a href=\"/\" ping=\"/x\">", "<style>p{}</style>", "<style media=\"print\">"}) {
    INFO(bad);
    CHECK_FALSE(fetched_elsewhere(bad).empty());
  }
  for (const char* good : {"<a class=\"govuk-link\" href=\"https://www.gov.uk/\">", "<img src=\"/assets/a.svg\">",
                           "<svg xmlns=\"http://www.w3.org/2000/svg\">", "<p>See https://example.org/</p>"}) {
    INFO(good);
    CHECK(fetched_elsewhere(good).empty());
  }
}

TEST_CASE("No template, style sheet or script names another host to fetch from", "[web]") {
  int templates = 0;
  for (const auto path : embedded_names("web/templates/")) {
    auto name = std::string(path.substr(path.rfind('/') + 1));
    name.resize(name.rfind(".mustache"));
    INFO(name);
    const auto text = reviewd::template_text(name);
    // No browser reads an OpenDocument text; that its pictures are all inside it is tested where papers are.
    const bool is_paper = text.starts_with("<?xml");
    CHECK((!is_paper || name.starts_with("paper_")));
    CHECK((is_paper || fetched_elsewhere(text).empty()));
    ++templates;
  }
  CHECK(templates > 40);
  const std::regex fetches("(?:url\\(|src\\(|@import)\\s*['\"]?\\s*(?:https?:)?//");
  const std::string style(embedded("web/assets/review.css").value());
  CHECK(style.size() > 10'000);
  CHECK_FALSE(std::regex_search(style, fetches));
  const std::string script(embedded("web/assets/review.js").value());
  CHECK_FALSE(std::regex_search(script, std::regex("['\"`](?:https?:|wss?:)?//[a-z]")));
}

TEST_CASE("No page that people reach makes a browser ask another host", "[web]") {
  Practice practice;
  const auto id = practice.submitted_case();
  std::size_t pages = 0;
  for (const auto* role : {"coordinator", "administrator", "information-governance"}) {
    auto browser = Browser::of(practice.daemon, std::string("a-") + role, role);
    std::deque<std::string> waiting = {"/", "/cases/" + id};
    std::set<std::string> known(waiting.begin(), waiting.end());
    static const std::regex link("<a [^>]*href=\"(/[^\"#?]*)");
    constexpr std::size_t most = 150;
    for (; !waiting.empty() && known.size() < most; waiting.pop_front()) {
      const auto page = browser.open(waiting.front());
      if (page.header("Content-Type").find("text/html") == std::string::npos) continue;
      INFO(role << " " << waiting.front());
      CHECK(fetched_elsewhere(page.body).empty());
      CHECK(page.header("Content-Security-Policy").find("default-src 'none'") == 0);
      CHECK(page.header("Link").empty());
      ++pages;
      for (std::sregex_iterator one(page.body.begin(), page.body.end(), link), end; one != end; ++one) {
        if (known.insert((*one)[1]).second) waiting.push_back((*one)[1]);
      }
    }
  }
  CHECK(pages > 60);
}

}  // namespace
}  // namespace review::service_test
