#include "reviewd/delivery/webhook_delivery.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <future>
#include <set>
#include <utility>

#include "libreview/registers/webhooks.hpp"
#include "reviewd/base/log.hpp"
#include "reviewd/base/now.hpp"
#include "reviewd/delivery/cloud_event.hpp"
#include "reviewd/delivery/retry_wait.hpp"
#include "reviewd/delivery/webhook_signature.hpp"

namespace reviewd {
namespace {

constexpr std::chrono::milliseconds between_looks{500};
/// So that a webhook that was switched off, or a case that was sealed, is heeded soon.
constexpr std::chrono::seconds longest_round{2};
constexpr int most_in_round = 20;

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
      logger_(std::move(logger)),
      thread_([this] { run(); }) {}

WebhookDelivery::~WebhookDelivery() {
  stopping_ = true;
  posts_.wake();
  thread_.join();
}

void WebhookDelivery::run() {
  auto next_look = Clock::now();
  while (!stopping_) {
    if (Clock::now() >= next_look) {
      look();
      next_look = Clock::now() + between_looks;
    }
    const auto ended = wait(next_look);
    if (!ended.empty() && go_on(ended)) next_look = Clock::now();
  }
}

void WebhookDelivery::look() {
  auto jobs = due();
  if (jobs.empty() || !keep_bodies(jobs)) return;
  for (auto& job : jobs) {
    auto& round = rounds_[job.delivery.webhook];
    round.until = Clock::now() + longest_round;
    round.jobs.push_back(std::move(job));
    round.more = round.jobs.size() == most_in_round;
    if (round.jobs.size() == 1) begin(round.jobs.front());
  }
}

std::vector<WebhookDelivery::Job> WebhookDelivery::due() {
  auto found = std::make_shared<std::promise<std::vector<Job>>>();
  auto jobs = found->get_future();
  std::set<std::string> busy;
  for (const auto& [webhook, round] : rounds_) busy.insert(webhook);
  const auto look = [found, busy, allowed = settings_.allow_private](Storage& storage) {
    const auto at = now(std::nullopt).now;
    review::Webhooks webhooks(storage.store(), storage.random());
    std::vector<Job> all;
    for (auto& delivery : review::WebhookEvents(storage.store(), storage.random()).due(at, most_in_round, busy)) {
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

bool WebhookDelivery::keep_bodies(std::vector<Job>& jobs) {
  std::map<std::int64_t, std::string> made;
  for (auto& job : jobs) {
    if (!job.delivery.body.empty()) continue;
    job.delivery.body = cloud_event(job.delivery.event, address_);
    made.emplace(job.delivery.delivery, job.delivery.body);
  }
  return made.empty() || written([made](Storage& storage) -> review::Result<void> {
           review::WebhookEvents events(storage.store(), storage.random());
           for (const auto& [delivery, body] : made) {
             if (const auto kept = events.keep_body(delivery, body); !kept) return kept;
           }
           return {};
         });
}

void WebhookDelivery::begin(const Job& job) {
  const auto number = job.delivery.delivery;
  if (const auto sent = sent_.find(number); sent != sent_.end()) {
    not_begun_.push_back({number, sent->second});
    return;
  }
  const auto timestamp = unix_seconds(now(std::nullopt).now);
  const auto& id = job.delivery.event.event;
  std::string signatures;
  for (const auto& secret : job.secrets) {
    if (const auto one = webhook_signature(secret, id, timestamp, job.delivery.body)) {
      signatures += (signatures.empty() ? "" : " ") + *one;
    }
  }
  // The secrets open with the pepper that they were sealed with, and with no other.
  if (signatures.empty()) {
    not_begun_.push_back({number, {0, "no-secret"}});
    return;
  }
  posts_.begin(number, {job.address,
                        job.delivery.body,
                        {"Content-Type: application/cloudevents+json; charset=utf-8", "webhook-id: " + id,
                         "webhook-timestamp: " + timestamp, "webhook-signature: " + signatures},
                        job.private_allowed});
}

std::vector<WebhookPosts::Ended> WebhookDelivery::wait(Clock::time_point until) {
  if (!not_begun_.empty()) return std::exchange(not_begun_, {});
  return posts_.wait(std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()));
}

bool WebhookDelivery::go_on(const std::vector<WebhookPosts::Ended>& ended) {
  std::vector<Tried> all;
  for (const auto& [number, posted] : ended) {
    const auto is_it = [wanted = number](const auto& round) {
      return round.second.jobs.front().delivery.delivery == wanted;
    };
    const auto& job = std::find_if(rounds_.begin(), rounds_.end(), is_it)->second.jobs.front();
    if (sent_.emplace(number, posted).second) log(job, posted);
    all.push_back(tried(job, posted));
  }
  const bool noted = note(all);
  bool look_now = false;
  for (const auto& one : all) {
    auto& round = rounds_.at(one.delivery.webhook);
    round.jobs.pop_front();
    const bool goes_on = noted && one.posted.error.empty() && Clock::now() < round.until;
    if (goes_on && !round.jobs.empty()) {
      begin(round.jobs.front());
      continue;
    }
    look_now = look_now || (noted && (round.more || !round.jobs.empty()));
    rounds_.erase(one.delivery.webhook);
  }
  return look_now;
}

WebhookDelivery::Tried WebhookDelivery::tried(const Job& job, const Posted& posted) const {
  std::array<std::uint8_t, 1> chance{};
  auto random = review::SystemRandom();
  random.fill(chance);
  const bool again = !posted.error.empty() && posted.error != "gone";
  return {job.delivery, posted,
          again ? retry_wait(settings_.retries, job.delivery.tries, chance[0], posted.retry_after)
                : std::optional<std::chrono::milliseconds>()};
}

bool WebhookDelivery::note(const std::vector<Tried>& all) {
  const bool kept = written([all](Storage& storage) -> review::Result<void> {
    const auto at = now(std::nullopt).now;
    review::WebhookEvents events(storage.store(), storage.random());
    for (const auto& one : all) {
      review::TriedDelivery how{one.posted.status, one.posted.error};
      if (one.wait) how.next_try = at + *one.wait;
      if (const auto noted = events.tried(one.delivery, how, at); !noted) return noted;
    }
    return {};
  });
  if (!kept) return false;
  for (const auto& one : all) {
    sent_.erase(one.delivery.delivery);
    const std::string result = one.posted.error.empty() ? "delivered" : one.wait ? "tried-again" : "given-up";
    metrics_.count("review_webhook_deliveries_total", "Tries to tell other programs, by how they went.",
                   {{"result", result}});
  }
  return true;
}

void WebhookDelivery::log(const Job& job, const Posted& posted) {
  log_event(*logger_, posted.error.empty() ? spdlog::level::info : spdlog::level::warn, "webhook",
            {{"delivery", job.delivery.delivery},
             {"webhook", std::string_view(job.delivery.webhook)},
             {"status", std::int64_t{posted.status}},
             {"delivered", posted.error.empty()},
             {"why", std::string_view(posted.error)}});
}

}  // namespace reviewd
