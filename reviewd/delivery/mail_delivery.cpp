#include "reviewd/delivery/mail_delivery.hpp"

#include <chrono>
#include <future>

#include "reviewd/base/log.hpp"
#include "reviewd/base/now.hpp"
#include "reviewd/delivery/smtp.hpp"

namespace reviewd {
namespace {

constexpr std::chrono::milliseconds between_looks{500};
constexpr int at_once = 20;

}  // namespace

MailDelivery::MailDelivery(StorageThread& storage, MailSetup setup, std::shared_ptr<spdlog::logger> logger)
    : storage_(storage), setup_(std::move(setup)), logger_(std::move(logger)), thread_([this] { run(); }) {}

MailDelivery::~MailDelivery() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

bool MailDelivery::stopping() {
  const std::lock_guard lock(mutex_);
  return stopping_;
}

bool MailDelivery::rest() {
  std::unique_lock lock(mutex_);
  return !wake_.wait_for(lock, between_looks, [this] { return stopping_; });
}

void MailDelivery::run() {
  while (rest()) {
    for (const auto& mail : due()) {
      if (stopping()) return;
      send(mail);
    }
  }
}

std::vector<review::Mail> MailDelivery::due() {
  auto found = std::make_shared<std::promise<std::vector<review::Mail>>>();
  auto mails = found->get_future();
  const bool queued = storage_.read(
      {[found](Storage& storage) { found->set_value(storage.outbox().due(now(std::nullopt).now, at_once)); },
       [found](const review::Refusal&) { found->set_value({}); }});
  return queued ? mails.get() : std::vector<review::Mail>();
}

void MailDelivery::send(const review::Mail& mail) {
  std::string failure;
  if (!sent_.contains(mail.mail)) {
    failure = send_by_smtp(setup_, mail);
    log_event(*logger_, failure.empty() ? spdlog::level::info : spdlog::level::warn, "mail",
              {{"mail", mail.mail}, {"delivered", failure.empty()}, {"why", std::string_view(failure)}});
  }
  if (failure.empty()) sent_.insert(mail.mail);
  auto done = std::make_shared<std::promise<bool>>();
  auto kept = done->get_future();
  const auto note = [id = mail.mail, failure, done](Storage& storage) {
    const auto at = now(std::nullopt).now;
    const auto noted = failure.empty() ? storage.outbox().delivered(id, at) : storage.outbox().not_delivered(id, at);
    return Written{[done] { done->set_value(true); }, !noted};
  };
  const bool queued = storage_.write({note, [done](const review::Refusal&) { done->set_value(false); }});
  if (queued && kept.get()) sent_.erase(mail.mail);
}

}  // namespace reviewd
