#include <spdlog/sinks/ostream_sink.h>

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <catch2/catch.hpp>
#include <memory>
#include <sstream>

#include "reviewd/base/log.hpp"
#include "reviewd/http/answer_head.hpp"
#include "reviewd/http/metrics.hpp"

namespace {

using Catch::Matchers::Contains;

}  // namespace

TEST_CASE("a log line is one JSON object, whatever is in it", "[unit][http]") {
  std::ostringstream out;
  auto logger =
      reviewd::make_json_logger(spdlog::level::info, std::make_shared<spdlog::sinks::ostream_sink_mt>(out, true));
  reviewd::log_event(*logger, spdlog::level::info, "request",
                     {{"route", "a\"b\\\n\x01\xff\xC3\xA9"}, {"status", std::int64_t{200}}, {"ms", 1.5}, {"ok", true}});
  reviewd::log_event(*logger, spdlog::level::debug, "unheard", {});
  logger->warn("plain \"text\"\nsecond line");
  std::istringstream lines(out.str());
  std::string line;
  REQUIRE(std::getline(lines, line));
  const auto event = boost::json::parse(line).as_object();
  CHECK(event.at("event").as_string() == "request");
  CHECK(event.at("level").as_string() == "info");
  CHECK(event.at("route").as_string() == "a\"b\\\n\x01\xC3\xBF\xC3\xA9");
  CHECK(event.at("status").as_int64() == 200);
  CHECK(event.at("ms").as_double() == 1.5);
  CHECK(event.at("ok").as_bool());
  const std::string time(event.at("time").as_string().c_str());
  CHECK(time.size() == 24);
  CHECK(time.back() == 'Z');
  REQUIRE(std::getline(lines, line));
  CHECK(boost::json::parse(line).as_object().at("message").as_string() == "plain \"text\"\nsecond line");
  CHECK_FALSE(std::getline(lines, line));
}

TEST_CASE("metrics are written as Prometheus text", "[unit][http]") {
  reviewd::Metrics metrics;
  metrics.connection_opened();
  metrics.connection_opened();
  metrics.connection_closed();
  metrics.connection_refused("address");
  for (const double seconds : {0.0005, 0.001, 0.3, 9.0}) {
    metrics.request_started();
    reviewd::Served served;
    served.method = "GET";
    served.route = "get-case";
    served.status = 200;
    served.seconds = seconds;
    metrics.request_served(served);
  }
  metrics.request_started();
  metrics.count("journal_entries_total", "Entries.", {{"kind", "a\"b\\c\nd"}}, 3);
  metrics.gauge("queue_length", "Waiting.", [] { return 2.5; });
  const auto text = metrics.text();
  CHECK_THAT(text, Contains("# TYPE http_requests_total counter\n"
                            "http_requests_total{route=\"get-case\",method=\"GET\",status=\"200\"} 4\n"));
  CHECK_THAT(text, Contains("http_request_duration_seconds_bucket{route=\"get-case\",le=\"0.001\"} 2\n"));
  CHECK_THAT(text, Contains("http_request_duration_seconds_bucket{route=\"get-case\",le=\"5\"} 3\n"));
  CHECK_THAT(text, Contains("http_request_duration_seconds_bucket{route=\"get-case\",le=\"+Inf\"} 4\n"));
  CHECK_THAT(text, Contains("http_request_duration_seconds_count{route=\"get-case\"} 4\n"));
  CHECK_THAT(text, Contains("\nhttp_connections 1\n"));
  CHECK_THAT(text, Contains("\nhttp_connections_total 2\n"));
  CHECK_THAT(text, Contains("http_connections_refused_total{reason=\"address\"} 1\n"));
  CHECK_THAT(text, Contains("\nhttp_requests_in_flight 1\n"));
  CHECK_THAT(text, Contains("journal_entries_total{kind=\"a\\\"b\\\\c\\nd\"} 3\n"));
  CHECK_THAT(text, Contains("# HELP queue_length Waiting.\n# TYPE queue_length gauge\nqueue_length 2.5\n"));
}

TEST_CASE("every answer carries the safe headers, and a handler may replace them", "[unit][http]") {
  reviewd::AnswerFrame frame;
  frame.request_id = "0123456789abcdef";
  frame.now = std::chrono::system_clock::time_point(std::chrono::seconds(784111777));
  const auto head = reviewd::answer_head({200, "application/json", "{}", {{"ETag", "\"12\""}}}, frame);
  CHECK(head.starts_with("HTTP/1.1 200 OK\r\n"));
  CHECK(head.ends_with("\r\n\r\n"));
  for (const auto* line :
       {"Date: Sun, 06 Nov 1994 08:49:37 GMT", "X-Request-Id: 0123456789abcdef", "Cache-Control: no-store",
        "X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer", "Cross-Origin-Resource-Policy: same-origin",
        "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'", "Content-Type: application/json",
        "Content-Length: 2", "ETag: \"12\""}) {
    CHECK_THAT(head, Contains("\r\n" + std::string(line) + "\r\n"));
  }
  CHECK_THAT(head, !Contains("Server:") && !Contains("Connection:") && !Contains("Access-Control"));
  frame.close = true;
  const auto other = reviewd::answer_head({204, "x/y", "", {{"cache-control", "private"}}}, frame);
  CHECK_THAT(other, Contains("\r\nConnection: close\r\n") && Contains("\r\ncache-control: private\r\n"));
  CHECK_THAT(other, !Contains("no-store") && !Contains("Content-Length") && !Contains("Content-Type:"));
}

TEST_CASE("an answer that could be split in two is not sendable", "[unit][http]") {
  CHECK(reviewd::is_sendable({200, "text/plain", "", {{"A", "b\xC3\xA9"}}}));
  CHECK_FALSE(reviewd::is_sendable({200, "text/plain", "", {{"A", "b\r\nSet-Cookie: c"}}}));
  CHECK_FALSE(reviewd::is_sendable({200, "text/plain", "", {{"A: b\r\nC", "d"}}}));
  CHECK_FALSE(reviewd::is_sendable({200, "text/plain\r\n", "", {}}));
  CHECK_FALSE(reviewd::is_sendable({100, "", "", {}}));
  CHECK_FALSE(reviewd::is_sendable({600, "", "", {}}));
}
