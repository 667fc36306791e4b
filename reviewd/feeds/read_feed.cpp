#include "reviewd/feeds/read_feed.hpp"

#include <fmt/format.h>

#include <set>

#include "libreview/registers/roster.hpp"
#include "libreview/store/digest.hpp"
#include "libreview/views/feed_rows.hpp"
#include "reviewd/base/now.hpp"
#include "reviewd/feeds/calendar_text.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/identity/reader_of.hpp"
#include "reviewd/returns/send_link.hpp"

namespace reviewd {
namespace {

constexpr std::size_t uid_digits = 32;
constexpr std::string_view of_cases = "cases/";
/// What changed before a feed is read is written down with it; more than a store has in a day.
constexpr int stamped_at_once = 10'000;

/// Without the store's key nobody can tell from it which case and clock it is of.
std::string uid_of(Storage& storage, const review::FeedRow& row) {
  const auto digest = review::sha256({"feed-event ", storage.store().key(), row.record, "\n", row.clock});
  return review::to_hex(digest).substr(0, uid_digits) + "@learning-reviews";
}

FeedEvent event_of(Storage& storage, const review::FeedRow& row, std::string_view title, const std::string& host) {
  const auto reference = row.record.substr(of_cases.size());
  // The subject of a clock is typed by people, so an address with one stays here.
  const bool has_subject = row.clock.find(':') != std::string::npos;
  const auto page = "/cases/" + reference + (has_subject ? "" : "/clocks/" + percent_encoded(row.clock));
  return {uid_of(storage, row),
          fmt::format("{} – {}", title, reference),
          address_of(storage, host, page),
          row.due,
          row.sequence,
          !row.live,
          row.changed};
}

}  // namespace

std::optional<review::Reader> reader_of_feed(Storage& storage, const review::Feed& feed) {
  const auto account = storage.accounts().find(feed.person);
  if (account && !account->disabled.empty()) return std::nullopt;
  // Somebody without an account is who has a token that is good for that role.
  const auto at = now(std::nullopt).now;
  if (!account && !review::Roster(storage.store()).people_with(feed.role, at).contains(feed.person))
    return std::nullopt;
  const auto role = review::find_role(account ? account->role : feed.role);
  if (!role) return std::nullopt;
  auto reader = reader_of(storage, feed.person, *role, account ? account->agency : std::string());
  reader.glass.clear();
  return reader.may(review::Right::read_cases) ? std::optional<review::Reader>(std::move(reader)) : std::nullopt;
}

review::Result<std::optional<FeedAnswer>> read_feed(Storage& storage, std::string_view line, const std::string& host,
                                                    std::string_view has) {
  review::Feeds feeds(storage.store(), storage.random());
  const auto feed = feeds.live(line);
  const auto reader = feed ? reader_of_feed(storage, *feed) : std::nullopt;
  if (!reader) return std::optional<FeedAnswer>();
  const auto moment = storage.moment();
  if (const auto noted = feeds.note_fetched(feed->feed, now(std::nullopt).now); !noted) {
    return review::refuse(noted.error());
  }
  if (const auto stamped = storage.alert_arms().stamp(moment.today, moment.now, stamped_at_once); !stamped) {
    return review::refuse(stamped.error());
  }
  const auto& law = storage.desk().law();
  const review::FeedWanted wanted{feed->scope == review::my_cases,
                                  moment.today.plus_days(-law.alerts().cancelled_days)};
  std::vector<FeedEvent> events;
  std::set<std::string> cases;
  for (const auto& row : review::feed_rows(storage.store(), wanted, *reader, moment.today)) {
    const auto* rule = law.clock(std::string_view(row.clock).substr(0, row.clock.find(':')));
    if (rule == nullptr) continue;
    events.push_back(event_of(storage, row, rule->title, host));
    cases.insert(row.record.substr(of_cases.size()));
  }
  FeedAnswer answer{calendar_text(events), ""};
  answer.etag = fmt::format("\"{}\"", review::to_hex(review::sha256({answer.text})));
  if (names_etag(has, answer.etag)) return std::optional<FeedAnswer>(std::move(answer));
  for (const auto& one : cases) storage.desk().note_shown(one, "list");
  if (const auto recorded = storage.record_shown(*reader); !recorded) return review::refuse(recorded.error());
  return std::optional<FeedAnswer>(std::move(answer));
}

bool names_etag(std::string_view if_none_match, std::string_view etag) {
  while (!if_none_match.empty()) {
    const auto comma = if_none_match.find(',');
    auto one = if_none_match.substr(0, comma);
    if_none_match = comma == std::string_view::npos ? std::string_view() : if_none_match.substr(comma + 1);
    while (one.starts_with(' ')) one.remove_prefix(1);
    while (one.ends_with(' ')) one.remove_suffix(1);
    // Weak or strong is one here (RFC 9110, 13.1.2).
    if (one.starts_with("W/")) one.remove_prefix(2);
    if (one == "*" || one == etag) return true;
  }
  return false;
}

}  // namespace reviewd
