#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <catch2/catch.hpp>
#include <set>

#include "reviewd/http/problem.hpp"

using review::Code;
using review::Refusal;

namespace {

boost::json::object body_of(const reviewd::Response& response) { return boost::json::parse(response.body).as_object(); }

std::string text(const boost::json::object& object, const char* key) {
  return std::string(object.at(key).as_string().c_str());
}

}  // namespace

TEST_CASE("every code becomes a problem with the status of the table", "[unit][http]") {
  for (const auto& row : review::code_table()) {
    CAPTURE(std::string(row.name));
    const auto response = reviewd::problem(Refusal{row.code, "A sentence."}, "0123456789abcdef");
    const auto body = body_of(response);
    CHECK(response.status == row.status);
    CHECK(response.content_type == "application/problem+json");
    CHECK(body.at("status").as_int64() == row.status);
    CHECK(text(body, "type") == "/problems/" + std::string(row.name));
    CHECK(text(body, "title") == row.title);
    CHECK(text(body, "code") == row.name);
    CHECK(text(body, "detail") == "A sentence.");
    CHECK(text(body, "requestId") == "0123456789abcdef");
    CHECK(body.at("cites").as_array().empty());
    CHECK(body.at("violations").as_array().empty());
    CHECK(body.contains("holds") == (row.code == Code::publication_held));
  }
}

TEST_CASE("a problem carries pointers, citations and holds", "[unit][http]") {
  Refusal refusal{Code::publication_held, "Two things hold publication.", {"wt-2023 5.34"}};
  refusal.violations = {{"/reportPublished/\"review", "There is no such review."}};
  refusal.holds = {{"PROCEEDINGS", "trial-1", "2026-03-02", "A trial is listed.", ""},
                   {"EMBARGO", "embargo-1", "2026-03-03", "Agreed with the court.", "2026-06-01"}};
  const auto body = body_of(reviewd::problem(refusal, "id"));
  CHECK(body.at("cites").as_array().at(0).as_string() == "wt-2023 5.34");
  CHECK(text(body.at("violations").as_array().at(0).as_object(), "pointer") == "/reportPublished/\"review");
  const auto& holds = body.at("holds").as_array();
  REQUIRE(holds.size() == 2);
  CHECK(text(holds.at(0).as_object(), "name") == "trial-1");
  CHECK_FALSE(holds.at(0).as_object().contains("reviewOn"));
  CHECK(text(holds.at(1).as_object(), "reviewOn") == "2026-06-01");
}

TEST_CASE("a problem says how to go on where a header does", "[unit][http]") {
  const auto header = [](Code code) {
    const auto headers = reviewd::problem(Refusal{code, "…"}, "id").headers;
    return headers.empty() ? std::string() : headers.at(0).first;
  };
  CHECK(header(Code::unauthenticated) == "WWW-Authenticate");
  CHECK(header(Code::too_many) == "Retry-After");
  CHECK(header(Code::busy) == "Retry-After");
  CHECK(header(Code::read_only) == "Retry-After");
  CHECK(header(Code::not_found).empty());
}

TEST_CASE("the faults of the HTTP layer are in the order of their table", "[unit][http]") {
  std::set<std::string> codes;
  for (int i = 0; i <= static_cast<int>(reviewd::Fault::version_unknown); ++i) {
    const auto fault = static_cast<reviewd::Fault>(i);
    CHECK(reviewd::fault_row(fault).fault == fault);
    codes.insert(std::string(reviewd::fault_row(fault).code));
    const auto body = body_of(reviewd::problem(reviewd::Refused{fault, "A sentence."}, "id"));
    CHECK(body.at("status").as_int64() == reviewd::fault_row(fault).status);
    const auto* same = review::find_code(reviewd::fault_row(fault).code);
    if (same) CHECK(same->status == reviewd::fault_row(fault).status);
  }
  CHECK(codes.size() == 14);
}
