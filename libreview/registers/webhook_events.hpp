#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/calendar/instant.hpp"
#include "libreview/registers/alerts.hpp"
#include "libreview/store/random.hpp"
#include "libreview/store/store.hpp"

namespace review {

/// The types of events, as they travel: a name in reverse order, and a version.
inline constexpr std::string_view alert_told_type = "uk.review.alert.told.v1";
inline constexpr std::string_view webhook_tested_type = "uk.review.webhook.tested.v1";

/// Something that other programs are told: of an alert, its reference, clock, step and day, and nothing else.
struct WebhookEvent {
  std::string event;   ///< `msg_…`: its id at every receiver and every try
  std::string dedupe;  ///< Alert::key with the clock as below, or one of a test
  std::string type;
  std::string time;    ///< RFC 3339 UTC, as the others
  std::string record;  ///< `cases/26-0007`; of a test `webhooks/…`
  std::string clock;   ///< as `told_clock` has it; empty of a test, as the two below
  std::string step;
  std::string due_on;
};

/// One event on its way to one webhook.
struct EventDelivery {
  std::int64_t delivery = 0;
  std::string webhook;
  WebhookEvent event;
  std::string state;   ///< `WAITING`, `DELIVERED` or `FAILED`
  std::string body;    ///< the bytes that every try sends; empty before the first
  std::string queued;  ///< when it was put here, by the event or by a replay
  int tries = 0;       ///< since then
  std::string next_try;
  std::string last_try;    ///< empty before the first
  int last_status = 0;     ///< 0 where there was no answer
  std::string last_error;  ///< a word of reviewd/delivery/webhook_post.hpp; empty where it was taken
  std::string delivered;   ///< empty while it is not
};

/// How a try went.
struct TriedDelivery {
  int status = 0;
  std::string error{};                ///< empty: it was taken
  std::optional<Instant> next_try{};  ///< of one that was not; nothing: it is given up
};

/// What other programs are told, and how each delivery went: put down in the transaction of what causes it, so that
/// neither goes without the other.
class WebhookEvents {
 public:
  WebhookEvents(Store& store, Random& random) : store_(store), random_(random) {}

  /// An alert, for every webhook there is, disabled ones too: there it waits. Nothing where the same was put down
  /// before. In the open transaction; throws std::logic_error if none is.
  [[nodiscard]] Result<void> enqueue(const Alert& alert, Instant now);
  /// An event for one webhook, to see whether it arrives. `not-found` for an unknown one.
  [[nodiscard]] Result<EventDelivery> test(std::string_view webhook, const std::string& by, Instant now);

  /// Of each webhook that is active the deliveries whose time came first, at most so many, in that order and together;
  /// of those named nothing. What is of a sealed case waits until it is unsealed: a receiver is on no list.
  [[nodiscard]] std::vector<EventDelivery> due(Instant now, int of_each = 1, const std::set<std::string>& but_of = {});
  /// What every try sends, before the first one.
  [[nodiscard]] Result<void> keep_body(std::int64_t delivery, const std::string& body);
  /// How the try went. One that is given up disables its webhook where nothing else got through since it was put down;
  /// one that answered 410 disables it at once.
  [[nodiscard]] Result<void> tried(const EventDelivery& delivery, const TriedDelivery& how, Instant now);

  [[nodiscard]] std::optional<EventDelivery> find(std::string_view webhook, std::int64_t delivery);
  /// The newest first, before the given one (0: from the newest), at most `limit`.
  [[nodiscard]] std::vector<EventDelivery> log(std::string_view webhook, std::int64_t before, int limit);
  /// How many wait. What is of a sealed case counts too.
  [[nodiscard]] int waiting(std::string_view webhook);
  /// Sends it once more, with the same id and the same bytes, and tries as if it were new. `not-found` for an unknown
  /// one.
  [[nodiscard]] Result<EventDelivery> replay(std::string_view webhook, std::int64_t delivery, const std::string& by,
                                             Instant now);

 private:
  [[nodiscard]] std::string put_down(const WebhookEvent& event);
  void queue(std::string_view event, std::string_view webhook, Instant now);

  Store& store_;
  Random& random_;
};

}  // namespace review
