#include "libreview/registers/webhooks.hpp"

#include <boost/json/array.hpp>
#include <charconv>

#include "libreview/base/page_token_unread.hpp"
#include "libreview/base/refuse_at.hpp"
#include "libreview/registers/webhook_events.hpp"
#include "reviewd/act/act.hpp"
#include "reviewd/api/agreed_by_two.hpp"
#include "reviewd/api/approval_json.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/json_fields.hpp"
#include "reviewd/api/listing.hpp"
#include "reviewd/base/now.hpp"
#include "reviewd/delivery/webhook_address.hpp"
#include "reviewd/delivery/webhook_signature.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
using review::Right;

review::Webhooks webhooks_of(const Call& call) { return {call.storage.store(), call.storage.random()}; }
review::WebhookEvents events_of(const Call& call) { return {call.storage.store(), call.storage.random()}; }

json::object write(const Call& call, const review::Webhook& webhook) {
  json::object out{{"webhook", webhook.webhook},
                   {"address", webhook.address},
                   {"privateAllowed", webhook.private_allowed},
                   {"state", webhook.state},
                   {"changed", webhook.changed},
                   {"madeBy", "people/" + webhook.made_by},
                   {"made", webhook.made},
                   {"waiting", events_of(call).waiting(webhook.webhook)}};
  if (!webhook.why.empty()) out["why"] = webhook.why;
  if (!webhook.failing_since.empty()) out["failingSince"] = webhook.failing_since;
  return out;
}

/// Whoever runs the machine sees no case: of what was sent its id and how it went, and not what it was about.
json::object write(const review::EventDelivery& delivery) {
  json::object out{{"delivery", std::to_string(delivery.delivery)},
                   {"event", delivery.event.event},
                   {"type", delivery.event.type},
                   {"state", delivery.state},
                   {"queued", delivery.queued},
                   {"tries", delivery.tries}};
  const auto add = [&](std::string_view name, const std::string& text) {
    if (!text.empty()) out[name] = text;
  };
  add("nextTry", delivery.state == "WAITING" ? delivery.next_try : std::string());
  add("lastTry", delivery.last_try);
  if (delivery.last_status != 0) out["lastStatus"] = delivery.last_status;
  add("lastError", delivery.last_error);
  add("delivered", delivery.delivered);
  return out;
}

Response answer_of(const Call& call, const review::Result<review::Webhook>& webhook) {
  return webhook ? json_answer(200, write(call, *webhook)) : refused(call, webhook.error());
}

Response no_webhook(const Call& call) { return refused(call, {Code::not_found, "There is no webhook of this name."}); }

/// What is wanted: where events go.
struct Wish {
  WebhookAddress address;
  bool private_allowed;
  std::string reason;

  [[nodiscard]] std::string subject() const { return "webhooks/" + address.host; }
  [[nodiscard]] std::map<std::string, std::string> proposal() const {
    std::map<std::string, std::string> texts{{"address", address.address}};
    if (private_allowed) texts["privateAllowed"] = "yes";
    return texts;
  }
};

review::Result<Wish> wish_of(const Call& call, bool with_reason) {
  JsonShape shape{.required = {"address"}, .flags = {"privateAllowed"}};
  if (with_reason) shape.present = {"reason"};
  const auto fields = json_fields(call, shape);
  if (!fields) return review::refuse(fields.error());
  const bool private_allowed = fields->flag("privateAllowed");
  if (private_allowed && !call.storage.config().webhooks.allow_private) {
    return review::refuse_at(Code::malformed, "The configuration of this service allows no private addresses.",
                             "/privateAllowed");
  }
  auto address = webhook_address(fields->text("address"), private_allowed);
  if (!address) return review::refuse_at(address.error(), "/address");
  return Wish{std::move(*address), private_allowed, fields->text("reason")};
}

Response list_webhooks(Call& call) {
  json::array all;
  for (const auto& webhook : webhooks_of(call).list()) all.push_back(write(call, webhook));
  return json_answer(200, json::object{{"webhooks", std::move(all)}, {"nextPageToken", ""}});
}

Response get_webhook(Call& call) {
  const auto found = webhooks_of(call).find(call.path("webhook"));
  return found ? json_answer(200, write(call, *found)) : no_webhook(call);
}

std::string sealed(const Call& call, const std::string& secret, const std::string& webhook) {
  return call.storage.secret_box().seal(secret, "webhooks/" + webhook, call.storage.random());
}

Response add_webhook(Call& call) {
  const auto wish = wish_of(call, false);
  if (!wish) return refused(call, wish.error());
  auto webhooks = webhooks_of(call);
  const auto id = webhooks.new_id();
  const auto secret = new_webhook_secret(call.storage.random());
  const auto added = call.storage.store().in_one_transaction([&]() -> review::Result<review::Webhook> {
    for (const auto& other : webhooks.list()) {
      if (other.address == wish->address.address) {
        return review::refuse_at(Code::already_recorded, "There is a webhook of this address already.", "/address");
      }
    }
    if (const auto agreed = agreed_by_two(call, add_webhook_act, wish->subject(), wish->proposal()); !agreed) {
      return review::refuse(agreed.error());
    }
    return webhooks.add({id, wish->address.address, wish->address.host, wish->private_allowed, sealed(call, secret, id),
                         call.reader.person},
                        now(std::nullopt).now);
  });
  if (!added) return refused(call, added.error());
  auto body = write(call, *added);
  body["secret"] = secret;
  auto response = json_answer(201, body);
  response.headers.emplace_back("Location", "/v1/webhooks/" + id);
  return response;
}

/// Another person decides; then who proposed it adds it, and sees its secret.
Response propose_webhook(Call& call) {
  const auto wish = wish_of(call, true);
  if (!wish) return refused(call, wish.error());
  return propose(call, {std::string(add_webhook_act), wish->subject(), proposal_of(wish->proposal()), wish->reason,
                        call.reader.person});
}

Response rotate_webhook(Call& call) {
  const auto id = call.path("webhook");
  const auto secret = new_webhook_secret(call.storage.random());
  const auto rotated =
      webhooks_of(call).rotate(id, sealed(call, secret, id), call.reader.person, now(std::nullopt).now);
  if (!rotated) return refused(call, rotated.error());
  auto body = write(call, *rotated);
  body["secret"] = secret;
  return json_answer(200, body);
}

Response enable_webhook(Call& call) {
  return answer_of(call, webhooks_of(call).enable(call.path("webhook"), call.reader.person, now(std::nullopt).now));
}

Response disable_webhook(Call& call) {
  return answer_of(
      call, webhooks_of(call).disable(call.path("webhook"), "person", call.reader.person, now(std::nullopt).now));
}

Response remove_webhook(Call& call) {
  return answer_of(call, webhooks_of(call).remove(call.path("webhook"), call.reader.person, now(std::nullopt).now));
}

Response test_webhook(Call& call) {
  const auto made = events_of(call).test(call.path("webhook"), call.reader.person, now(std::nullopt).now);
  return made ? json_answer(200, write(*made)) : refused(call, made.error());
}

/// A delivery as the path or a page token names it; 0, which is none, for other text.
std::int64_t number_of(const std::string& text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() && number > 0 ? number : 0;
}

Response list_deliveries(Call& call) {
  const auto size = page_size(call);
  if (!size) return refused(call, size.error());
  const auto token = call.request.parameter("pageToken").value_or("");
  const auto before = number_of(token);
  if (!token.empty() && before == 0) {
    return refused(call, review::page_token_unread());
  }
  const auto webhook = webhooks_of(call).find(call.path("webhook"));
  if (!webhook) return no_webhook(call);
  auto deliveries = events_of(call).log(webhook->webhook, before, *size + 1);
  std::string next;
  if (deliveries.size() > static_cast<std::size_t>(*size)) {
    deliveries.pop_back();
    next = std::to_string(deliveries.back().delivery);
  }
  json::array all;
  for (const auto& delivery : deliveries) all.push_back(write(delivery));
  return json_answer(200, json::object{{"deliveries", std::move(all)}, {"nextPageToken", next}});
}

Response replay_delivery(Call& call) {
  const auto replayed = events_of(call).replay(call.path("webhook"), number_of(call.path("delivery")),
                                               call.reader.person, now(std::nullopt).now);
  return replayed ? json_answer(200, write(*replayed)) : refused(call, replayed.error());
}

/// All of them are for whoever gives access: an event takes references of cases out of the service.
Endpoint row(std::string method, std::string pattern, std::string name, std::string summary, std::string takes,
             std::string gives, Response (*answer)(Call&)) {
  const auto use = method == "GET" ? Use::read : Use::write;
  const int status = name == "addWebhook" || name == "proposeWebhook" ? 201 : 200;
  std::vector<std::string> query;
  if (name == "listWebhookDeliveries") query = {"pageSize", "pageToken"};
  return {std::move(method),
          "/v1/webhooks" + pattern,
          std::move(name),
          std::move(summary),
          {Right::manage_access},
          use,
          std::move(query),
          std::move(takes),
          std::move(gives),
          status,
          answer};
}

}  // namespace

std::vector<Endpoint> webhook_endpoints() {
  return {
      row("GET", "", "listWebhooks", "The programs that are told of alerts, without their secrets", "", "WebhookList",
          list_webhooks),
      row("POST", "", "addWebhook",
          "Adds one, in a real store once another person approved it; its secret is shown this once", "WebhookWish",
          "MadeWebhook", add_webhook),
      row("POST", ":propose", "proposeWebhook",
          "Proposes one of a real store; when another person has approved it, you add it", "WebhookProposal",
          "Approval", propose_webhook),
      row("GET", "/{webhook}", "getWebhook", "One of them", "", "Webhook", get_webhook),
      row("POST", "/{webhook}:rotate", "rotateWebhook",
          "Another secret, shown this once; the one before signs beside it for 24 hours", "", "MadeWebhook",
          rotate_webhook),
      row("POST", "/{webhook}:enable", "enableWebhook", "It is told again, first of what waited", "", "Webhook",
          enable_webhook),
      row("POST", "/{webhook}:disable", "disableWebhook", "Nothing is sent to it; what is told waits", "", "Webhook",
          disable_webhook),
      row("POST", "/{webhook}:remove", "removeWebhook", "It is gone, with its secrets and its deliveries", "",
          "Webhook", remove_webhook),
      row("POST", "/{webhook}:test", "testWebhook", "Sends it an event that says nothing, to see whether it arrives",
          "", "WebhookDelivery", test_webhook),
      row("GET", "/{webhook}/deliveries", "listWebhookDeliveries", "What was sent to it and how it went, newest first",
          "", "WebhookDeliveryList", list_deliveries),
      row("POST", "/{webhook}/deliveries/{delivery}:replay", "replayWebhookDelivery",
          "Sends it once more: the same event, with the same id", "", "WebhookDelivery", replay_delivery),
  };
}

}  // namespace reviewd
