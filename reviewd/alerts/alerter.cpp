#include "reviewd/alerts/alerter.hpp"

#include <chrono>
#include <future>

#include "reviewd/alerts/tell_due.hpp"
#include "reviewd/base/log.hpp"
#include "reviewd/base/now.hpp"

namespace reviewd {
namespace {

constexpr std::chrono::seconds between_looks{60};

}  // namespace

Alerter::Alerter(StorageThread& storage, std::shared_ptr<Heartbeat> heartbeat, std::shared_ptr<ClockGauges> clocks,
                 std::shared_ptr<spdlog::logger> logger)
    : storage_(storage),
      heartbeat_(std::move(heartbeat)),
      clocks_(std::move(clocks)),
      logger_(std::move(logger)),
      thread_([this] { run(); }) {}

Alerter::~Alerter() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

bool Alerter::rest() {
  std::unique_lock lock(mutex_);
  return !wake_.wait_for(lock, between_looks, [this] { return stopping_; });
}

void Alerter::run() {
  // Silence counts from here: an alerter that never once told anything has stopped as well.
  heartbeat_->beat(now(std::nullopt).now);
  do {
    while (tell_some()) {
      const std::lock_guard lock(mutex_);
      if (stopping_) return;
    }
  } while (rest());
}

bool Alerter::tell_some() {
  auto done = std::make_shared<std::promise<bool>>();
  auto more = done->get_future();
  const bool queued = storage_.read({[this, done](Storage& storage) {
                                       const auto told = tell_due(storage);
                                       if (told) {
                                         heartbeat_->beat(now(std::nullopt).now);
                                         clocks_->count(storage);
                                       } else {
                                         log_event(*logger_, spdlog::level::err, "alerts-not-told",
                                                   {{"why", std::string_view(review::code_name(told.error().code))}});
                                       }
                                       done->set_value(told && *told);
                                     },
                                     [this, done](const review::Refusal&) {
                                       log_event(*logger_, spdlog::level::err, "alerts-not-told", {});
                                       done->set_value(false);
                                     }});
  return queued && more.get();
}

}  // namespace reviewd
