#include <catch2/catch.hpp>

#include "reviewd/feeds/calendar_text.hpp"
#include "reviewd/feeds/feed_gate.hpp"
#include "reviewd/feeds/read_feed.hpp"
#include "tests/support/small_case.hpp"

namespace review::test {
namespace {

using reviewd::calendar_text;
using reviewd::FeedEvent;

const FeedEvent event{"0123@learning-reviews",
                      "Notify, the Panel – 26-0007",
                      "The case: https://reviews.example.org/cases/26-0007",
                      day("2026-03-31"),
                      2,
                      false,
                      "2026-03-17T10:11:12.345Z"};

bool has_text(const std::string& text, const std::string& line) {
  return text.find("\r\n" + line + "\r\n") != std::string::npos;
}

}  // namespace

TEST_CASE("a reminder is an all-day event that takes no time and is nobody else's", "[unit]") {
  const auto text = calendar_text({event});
  INFO(text);
  CHECK(text.starts_with("BEGIN:VCALENDAR\r\n"));
  CHECK(text.ends_with("END:VCALENDAR\r\n"));
  for (const auto* line :
       {"VERSION:2.0", "REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-WR-CALNAME:Learning reviews",
        "DTSTART;VALUE=DATE:20260331", "DTEND;VALUE=DATE:20260401", "DTSTAMP:20260317T101112Z",
        "LAST-MODIFIED:20260317T101112Z", "SEQUENCE:2", "UID:0123@learning-reviews", "STATUS:CONFIRMED",
        "CLASS:PRIVATE", "TRANSP:TRANSPARENT", "SUMMARY:Notify\\, the Panel – 26-0007",
        "DESCRIPTION:The case: https://reviews.example.org/cases/26-0007"}) {
    INFO(line);
    CHECK(has_text(text, line));
  }
  CHECK(text.find("METHOD") == std::string::npos);
  CHECK(text.find("ATTENDEE") == std::string::npos);
}

TEST_CASE("no line of a calendar is longer than 75 octets, and the same events are the same bytes", "[unit]") {
  auto cancelled = event;
  cancelled.cancelled = true;
  const auto text = calendar_text({event, cancelled});
  for (std::size_t from = 0, end = 0; (end = text.find("\r\n", from)) != std::string::npos; from = end + 2) {
    CHECK(end - from <= 75);
  }
  CHECK(has_text(text, "STATUS:CANCELLED"));
  CHECK(calendar_text({event, cancelled}) == text);
  CHECK(calendar_text({}).find("VEVENT") == std::string::npos);
}

TEST_CASE("bytes that a calendar has are named by their tag, weak or strong, or by a star", "[unit]") {
  using reviewd::names_etag;
  CHECK(names_etag("\"a\"", "\"a\""));
  CHECK(names_etag("W/\"a\"", "\"a\""));
  CHECK(names_etag("\"b\" , W/\"a\"", "\"a\""));
  CHECK(names_etag("*", "\"a\""));
  for (const auto* other : {"", "\"b\"", "a", "\"a", ",", "W/"}) CHECK_FALSE(names_etag(other, "\"a\""));
}

TEST_CASE("whoever guesses addresses of calendars waits, and whoever has one does not", "[unit]") {
  reviewd::SignInLimits limits;
  limits.address_burst = 3;
  limits.address_per_minute = 1;
  reviewd::FeedGate gate(limits);
  const auto now = reviewd::FeedGate::Instant::clock::now();
  for (int i = 0; i < 10; ++i) {
    CHECK(gate.begin("192.0.2.1", now).count() == 0);
    gate.right("192.0.2.1");
  }
  for (int i = 0; i < 3; ++i) CHECK(gate.begin("192.0.2.1", now).count() == 0);
  CHECK(gate.begin("192.0.2.1", now).count() > 0);
  CHECK(gate.begin("192.0.2.2", now).count() == 0);
  for (int i = 0; i < 10; ++i) CHECK(gate.begin("127.0.0.1", now).count() == 0);
}

}  // namespace review::test
