#include "reviewd/feeds/read_feed.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <utility>

#include "libreview/access/embargoed.hpp"
#include "libreview/alerts/number_in_subject.hpp"
#include "libreview/store/digest.hpp"
#include "libreview/views/feed_rows.hpp"
#include "libreview/vocabulary/record_name.hpp"
#include "reviewd/base/now.hpp"
#include "reviewd/base/practice_terms.hpp"
#include "reviewd/base/short_name_words.hpp"
#include "reviewd/feeds/calendar_text.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/identity/reader_now.hpp"
#include "reviewd/returns/send_link.hpp"

namespace reviewd {
namespace {

constexpr std::size_t uid_digits = 32;
/// What changed before a feed is read is written down with it: as much as keeps nobody waiting, the rest by the
/// alerter.
constexpr int stamped_at_once = 500;
/// Each case is noted as shown, on the one thread of the store: so many take it some tens of milliseconds.
constexpr std::size_t most_events = 1'000;

/// All that the text is made of, so that it can be made apart from the storage thread.
struct FeedContent {
  std::string key;                                          ///< of the store
  std::string site;                                         ///< the address of the service
  std::map<std::string, std::string> titles;                ///< of each rule
  std::map<std::string, std::string> agencies;              ///< what each that owes something is called
  std::vector<review::FeedRow> rows;                        ///< of these rules
  bool cut = false;                                         ///< there are more
  std::set<std::pair<std::string, std::string>> unnamed{};  ///< records, and agencies that are not named of them
};

std::string rule_of(const review::FeedRow& row) { return row.clock.substr(0, row.clock.find(':')); }

std::string case_of(const review::FeedRow& row) { return review::reference_of(row.record); }

/// Without the store's key nobody can tell from it which case and clock it is of.
std::string uid_of(const FeedContent& content, const review::FeedRow& row) {
  const auto digest = review::sha256({"feed-event ", content.key, row.record, "\n", row.clock});
  return review::to_hex(digest).substr(0, uid_digits) + "@learning-reviews";
}

/// What it is, with what tells several of a case apart as far as it names nobody: an agency is no person, but for the
/// school of a child under an embargo, and a number is none.
std::string title_of(const FeedContent& content, const review::FeedRow& row) {
  const auto& title = content.titles.at(rule_of(row));
  const auto colon = row.clock.find(':');
  const auto subject = colon == std::string::npos ? std::string_view() : std::string_view(row.clock).substr(colon + 1);
  if (row.agency.empty()) {
    const auto number = review::number_in_subject(subject);
    return number.empty() ? title : title + " " + number;
  }
  const auto request = review::request_in_subject(subject);
  const auto of = content.unnamed.contains({row.record, row.agency}) ? "" : ": " + content.agencies.at(row.agency);
  return fmt::format("{}{}{}", title, of, request.empty() ? "" : ", request " + request);
}

FeedEvent event_of(const FeedContent& content, const review::FeedRow& row) {
  const auto reference = case_of(row);
  // The subject of a clock is typed by people, so an address with one stays here.
  const bool has_subject = row.clock.find(':') != std::string::npos;
  const auto of_case = fmt::format("{}/{}", content.site, row.record);
  return {uid_of(content, row),
          fmt::format("{} – {}", title_of(content, row), reference),
          has_subject ? fmt::format("The {}: {}", review::sort_of(reference).name, of_case)
                      : fmt::format("How this date was worked out: {}/clocks/{}", of_case, percent_encoded(row.clock)),
          row.due,
          row.sequence,
          !row.live,
          row.changed};
}

/// Says on the last day that is there that it is not the last of all: nobody is to rely on what was left out.
FeedEvent more_than_shown(const FeedContent& content) {
  const auto& last = content.rows.back();
  const auto by_change = [](const auto& one, const auto& other) { return one.changed < other.changed; };
  return {uid_of(content, {"calendar", "more", last.due}), "There are more dates than this calendar shows",
          fmt::format("It shows the {} that are nearest. All of them: {}/cases", content.rows.size(), content.site),
          last.due,
          // Moves on with the day.
          static_cast<int>(last.due.days().time_since_epoch().count()), false,
          std::max_element(content.rows.begin(), content.rows.end(), by_change)->changed};
}

std::string text_of(const FeedContent& content) {
  std::vector<FeedEvent> events;
  events.reserve(content.rows.size());
  for (const auto& row : content.rows) events.push_back(event_of(content, row));
  if (content.cut && !content.rows.empty()) events.push_back(more_than_shown(content));
  return calendar_text(events);
}

/// As the register has it; an agency that is not in it by its short name, written out.
std::string agency_called(Storage& storage, const std::string& agency) {
  const auto known = storage.contacts().find(agency);
  return known ? known->name : short_name_words(agency);
}

/// Whether the name of an agency is something that a live embargo keeps back, of the case or of one beside it. Whoever
/// has the address of a feed reads it, so it counts for all.
bool is_embargoed(Storage& storage, const std::string& case_id, const std::string& name) {
  const auto file = storage.views().find(case_id);
  if (!file) return false;
  const auto tells = [&](const review::v1::CaseFile& of) {
    return std::ranges::any_of(of.embargoes(), review::covers_identity) &&
           storage.desk().blot_of(of)->blotted(name, false) != name;
  };
  if (tells(*file)) return true;
  return std::ranges::any_of(storage.desk().beside(*file), tells, &review::CaseBeside::file);
}

FeedContent content_of(Storage& storage, const review::FeedWanted& wanted, const review::Reader& reader,
                       const review::Moment& moment, const std::string& host) {
  auto found = review::feed_rows(storage.store(), wanted, reader, moment.today);
  FeedContent content{storage.store().key(), address_of(storage, host, ""), {}, {}, {}, found.cut, {}};
  for (auto& row : found.rows) {
    auto name = rule_of(row);
    const auto* rule = storage.desk().law().clock(name);
    if (rule == nullptr) continue;
    content.titles.try_emplace(std::move(name), practice_terms(rule->title));
    if (!row.agency.empty()) {
      const auto of = content.agencies.try_emplace(row.agency, agency_called(storage, row.agency)).first;
      if (is_embargoed(storage, case_of(row), of->second)) content.unnamed.emplace(row.record, row.agency);
    }
    if (row.changed.empty()) row.changed = review::rfc3339(moment.now);
    content.rows.push_back(std::move(row));
  }
  return content;
}

/// Names what the text is made of, which names the text: the same content is the same bytes. The key of a store stays.
std::string etag_of(const FeedContent& content) {
  auto all = fmt::format("calendar 4\n{}\n{}\n", content.site, content.cut);
  for (const auto& [name, title] : content.titles) all += fmt::format("{} {}\n", name, title);
  for (const auto& [agency, name] : content.agencies) all += fmt::format("{} {}\n", agency, name);
  for (const auto& [record, agency] : content.unnamed) all += fmt::format("without {} {}\n", record, agency);
  for (const auto& row : content.rows) {
    all +=
        fmt::format("{} {} {} {} {} {}\n", row.record, row.clock, row.due.iso(), row.sequence, row.live, row.changed);
  }
  return fmt::format("\"{}\"", review::to_hex(review::sha256({all})));
}

}  // namespace

std::optional<review::Reader> reader_of_feed(Storage& storage, const review::Feed& feed) {
  auto reader = reader_now(storage, feed.person, feed.role);
  return reader && reader->may(review::Right::read_cases) ? std::move(reader) : std::nullopt;
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
  const review::FeedWanted wanted{feed->scope == review::my_cases, moment.today.plus_days(lately), most_events};
  auto content = std::make_shared<const FeedContent>(content_of(storage, wanted, *reader, moment, host));
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
