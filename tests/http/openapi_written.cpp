#include "tests/http/openapi_written.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/parse_json.hpp"
#include "libreview/vocabulary/parts.hpp"
#include "libreview/vocabulary/read_message.hpp"
#include "libreview/vocabulary/rules.hpp"
#include "libreview/vocabulary/write_message.hpp"
#include "reviewd/api/openapi/openapi.hpp"
#include "tests/http/openapi_support.hpp"
#include "tests/support/places.hpp"

/// Writes what tests/openapi/lint reads: the document, and entries with the service's own verdict on each.
namespace {

namespace json = boost::json;
using openapi_test::write;
using review::Origin;

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// What the service wrote, without what only the service sets: as somebody would send it.
json::object golden_entry(const review::Kind& kind) {
  const auto at = std::filesystem::path(review::test::source_folder()) / "tests" / "golden";
  const auto entry =
      review::join(bytes_of(at / (kind.name + ".v1.open.json")), bytes_of(at / (kind.name + ".v1.sealed.json")));
  INFO(kind.name);
  REQUIRE(entry.has_value());
  auto written = review::write_message(*entry);
  const auto& type = *review::v1::Entry::descriptor();
  for (int i = 0; i < type.field_count(); ++i) {
    if (review::rules_of(*type.field(i)).from_server()) written.erase(type.field(i)->json_name());
  }
  return written;
}

json::object sample(std::string_view what, const json::value& entry) {
  return {{"what", what}, {"entry", entry}, {"taken", review::read_entry(entry, Origin::request).has_value()}};
}

/// Entries that break one rule of the schema each.
json::array broken() {
  constexpr std::string_view texts[] = {
      R"({})",
      R"([])",
      R"({"noteAdded":null})",
      R"({"noteAdded":{}})",
      R"({"noteAdded":{"text":""}})",
      R"({"noteAdded":{"text":7}})",
      R"({"noteAdded":{"text":"a","unknown":1}})",
      R"({"noteAdded":{"text":"a"},"unknown":1})",
      R"({"noteAdded":{"text":"a"},"caseReopened":{"reasons":"b"}})",
      R"({"occurredOn":"2026-02-30","noteAdded":{"text":"a"}})",
      R"({"occurredOn":"2 March 2026","noteAdded":{"text":"a"}})",
      R"({"occurredOn":"2026-03","noteAdded":{"text":"a"}})",
      R"({"onBehalfOf":"Not An Id","noteAdded":{"text":"a"}})",
      R"({"decidedBy":"people/ann","noteAdded":{"text":"a"}})",
      R"({"despite":[{"code":"not-quorate"}],"noteAdded":{"text":"a"}})",
      R"({"notificationDecided":{"decision":"PERHAPS"}})",
      R"({"notificationDecided":{"decision":"NOTIFICATION_DECISION_NOTIFY"}})",
      R"({"notificationChallenged":{"by":"the police","reasons":"a"}})",
      R"({"onBehalfOf":"people/ann","noteAdded":{"text":"a"}})",
      R"({"incidentLogged":{"children":[{"ageYears":500}]}})",
      R"({"rapidReviewSubmitted":{"version":-1}})",
      R"({"rapidReviewSubmitted":{"version":1.5}})",
      R"({"rapidReviewSubmitted":{"version":4294967296}})",
  };
  json::array all;
  for (const auto text : texts) all.push_back(sample(text, *review::parse_json(text)));
  return all;
}

TEST_CASE("The document and entries to try it on are written for the linter", "[unit][openapi]") {
  auto samples = broken();
  for (const auto& one : samples) {
    INFO(one.at("what").as_string());
    CHECK_FALSE(one.at("taken").as_bool());
  }
  for (const auto& kind : review::kinds()) {
    samples.push_back(sample(kind.name, golden_entry(kind)));
    INFO(kind.name);
    CHECK(samples.back().at("taken").as_bool());
  }
  write("openapi.json", reviewd::openapi_document());
  write("entries.json", json::serialize(samples));
}

TEST_CASE("Every example of an entry is one that the service reads", "[unit][openapi]") {
  int seen = 0;
  for (const char* path : {"/v1/cases", "/v1/cases/{case}/entries"}) {
    const auto& body = openapi_test::document().at("paths").at(path).at("post").at("requestBody");
    for (const auto& [name, example] : body.at("content").at("application/json").at("examples").as_object()) {
      INFO(name);
      CHECK(review::read_entry(example.at("value"), Origin::request).has_value());
      ++seen;
    }
  }
  CHECK(seen > 3);
}

}  // namespace
