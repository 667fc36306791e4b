#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/calendar/instant.hpp"
#include "libreview/store/random.hpp"
#include "libreview/store/store.hpp"

namespace review {

/// The most webhooks there are at one time: each may have something on its way.
inline constexpr int most_webhooks = 50;

/// How long an earlier secret signs beside the one that replaced it: time to tell the receiver the new one.
inline constexpr std::chrono::hours secret_overlap{24};

/// A program elsewhere that is told of alerts.
struct Webhook {
  std::string webhook;
  std::string address;
  bool private_allowed = false;  ///< it may stand in a private network
  std::string made_by;           ///< bare id
  std::string made;              ///< RFC 3339 UTC, as the others
  std::string state;             ///< `ACTIVE` or `DISABLED`
  std::string why;               ///< of a disabled one: `person`, `gone` (it answered 410) or `failing`
  std::string changed;           ///< since when it is in this state
  std::string failing_since;     ///< the first failure after which nothing got through; empty while it works

  [[nodiscard]] bool is_active() const { return state == "ACTIVE"; }
};

/// What a webhook is made of. Its secret is sealed for its id: so the id is made before (`Webhooks::new_id`).
struct NewWebhook {
  std::string webhook;
  std::string address;
  std::string host;  ///< of the address: what the access log names it by
  bool private_allowed = false;
  std::string sealed;  ///< its secret
  std::string by;
};

/// The register of webhooks and their secrets, which it has only sealed. Each change is in the access log, in the same
/// transaction: the one that is open, or one of its own.
class Webhooks {
 public:
  Webhooks(Store& store, Random& random) : store_(store), random_(random) {}

  [[nodiscard]] std::string new_id();
  /// `already-recorded` where there is one of the same address; `malformed` where there are as many as there may be.
  [[nodiscard]] Result<Webhook> add(const NewWebhook& wish, Instant now);
  [[nodiscard]] std::optional<Webhook> find(std::string_view webhook);
  /// Oldest first.
  [[nodiscard]] std::vector<Webhook> list();

  /// Another secret, from now on the first. Those before it sign until `secret_overlap` is over; of more than two of
  /// them only the newest two. `not-found` for an unknown webhook.
  [[nodiscard]] Result<Webhook> rotate(std::string_view webhook, const std::string& sealed, const std::string& by,
                                       Instant now);
  /// The secrets that sign now, sealed, newest first.
  [[nodiscard]] std::vector<std::string> signing(std::string_view webhook, Instant now);

  /// It is told again, first of what waited meanwhile. `not-found` for an unknown one.
  [[nodiscard]] Result<Webhook> enable(std::string_view webhook, const std::string& by, Instant now);
  /// Nothing is sent to it; what is told waits. `why` as in Webhook. `not-found` for an unknown one.
  [[nodiscard]] Result<Webhook> disable(std::string_view webhook, std::string_view why, const std::string& by,
                                        Instant now);
  /// It is gone, with its secrets and its deliveries. Gives what was there; `not-found` for an unknown one.
  [[nodiscard]] Result<Webhook> remove(std::string_view webhook, const std::string& by, Instant now);

  /// Those to which nothing has got through since before the instant, and those that were disabled for it or because
  /// they said that they are gone: what another channel should tell of.
  [[nodiscard]] std::vector<Webhook> in_trouble(Instant since_before);

 private:
  [[nodiscard]] Result<Webhook> put_state(std::string_view webhook, std::string_view state, std::string_view why,
                                          const std::string& by, Instant now);

  Store& store_;
  Random& random_;
};

}  // namespace review
