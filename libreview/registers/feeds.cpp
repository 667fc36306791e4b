#include "libreview/registers/feeds.hpp"

#include <fmt/format.h>

#include <span>

#include "libreview/base/refuse_at.hpp"
#include "libreview/store/access_log.hpp"
#include "libreview/store/digest.hpp"
#include "libreview/store/token_text.hpp"

namespace review {
namespace {

constexpr std::string_view select_feed =
    "SELECT feed, person, role, scope, made, coalesce(revoked, ''), coalesce(fetched, '') FROM feeds ";

Feed feed_of(const Prepared& row) {
  return {row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6)};
}

tl::unexpected<Refusal> no_feed() { return refuse(Code::not_found, "There is no such address of yours."); }

}  // namespace

Result<MadeFeed> Feeds::make(const Wish& wish, Instant now) {
  if (wish.scope != my_cases && wish.scope != all_i_see) {
    return refuse_at(Code::not_a_choice, "Choose what the calendar shows: MY_CASES or ALL_I_SEE.", "/scope");
  }
  return store_.in_one_transaction([&]() -> Result<MadeFeed> {
    {
      auto count = store_.prepare("SELECT count(*) FROM feeds WHERE person = ? AND revoked IS NULL");
      if (count.with(wish.person).step() && count.small(0) >= most_feeds) {
        return refuse(Code::malformed,
                      fmt::format("You have {} addresses, and there can be no more. Stop one first.", most_feeds));
      }
    }
    const auto text = new_token_text(random_);
    const auto digest = sha256({text.secret});
    store_.prepare("INSERT INTO feeds(feed, secret_digest, person, role, scope, made) VALUES (?, ?, ?, ?, ?, ?)")
        .with(text.id, std::span<const std::uint8_t>(digest), wish.person, wish.role, wish.scope, rfc3339(now))
        .run();
    AccessLog(store_).add(now, wish.person, "feed-made", text.id, wish.scope);
    return MadeFeed{{text.id, wish.person, wish.role, wish.scope, rfc3339(now)}, token_line(text)};
  });
}

Result<Feed> Feeds::revoke(std::string_view person, std::string_view feed, Instant now) {
  return store_.in_one_transaction([&]() -> Result<Feed> {
    auto found = own(person, feed);
    if (!found) return no_feed();
    if (!found->revoked.empty()) return std::move(*found);
    found->revoked = rfc3339(now);
    store_.prepare("UPDATE feeds SET revoked = ? WHERE feed = ?").with(found->revoked, feed).run();
    AccessLog(store_).add(now, found->person, "feed-revoked", found->feed, "");
    return std::move(*found);
  });
}

Result<MadeFeed> Feeds::rotate(const std::string& person, const std::string& role, std::string_view feed, Instant now) {
  return store_.in_one_transaction([&]() -> Result<MadeFeed> {
    const auto found = own(person, feed);
    if (!found || !found->revoked.empty()) return no_feed();
    if (const auto revoked = revoke(person, feed, now); !revoked) return refuse(revoked.error());
    return make({person, role, found->scope}, now);
  });
}

std::vector<Feed> Feeds::of(std::string_view person) {
  return store_.reading([&] {
    static const auto sql = std::string(select_feed) + "WHERE person = ? ORDER BY made, feed";
    std::vector<Feed> all;
    auto rows = store_.prepare(sql);
    rows.give(person);
    while (rows.step()) all.push_back(feed_of(rows));
    return all;
  });
}

std::optional<Feed> Feeds::live(std::string_view line) {
  const auto text = parse_token(line);
  if (!text) return std::nullopt;
  return store_.reading([&]() -> std::optional<Feed> {
    auto kept = store_.prepare("SELECT secret_digest FROM feeds WHERE feed = ? AND revoked IS NULL");
    const bool known = kept.with(text->id).step();
    if (!is_kept(known ? kept.text(0) : std::string(), text->secret)) return std::nullopt;
    static const auto sql = std::string(select_feed) + "WHERE feed = ?";
    auto row = store_.prepare(sql);
    if (!row.with(text->id).step()) return std::nullopt;
    return feed_of(row);
  });
}

Result<void> Feeds::note_fetched(std::string_view feed, Instant now) {
  return store_.in_one_transaction([&]() -> Result<void> {
    store_.prepare("UPDATE feeds SET fetched = ? WHERE feed = ?").with(rfc3339(now), feed).run();
    return {};
  });
}

std::optional<Feed> Feeds::own(std::string_view person, std::string_view feed) {
  return store_.reading([&]() -> std::optional<Feed> {
    static const auto sql = std::string(select_feed) + "WHERE feed = ? AND person = ?";
    auto row = store_.prepare(sql);
    if (!row.with(feed, person).step()) return std::nullopt;
    return feed_of(row);
  });
}

}  // namespace review
