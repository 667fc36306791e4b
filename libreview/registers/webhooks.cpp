#include "libreview/registers/webhooks.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <span>

#include "libreview/store/access_log.hpp"
#include "libreview/store/random_id.hpp"

namespace review {
namespace {

constexpr std::size_t webhook_letters = 12;
/// The newest secret, and two before it.
constexpr int most_secrets = 3;
constexpr std::string_view disabled = "DISABLED";

constexpr std::string_view select_webhook =
    "SELECT webhook, address, private_allowed, made_by, made, state, why, changed, failing_since FROM webhooks ";

Webhook webhook_of(const Prepared& row) {
  return {row.text(0), row.text(1), row.integer(2) == 1, row.text(3), row.text(4),
          row.text(5), row.text(6), row.text(7),         row.text(8)};
}

tl::unexpected<Refusal> no_webhook() { return refuse(Code::not_found, "There is no webhook of this name."); }

std::span<const std::uint8_t> bytes_of(const std::string& text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

/// An empty `signs_until` has no end.
void add_secret(Store& store, std::string_view webhook, const std::string& sealed) {
  store
      .prepare(
          "INSERT INTO webhook_secrets(webhook, secret, sealed, signs_until) SELECT ?1, coalesce(max(secret), 0) + 1,"
          " ?2, '' FROM webhook_secrets WHERE webhook = ?1")
      .with(webhook, bytes_of(sealed))
      .run();
}

}  // namespace

std::string Webhooks::new_id() { return random_id(random_, webhook_letters); }

Result<Webhook> Webhooks::add(const NewWebhook& wish, Instant now) {
  return store_.in_one_transaction([&]() -> Result<Webhook> {
    {
      auto same = store_.prepare("SELECT 1 FROM webhooks WHERE address = ?");
      if (same.with(wish.address).step()) {
        return refuse(Code::already_recorded, "There is a webhook of this address already.");
      }
      auto count = store_.prepare("SELECT count(*) FROM webhooks");
      if (count.step() && count.small(0) >= most_webhooks) {
        return refuse(Code::malformed,
                      fmt::format("There are {} webhooks. Remove one that is no longer needed.", most_webhooks));
      }
    }
    store_
        .prepare(
            "INSERT INTO webhooks(webhook, address, private_allowed, made_by, made, state, why, changed)"
            " VALUES (?, ?, ?, ?, ?, 'ACTIVE', '', ?)")
        .with(wish.webhook, wish.address, wish.private_allowed ? 1 : 0, wish.by, rfc3339(now), rfc3339(now))
        .run();
    add_secret(store_, wish.webhook, wish.sealed);
    AccessLog(store_).add(now, wish.by, "webhook-added", wish.webhook,
                          fmt::format("to {}{}", wish.host, wish.private_allowed ? ", private" : ""));
    return find(wish.webhook).value();
  });
}

std::optional<Webhook> Webhooks::find(std::string_view webhook) {
  return store_.reading([&]() -> std::optional<Webhook> {
    static const auto sql = std::string(select_webhook) + "WHERE webhook = ?";
    auto row = store_.prepare(sql);
    if (!row.with(webhook).step()) return std::nullopt;
    return webhook_of(row);
  });
}

std::vector<Webhook> Webhooks::list() {
  return store_.reading([&] {
    static const auto sql = std::string(select_webhook) + "ORDER BY made, webhook";
    std::vector<Webhook> all;
    auto rows = store_.prepare(sql);
    while (rows.step()) all.push_back(webhook_of(rows));
    return all;
  });
}

Result<Webhook> Webhooks::rotate(std::string_view webhook, const std::string& sealed, const std::string& by,
                                 Instant now) {
  return store_.in_one_transaction([&]() -> Result<Webhook> {
    auto found = find(webhook);
    if (!found) return no_webhook();
    store_.prepare("UPDATE webhook_secrets SET signs_until = ? WHERE webhook = ? AND signs_until = ''")
        .with(rfc3339(now + secret_overlap), webhook)
        .run();
    add_secret(store_, webhook, sealed);
    store_
        .prepare(
            "DELETE FROM webhook_secrets WHERE webhook = ?1 AND (signs_until <> '' AND signs_until <= ?2 OR"
            " secret <= (SELECT max(secret) FROM webhook_secrets WHERE webhook = ?1) - ?3)")
        .with(webhook, rfc3339(now), most_secrets)
        .run();
    AccessLog(store_).add(now, by, "webhook-secret-changed", found->webhook, "");
    return std::move(*found);
  });
}

std::vector<std::string> Webhooks::signing(std::string_view webhook, Instant now) {
  return store_.reading([&] {
    std::vector<std::string> sealed;
    auto rows = store_.prepare(
        "SELECT sealed FROM webhook_secrets WHERE webhook = ? AND (signs_until = '' OR signs_until > ?)"
        " ORDER BY secret DESC");
    rows.give(webhook, rfc3339(now));
    while (rows.step()) sealed.push_back(rows.text(0));
    return sealed;
  });
}

Result<Webhook> Webhooks::put_state(std::string_view webhook, std::string_view state, std::string_view why,
                                    const std::string& by, Instant now) {
  return store_.in_one_transaction([&]() -> Result<Webhook> {
    auto found = find(webhook);
    if (!found) return no_webhook();
    if (found->state == state) return std::move(*found);
    store_
        .prepare(
            "UPDATE webhooks SET state = ?1, why = ?2, changed = ?3,"
            " failing_since = CASE ?1 WHEN 'ACTIVE' THEN '' ELSE failing_since END WHERE webhook = ?4")
        .with(state, why, rfc3339(now), webhook)
        .run();
    AccessLog(store_).add(now, by, state == disabled ? "webhook-disabled" : "webhook-enabled", found->webhook,
                          std::string(why));
    return find(webhook).value();
  });
}

Result<Webhook> Webhooks::enable(std::string_view webhook, const std::string& by, Instant now) {
  return store_.in_one_transaction([&]() -> Result<Webhook> {
    const auto enabled = put_state(webhook, "ACTIVE", "", by, now);
    if (!enabled) return enabled;
    store_.prepare("UPDATE webhook_deliveries SET next_try = ? WHERE webhook = ? AND state = 'WAITING'")
        .with(rfc3339(now), webhook)
        .run();
    return enabled;
  });
}

Result<Webhook> Webhooks::disable(std::string_view webhook, std::string_view why, const std::string& by, Instant now) {
  return put_state(webhook, disabled, why, by, now);
}

Result<Webhook> Webhooks::remove(std::string_view webhook, const std::string& by, Instant now) {
  return store_.in_one_transaction([&]() -> Result<Webhook> {
    auto found = find(webhook);
    if (!found) return no_webhook();
    store_.prepare("DELETE FROM webhooks WHERE webhook = ?").with(webhook).run();
    AccessLog(store_).add(now, by, "webhook-removed", found->webhook, "");
    return std::move(*found);
  });
}

std::vector<Webhook> Webhooks::in_trouble(Instant since_before) {
  return store_.reading([&] {
    static const auto sql = std::string(select_webhook) +
                            "WHERE why IN ('gone', 'failing') OR state = 'ACTIVE' AND failing_since <> '' AND"
                            " failing_since <= ? ORDER BY made, webhook";
    std::vector<Webhook> all;
    auto rows = store_.prepare(sql);
    rows.give(rfc3339(since_before));
    while (rows.step()) all.push_back(webhook_of(rows));
    return all;
  });
}

}  // namespace review
