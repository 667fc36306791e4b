#include "reviewd/delivery/mail_delivery.hpp"

#include <chrono>
#include <future>

#include "libreview/registers/channels.hpp"
#include "reviewd/base/log.hpp"
#include "reviewd/base/now.hpp"
#include "reviewd/delivery/smtp.hpp"
#include "reviewd/storage/reminder_hours.hpp"

namespace reviewd {
namespace {

constexpr std::chrono::milliseconds between_looks{500};
constexpr int at_once = 20;

/// Whoever gets it must not take it for real.
void say_that_it_is_practice(review::Mail& mail) {
  mail.subject = "Practice: " + mail.subject;
  mail.text =
      "This email comes from a practice service. Nothing in it is about a real child or a real case.\n\n" + mail.text;
}

/// What waits now. Reminders go in their hours alone, also where an earlier try failed.
std::vector<review::Mail> due_now(Storage& storage) {
  const auto open = review::open_since(storage.moment().now, reminder_hours(storage), storage.desk().calendar());
  auto mails = storage.outbox().due(now(std::nullopt).now, at_once, open.has_value());
  if (storage.store().practice()) {
    for (auto& mail : mails) say_that_it_is_practice(mail);
  }
  return mails;
}

/// What became of a mail, and what that says of mail as a way of telling people.
review::Result<void> note(Storage& storage, std::int64_t mail, bool taken) {
  const auto at = now(std::nullopt).now;
  return storage.store().in_one_transaction([&]() -> review::Result<void> {
    review::Channels channels(storage.store());
    if (taken) {
      const auto kept = storage.outbox().delivered(mail, at);
      return kept ? channels.works("mail") : kept;
    }
    const auto gave_up = storage.outbox().not_delivered(mail, at);
    if (!gave_up) return review::refuse(gave_up.error());
    return channels.failing("mail", *gave_up, storage.moment().today, at);
  });
}

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
  const bool queued = storage_.read({[found](Storage& storage) { found->set_value(due_now(storage)); },
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
  const auto write_down = [id = mail.mail, failure, done](Storage& storage) {
    const auto noted = note(storage, id, failure.empty());
    return Written{[done] { done->set_value(true); }, !noted};
  };
  const bool queued = storage_.write({write_down, [done](const review::Refusal&) { done->set_value(false); }});
  if (queued && kept.get()) sent_.erase(mail.mail);
}

}  // namespace reviewd
