#include "reviewd/feeds/read_feed.hpp"

#include <fmt/format.h>

#include <map>
#include <memory>
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

/// All that the text is made of, so that it can be made apart from the storage thread.
struct FeedContent {
  std::string key;                            ///< of the store
  std::string site;                           ///< the address of the service
  std::map<std::string, std::string> titles;  ///< of each rule
  std::vector<review::FeedRow> rows;          ///< of these rules
};

std::string rule_of(const review::FeedRow& row) { return row.clock.substr(0, row.clock.find(':')); }

std::string case_of(const review::FeedRow& row) { return row.record.substr(of_cases.size()); }

/// Without the store's key nobody can tell from it which case and clock it is of.
std::string uid_of(const FeedContent& content, const review::FeedRow& row) {
  const auto digest = review::sha256({"feed-event ", content.key, row.record, "\n", row.clock});
  return review::to_hex(digest).substr(0, uid_digits) + "@learning-reviews";
}

FeedEvent event_of(const FeedContent& content, const review::FeedRow& row) {
  const auto reference = case_of(row);
  // The subject of a clock is typed by people, so an address with one stays here.
  const bool has_subject = row.clock.find(':') != std::string::npos;
  return {uid_of(content, row),
          fmt::format("{} – {}", content.titles.at(rule_of(row)), reference),
          fmt::format("{}/cases/{}{}", content.site, reference,
                      has_subject ? std::string() : "/clocks/" + percent_encoded(row.clock)),
          row.due,
          row.sequence,
          !row.live,
          row.changed};
}

std::string text_of(const FeedContent& content) {
  std::vector<FeedEvent> events;
  events.reserve(content.rows.size());
  for (const auto& row : content.rows) events.push_back(event_of(content, row));
  return calendar_text(events);
}

FeedContent content_of(Storage& storage, const review::FeedWanted& wanted, const review::Reader& reader,
                       review::Date today, const std::string& host) {
  FeedContent content{storage.store().key(), address_of(storage, host, ""), {}, {}};
  for (auto& row : review::feed_rows(storage.store(), wanted, reader, today)) {
    auto name = rule_of(row);
    const auto* rule = storage.desk().law().clock(name);
    if (rule == nullptr) continue;
    content.titles.try_emplace(std::move(name), rule->title);
    content.rows.push_back(std::move(row));
  }
  return content;
}

/// Names what the text is made of, which names the text: the same content is the same bytes. The key of a store stays.
std::string etag_of(const FeedContent& content) {
  auto all = "calendar 1\n" + content.site + "\n";
  for (const auto& [name, title] : content.titles) all += fmt::format("{} {}\n", name, title);
  for (const auto& row : content.rows) {
    all +=
        fmt::format("{} {} {} {} {} {}\n", row.record, row.clock, row.due.iso(), row.sequence, row.live, row.changed);
  }
  return fmt::format("\"{}\"", review::to_hex(review::sha256({all})));
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
  const auto lately = -storage.desk().law().alerts().cancelled_days;
  const review::FeedWanted wanted{feed->scope == review::my_cases, moment.today.plus_days(lately)};
  auto content = std::make_shared<const FeedContent>(content_of(storage, wanted, *reader, moment.today, host));
  auto etag = etag_of(*content);
  if (!names_etag(has, etag)) {
    std::set<std::string> cases;
    for (const auto& row : content->rows) cases.insert(case_of(row));
    for (const auto& one : cases) storage.desk().note_shown(one, "list");
    if (const auto recorded = storage.record_shown(*reader); !recorded) return review::refuse(recorded.error());
  }
  return std::optional(FeedAnswer{std::move(etag), [content = std::move(content)] { return text_of(*content); }});
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
