#include <catch2/catch.hpp>

#include "libreview/base/embedded.hpp"
#include "reviewd/base/templates.hpp"
#include "reviewd/web/frame/asset.hpp"
#include "reviewd/web/frame/problem_view.hpp"
#include "reviewd/web/frame/refusal_page.hpp"
#include "reviewd/web/frame/render.hpp"

namespace reviewd {
namespace {

Request get(std::string path) {
  Request request;
  request.method = "GET";
  request.path = std::move(path);
  return request;
}

std::string header(const Response& response, std::string_view name) {
  for (const auto& [each, value] : response.headers) {
    if (each == name) return value;
  }
  return {};
}

TEST_CASE("Every template can be read, and none but the layout shows anything unescaped", "[web]") {
  for (const auto path : review::embedded_names("web/templates/")) {
    auto name = path.substr(path.rfind('/') + 1);
    name.remove_suffix(std::string_view(".mustache").size());
    INFO(name);
    CHECK_NOTHROW(parsed_template(name));
    const auto text = review::embedded(path).value();
    CHECK(text.find("{{&") == std::string_view::npos);
    CHECK((name == "layout" || text.find("{{{") == std::string_view::npos));
    CHECK(text.find(" style=") == std::string_view::npos);
    // OpenDocument has elements <style:…>, and no page has.
    CHECK(text.find("<style>") == std::string_view::npos);
    CHECK(text.find("<style ") == std::string_view::npos);
    CHECK(text.find(" onclick=") == std::string_view::npos);
  }
}

TEST_CASE("What somebody typed is text on a page, never markup", "[web]") {
  const auto page = render_open(200, "refused_openly", {{"title", "A \"quoted\" title"}, {"says", "<script>&'"}}, true);
  CHECK(page.content_type == "text/html; charset=utf-8");
  CHECK(page.body.find("&lt;script&gt;&amp;&apos;") != std::string::npos);
  CHECK(page.body.find("<title>A &quot;quoted&quot; title – Learning reviews</title>") != std::string::npos);
}

TEST_CASE("What is refused after its page was begun says why, and is no failure of the service unless it is one",
          "[web]") {
  struct Row {
    review::Code code;
    int status;
  };
  for (const auto& row : {Row{review::Code::malformed, 400}, Row{review::Code::not_permitted, 403},
                          Row{review::Code::busy, 503}, Row{review::Code::store_full, 507}}) {
    const auto page = refusal_page({row.code, "Narrow it."}, true);
    INFO(page.body);
    CHECK(page.status == row.status);
    CHECK(page.body.find("Narrow it.") != std::string::npos);
    CHECK(page.body.find(std::string(review::code_row(row.code).title) + "</h1>") != std::string::npos);
  }
}

TEST_CASE("A page without a title, and a template that is not there, are mistakes of ours", "[web]") {
  CHECK_THROWS_AS(render_open(200, "refused_openly", {}, false), std::logic_error);
  CHECK_THROWS_AS(filled("no_such_template", {}), std::logic_error);
}

TEST_CASE("The title says so where there are errors, and a practice store says so everywhere", "[web]") {
  const auto page = render_open(400, "problem", {{"title", "Sign in"}, {"hasErrors", true}}, true);
  CHECK(page.body.find("<title>Error: Sign in") != std::string::npos);
  CHECK(page.body.find("everything here is invented") != std::string::npos);
  const auto real = render_open(200, "problem", {{"title", "Sign in"}}, false);
  CHECK(real.body.find("invented") == std::string::npos);
}

TEST_CASE("An asset is kept for ever under an address that changes with it", "[web]") {
  for (const auto* name : {"review.css", "review.js", "icon.svg"}) {
    const auto found = asset(get(asset_address(name)));
    REQUIRE(found);
    CHECK(found->status == 200);
    CHECK(found->body == review::embedded(std::string("web/assets/") + name).value());
    CHECK(header(*found, "Cache-Control") == "public, max-age=31536000, immutable");
    CHECK(header(*found, "X-Content-Type-Options") == "nosniff");
  }
  CHECK(asset(get(asset_address("review.css")))->content_type == "text/css; charset=utf-8");
  CHECK_FALSE(asset(get("/assets/review.css")));
  CHECK_FALSE(asset(get("/assets/review-000000000000.css")));
  CHECK_THROWS_AS(asset_address("other.css"), std::logic_error);
}

TEST_CASE("The style sheet asks for nothing, neither elsewhere nor here, and brings no font of GOV.UK", "[web]") {
  const auto css = review::embedded("web/assets/review.css").value();
  CHECK(css.find("GDS Transport") == std::string_view::npos);
  CHECK(css.find("@font-face") == std::string_view::npos);
  CHECK(css.find("url(") == std::string_view::npos);
  CHECK(css.find("@import") == std::string_view::npos);
}

TEST_CASE("A refusal says what happened and what to do, and hides alike what is hidden and what is not there",
          "[web]") {
  CHECK(problem_view(404, {{"detail", "one"}}) == problem_view(404, {{"detail", "another"}}));
  CHECK(problem_view(403, nullptr).at("title") == "You cannot do this");
  CHECK(problem_view(412, nullptr).at("title") == "Somebody else has changed this case");
  CHECK(problem_view(503, {{"requestId", "abc"}}).at("requestId") == "abc");
  const auto ruled = problem_view(409, {{"detail", "No."}, {"violations", {{{"message", "Why."}}}}});
  CHECK(ruled.at("paragraphs") == boost::json::value({"No."}));
  CHECK(ruled.at("points") == boost::json::value({"Why."}));
}

}  // namespace
}  // namespace reviewd
