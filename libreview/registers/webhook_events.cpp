#include "libreview/registers/webhook_events.hpp"

#include <fmt/format.h>

#include "libreview/registers/told_clock.hpp"
#include "libreview/registers/webhooks.hpp"
#include "libreview/store/access_log.hpp"
#include "libreview/store/random_id.hpp"

namespace review {
namespace {

/// Who disables what fails, in the access log.
const std::string service = "service";
constexpr std::string_view gone_error = "gone";

constexpr std::string_view select_delivery =
    "SELECT d.delivery, d.webhook, e.event, e.dedupe, e.type, e.time, e.record, e.clock, e.step, e.due_on, d.state,"
    " d.body, d.queued, d.tries, d.next_try, d.last_try, d.last_status, d.last_error, d.delivered"
    " FROM webhook_deliveries d JOIN webhook_events e ON e.event = d.event ";

EventDelivery delivery_of(const Prepared& row) {
  EventDelivery one;
  one.delivery = row.integer(0);
  one.webhook = row.text(1);
  one.event = {row.text(2), row.text(3), row.text(4), row.text(5), row.text(6), row.text(7), row.text(8), row.text(9)};
  one.state = row.text(10);
  one.body = row.text(11);
  one.queued = row.text(12);
  one.tries = row.small(13);
  one.next_try = row.text(14);
  one.last_try = row.text(15);
  one.last_status = row.small(16);
  one.last_error = row.text(17);
  one.delivered = row.text(18);
  return one;
}

std::vector<std::string> names(Store& store, std::string_view sql) {
  std::vector<std::string> all;
  auto rows = store.prepare(sql);
  while (rows.step()) all.push_back(rows.text(0));
  return all;
}

tl::unexpected<Refusal> no_delivery() { return refuse(Code::not_found, "There is no delivery of this name."); }

}  // namespace

std::string WebhookEvents::put_down(const WebhookEvent& event) {
  const auto id = "msg_" + random_id(random_);
  const auto made =
      store_
          .prepare(
              "INSERT INTO webhook_events(event, dedupe, type, time, record, clock, step, due_on)"
              " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (dedupe) DO NOTHING")
          .with(id, event.dedupe, event.type, event.time, event.record, event.clock, event.step, event.due_on)
          .run_counting();
  return made == 1 ? id : std::string();
}

void WebhookEvents::queue(std::string_view event, std::string_view webhook, Instant now) {
  store_
      .prepare("INSERT INTO webhook_deliveries(webhook, event, state, queued, next_try) VALUES (?, ?, 'WAITING', ?, ?)")
      .with(webhook, event, rfc3339(now), rfc3339(now))
      .run();
}

Result<void> WebhookEvents::enqueue(const Alert& alert, Instant now) {
  store_.require_transaction();
  return store_.attempt([&]() -> Result<void> {
    const auto webhooks = names(store_, "SELECT webhook FROM webhooks ORDER BY webhook");
    if (webhooks.empty()) return {};
    auto told = alert;
    told.clock = told_clock(store_, alert.record, alert.clock);
    const auto event = put_down(
        {"", told.key(), std::string(alert_told_type), told.raised, told.record, told.clock, told.step, told.due_on});
    if (event.empty()) return {};
    for (const auto& webhook : webhooks) queue(event, webhook, now);
    return {};
  });
}

Result<EventDelivery> WebhookEvents::test(std::string_view webhook, const std::string& by, Instant now) {
  return store_.in_one_transaction([&]() -> Result<EventDelivery> {
    const auto found = Webhooks(store_, random_).find(webhook);
    if (!found) return refuse(Code::not_found, "There is no webhook of this name.");
    const auto record = "webhooks/" + found->webhook;
    const auto event = put_down({"", fmt::format("{}/test/{}", record, random_id(random_)),
                                 std::string(webhook_tested_type), rfc3339(now), record, "", "", ""});
    queue(event, webhook, now);
    AccessLog(store_).add(now, by, "webhook-tested", found->webhook, "");
    return log(webhook, 0, 1).at(0);
  });
}

std::vector<EventDelivery> WebhookEvents::due(Instant now, int of_each, const std::set<std::string>& but_of) {
  return store_.reading([&] {
    static const auto sql = std::string(select_delivery) +
                            "WHERE d.webhook = ? AND d.state = 'WAITING' AND d.next_try <= ? AND e.record NOT IN"
                            " (SELECT s.record FROM view_seals s WHERE s.person = '')"
                            " ORDER BY d.next_try, d.delivery LIMIT ?";
    std::vector<EventDelivery> all;
    for (const auto& webhook : names(store_, "SELECT webhook FROM webhooks WHERE state = 'ACTIVE' ORDER BY webhook")) {
      if (but_of.contains(webhook)) continue;
      auto rows = store_.prepare(sql);
      rows.give(webhook, rfc3339(now), of_each);
      while (rows.step()) all.push_back(delivery_of(rows));
    }
    return all;
  });
}

Result<void> WebhookEvents::keep_body(std::int64_t delivery, const std::string& body) {
  return store_.in_one_transaction([&]() -> Result<void> {
    store_.prepare("UPDATE webhook_deliveries SET body = ? WHERE delivery = ? AND body = ''")
        .with(body, delivery)
        .run();
    return {};
  });
}

Result<void> WebhookEvents::tried(const EventDelivery& delivery, const TriedDelivery& how, Instant now) {
  return store_.in_one_transaction([&]() -> Result<void> {
    const bool taken = how.error.empty();
    const auto* const state = taken ? "DELIVERED" : how.next_try ? "WAITING" : "FAILED";
    store_
        .prepare(
            "UPDATE webhook_deliveries SET state = ?, tries = tries + 1, next_try = ?, last_try = ?, last_status = ?,"
            " last_error = ?, delivered = ? WHERE delivery = ?")
        .with(state, rfc3339(how.next_try.value_or(now)), rfc3339(now), how.status, how.error,
              taken ? rfc3339(now) : std::string(), delivery.delivery)
        .run();
    if (taken) {
      store_.prepare("UPDATE webhooks SET failing_since = '' WHERE webhook = ?").with(delivery.webhook).run();
      return {};
    }
    store_.prepare("UPDATE webhooks SET failing_since = ? WHERE webhook = ? AND failing_since = ''")
        .with(rfc3339(now), delivery.webhook)
        .run();
    if (how.next_try) return {};
    const bool gone = how.error == gone_error;
    if (!gone) {
      auto other = store_.prepare("SELECT 1 FROM webhook_deliveries WHERE webhook = ? AND delivered >= ? LIMIT 1");
      if (other.with(delivery.webhook, delivery.queued).step()) return {};
    }
    const auto disabled = Webhooks(store_, random_).disable(delivery.webhook, gone ? "gone" : "failing", service, now);
    // It was removed while this was under way.
    if (!disabled && disabled.error().code != Code::not_found) return refuse(disabled.error());
    return {};
  });
}

std::optional<EventDelivery> WebhookEvents::find(std::string_view webhook, std::int64_t delivery) {
  return store_.reading([&]() -> std::optional<EventDelivery> {
    static const auto sql = std::string(select_delivery) + "WHERE d.delivery = ? AND d.webhook = ?";
    auto row = store_.prepare(sql);
    if (!row.with(delivery, webhook).step()) return std::nullopt;
    return delivery_of(row);
  });
}

std::vector<EventDelivery> WebhookEvents::log(std::string_view webhook, std::int64_t before, int limit) {
  return store_.reading([&] {
    static const auto sql = std::string(select_delivery) +
                            "WHERE d.webhook = ?1 AND (?2 = 0 OR d.delivery < ?2) ORDER BY d.delivery DESC LIMIT ?3";
    std::vector<EventDelivery> all;
    auto rows = store_.prepare(sql);
    rows.give(webhook, before, limit);
    while (rows.step()) all.push_back(delivery_of(rows));
    return all;
  });
}

int WebhookEvents::waiting(std::string_view webhook) {
  return store_.reading([&] {
    auto row = store_.prepare("SELECT count(*) FROM webhook_deliveries WHERE webhook = ? AND state = 'WAITING'");
    return row.with(webhook).step() ? row.small(0) : 0;
  });
}

Result<EventDelivery> WebhookEvents::replay(std::string_view webhook, std::int64_t delivery, const std::string& by,
                                            Instant now) {
  return store_.in_one_transaction([&]() -> Result<EventDelivery> {
    if (!find(webhook, delivery)) return no_delivery();
    store_
        .prepare(
            "UPDATE webhook_deliveries SET state = 'WAITING', queued = ?, tries = 0, next_try = ?, delivered = ''"
            " WHERE delivery = ?")
        .with(rfc3339(now), rfc3339(now), delivery)
        .run();
    AccessLog(store_).add(now, by, "webhook-replayed", std::string(webhook), fmt::format("delivery {}", delivery));
    return *find(webhook, delivery);
  });
}

}  // namespace review
