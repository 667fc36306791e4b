#include "reviewd/delivery/webhook_delivery.hpp"

#include <curl/curl.h>
#include <fmt/format.h>

#include <array>
#include <chrono>
#include <future>
#include <stdexcept>

#include "libreview/registers/webhooks.hpp"
#include "reviewd/base/log.hpp"
#include "reviewd/base/now.hpp"
#include "reviewd/delivery/cloud_event.hpp"
#include "reviewd/delivery/retry_wait.hpp"
#include "reviewd/delivery/webhook_signature.hpp"

namespace reviewd {
namespace {

constexpr std::chrono::milliseconds between_looks{500};

std::string unix_seconds(review::Instant instant) {
  return std::to_string(std::chrono::duration_cast<std::chrono::seconds>(instant.time_since_epoch()).count());
}

}  // namespace

WebhookDelivery::WebhookDelivery(StorageThread& storage, Metrics& metrics, const Config& config,
                                 std::shared_ptr<spdlog::logger> logger)
    : storage_(storage),
      metrics_(metrics),
      settings_(config.webhooks),
      address_(config.mail.address),
      logger_(std::move(logger)) {
  if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) throw std::runtime_error("libcurl does not start");
  thread_ = std::thread([this] { run(); });
}

WebhookDelivery::~WebhookDelivery() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

bool WebhookDelivery::rest() {
  std::unique_lock lock(mutex_);
  return !wake_.wait_for(lock, between_looks, [this] { return stopping_.load(); });
}

void WebhookDelivery::run() {
  while (rest()) {
    while (!stopping_ && send_some()) continue;
  }
}

bool WebhookDelivery::send_some() {
  auto jobs = due();
  bool all_done = !jobs.empty();
  for (auto& job : jobs) {
    if (stopping_) return false;
    all_done = send(job) && all_done;
  }
  return all_done;
}

std::vector<WebhookDelivery::Job> WebhookDelivery::due() {
  auto found = std::make_shared<std::promise<std::vector<Job>>>();
  auto jobs = found->get_future();
  const auto look = [found, allowed = settings_.allow_private](Storage& storage) {
    const auto at = now(std::nullopt).now;
    review::Webhooks webhooks(storage.store(), storage.random());
    std::vector<Job> all;
    for (auto& delivery : review::WebhookEvents(storage.store(), storage.random()).due(at)) {
      const auto webhook = webhooks.find(delivery.webhook).value();
      Job job{std::move(delivery), webhook.address, allowed && webhook.private_allowed, {}};
      for (const auto& sealed : webhooks.signing(webhook.webhook, at)) {
        if (auto secret = storage.secret_box().open(sealed, "webhooks/" + webhook.webhook)) {
          job.secrets.push_back(std::move(*secret));
        }
      }
      all.push_back(std::move(job));
    }
    found->set_value(std::move(all));
  };
  const bool queued = storage_.read({look, [found](const review::Refusal&) { found->set_value({}); }});
  return queued ? jobs.get() : std::vector<Job>();
}

bool WebhookDelivery::written(std::function<review::Result<void>(Storage&)> work) {
  auto done = std::make_shared<std::promise<bool>>();
  auto kept = done->get_future();
  const auto write = [done, work = std::move(work)](Storage& storage) {
    const auto result = work(storage);
    return Written{[done, good = result.has_value()] { done->set_value(good); }, !result};
  };
  return storage_.write({write, [done](const review::Refusal&) { done->set_value(false); }}) && kept.get();
}

bool WebhookDelivery::has_body(Job& job) {
  if (!job.delivery.body.empty()) return true;
  job.delivery.body = cloud_event(job.delivery.event, address_);
  return written([id = job.delivery.delivery, body = job.delivery.body](Storage& storage) {
    return review::WebhookEvents(storage.store(), storage.random()).keep_body(id, body);
  });
}

Posted WebhookDelivery::post(const Job& job) const {
  const auto timestamp = unix_seconds(now(std::nullopt).now);
  const auto& id = job.delivery.event.event;
  std::string signatures;
  for (const auto& secret : job.secrets) {
    if (const auto one = webhook_signature(secret, id, timestamp, job.delivery.body)) {
      signatures += (signatures.empty() ? "" : " ") + *one;
    }
  }
  // The secrets open with the pepper that they were sealed with, and with no other.
  if (signatures.empty()) return {0, "no-secret"};
  return post_webhook({job.address,
                       job.delivery.body,
                       {"Content-Type: application/cloudevents+json; charset=utf-8", "webhook-id: " + id,
                        "webhook-timestamp: " + timestamp, "webhook-signature: " + signatures},
                       job.private_allowed},
                      stopping_);
}

bool WebhookDelivery::send(Job& job) {
  const auto id = job.delivery.delivery;
  if (!sent_.contains(id)) {
    if (!has_body(job)) return false;
    auto posted = post(job);
    if (posted.error == "stopped") return false;
    log_event(*logger_, posted.error.empty() ? spdlog::level::info : spdlog::level::warn, "webhook",
              {{"delivery", id},
               {"webhook", std::string_view(job.delivery.webhook)},
               {"status", std::int64_t{posted.status}},
               {"delivered", posted.error.empty()},
               {"why", std::string_view(posted.error)}});
    sent_.emplace(id, std::move(posted));
  }
  if (!note(job, sent_.at(id))) return false;
  sent_.erase(id);
  return true;
}

bool WebhookDelivery::note(const Job& job, const Posted& posted) {
  std::array<std::uint8_t, 1> chance{};
  auto random = review::SystemRandom();
  random.fill(chance);
  const bool again = !posted.error.empty() && posted.error != "gone";
  const auto wait = again ? retry_wait(settings_.retries, job.delivery.tries, chance[0], posted.retry_after)
                          : std::optional<std::chrono::milliseconds>();
  const bool kept = written([delivery = job.delivery, posted, wait](Storage& storage) {
    const auto at = now(std::nullopt).now;
    review::TriedDelivery how{posted.status, posted.error};
    if (wait) how.next_try = at + *wait;
    return review::WebhookEvents(storage.store(), storage.random()).tried(delivery, how, at);
  });
  if (!kept) return false;
  const std::string result = posted.error.empty() ? "delivered" : wait ? "tried-again" : "given-up";
  metrics_.count("review_webhook_deliveries_total", "Tries to tell other programs, by how they went.",
                 {{"result", result}});
  return true;
}

}  // namespace reviewd
