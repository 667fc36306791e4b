#include <algorithm>
#include <catch2/catch.hpp>
#include <cctype>
#include <set>
#include <string>

#include "libreview/base/refusal.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/http/fault.hpp"
#include "tests/http/openapi_support.hpp"

namespace {

namespace json = boost::json;
using openapi_test::document;
using openapi_test::each_object;
using openapi_test::resolve;
using openapi_test::schemas;

const std::set<std::string> open_routes = {"get /healthz", "get /readyz", "get /metrics", "get /openapi.json"};

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

const json::object& operation(const reviewd::Endpoint& endpoint) {
  return document().at("paths").at(endpoint.pattern).at(lower(endpoint.method)).as_object();
}

std::set<std::string> parameters(const reviewd::Endpoint& endpoint, std::string_view in) {
  std::set<std::string> names;
  if (const auto* list = operation(endpoint).if_contains("parameters")) {
    for (const auto& one : list->as_array()) {
      if (std::string_view(one.at("in").as_string()) == in) names.emplace(one.at("name").as_string());
    }
  }
  return names;
}

TEST_CASE("The document has the routes of the service and no others", "[unit][openapi]") {
  std::set<std::string> routed = open_routes;
  for (const auto& endpoint : reviewd::endpoints()) routed.insert(lower(endpoint.method) + " " + endpoint.pattern);
  std::set<std::string> described;
  for (const auto& [path, item] : document().at("paths").as_object()) {
    for (const auto& [method, what] : item.as_object()) described.insert(std::string(method) + " " + std::string(path));
  }
  CHECK(described == routed);
  CHECK(std::string_view(document().at("openapi").as_string()) == "3.1.0");
}

TEST_CASE("Each operation has an id of its own, a sentence and a known tag", "[unit][openapi]") {
  std::set<std::string> tags;
  for (const auto& tag : document().at("tags").as_array()) tags.emplace(tag.at("name").as_string());
  std::set<std::string> ids;
  for (const auto& [path, item] : document().at("paths").as_object()) {
    for (const auto& [method, what] : item.as_object()) {
      INFO(method << " " << path);
      CHECK(ids.emplace(what.at("operationId").as_string()).second);
      CHECK_FALSE(what.at("summary").as_string().empty());
      for (const auto& tag : what.at("tags").as_array()) CHECK(tags.contains(std::string(tag.as_string())));
    }
  }
}

TEST_CASE("Each operation says what it takes, what it gives and how it refuses", "[unit][openapi]") {
  for (const auto& endpoint : reviewd::endpoints()) {
    INFO(endpoint.name);
    const auto& described = operation(endpoint);
    CHECK(std::string_view(described.at("operationId").as_string()) == endpoint.name);
    if (!endpoint.takes.empty()) CHECK(schemas().contains(endpoint.takes));
    CHECK(described.contains("requestBody") == !endpoint.takes.empty());
    CHECK(schemas().contains(endpoint.gives));
    CHECK(parameters(endpoint, "query") == std::set<std::string>(endpoint.query.begin(), endpoint.query.end()));
    const auto& responses = described.at("responses").as_object();
    CHECK(responses.contains(std::to_string(endpoint.status)));
    for (const char* status : {"400", "401", "429", "503", "default"}) CHECK(responses.contains(status));
    CHECK(responses.contains("403") == (!endpoint.rights.empty() || endpoint.gives == "PracticeDay"));
    CHECK(responses.contains("404") == !parameters(endpoint, "path").empty());
    CHECK((responses.contains("412") && responses.contains("428")) ==
          parameters(endpoint, "header").contains("If-Match"));
    CHECK(responses.contains("422") == parameters(endpoint, "header").contains("Idempotency-Key"));
  }
}

TEST_CASE("Every part of a path is described", "[unit][openapi]") {
  for (const auto& endpoint : reviewd::endpoints()) {
    const auto described = parameters(endpoint, "path");
    CHECK(static_cast<std::size_t>(std::count(endpoint.pattern.begin(), endpoint.pattern.end(), '{')) ==
          described.size());
    for (const auto& name : described) CHECK(endpoint.pattern.find("{" + name + "}") != std::string::npos);
  }
}

TEST_CASE("Every reference of the document leads somewhere", "[unit][openapi]") {
  int seen = 0;
  each_object(document(), "", [&](const json::object& object, const std::string& at) {
    const auto* reference = object.if_contains("$ref");
    if (reference == nullptr || !reference->is_string()) return;
    ++seen;
    INFO(at << " refers to " << reference->as_string());
    CHECK(resolve(std::string(reference->as_string())) != nullptr);
  });
  CHECK(seen > 100);
}

TEST_CASE("Every code of a refusal stands in the schema and in the answers of its status", "[unit][openapi]") {
  std::set<std::pair<std::string, std::int64_t>> wanted;
  for (const auto& row : review::code_table()) wanted.emplace(row.name, row.status);
  for (int i = 0; i <= static_cast<int>(reviewd::Fault::version_unknown); ++i) {
    const auto& row = reviewd::fault_row(static_cast<reviewd::Fault>(i));
    wanted.emplace(row.code, row.status);
  }
  std::set<std::pair<std::string, std::int64_t>> listed;
  for (const auto& row : schemas().at("Problem").at("x-codes").as_array()) {
    listed.emplace(row.at("code").as_string(), row.at("status").as_int64());
  }
  CHECK(listed == wanted);
  std::set<std::pair<std::string, std::int64_t>> answered;
  for (const auto& [name, answer] : document().at("components").at("responses").as_object()) {
    for (const auto& code : answer.at("x-codes").as_array()) {
      const auto row = std::find_if(wanted.begin(), wanted.end(),
                                    [&](const auto& one) { return one.first == std::string_view(code.as_string()); });
      REQUIRE(row != wanted.end());
      CHECK(answered.insert(*row).second);
      CHECK((name == "Refused" || name == "Refused" + std::to_string(row->second)));
    }
  }
  CHECK(answered == wanted);
}

}  // namespace
