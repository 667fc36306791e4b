#include "reviewd/alerts/alerter.hpp"

#include <chrono>
#include <future>

#include "reviewd/alerts/tell_due.hpp"
#include "reviewd/base/log.hpp"
#include "reviewd/base/now.hpp"

namespace reviewd {
namespace {

constexpr std::chrono::seconds between_rounds{60};
constexpr std::chrono::milliseconds between_looks{500};

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

bool Alerter::stopping() {
  const std::lock_guard lock(mutex_);
  return stopping_;
}

bool Alerter::rest() {
  std::unique_lock lock(mutex_);
  return !wake_.wait_for(lock, between_looks, [this] { return stopping_; });
}

void Alerter::run() {
  using Clock = std::chrono::steady_clock;
  // Silence counts from here: an alerter that never once told anything has stopped as well.
  heartbeat_->beat(now(std::nullopt).now);
  auto next_round = Clock::now();
  do {
    const bool round = Clock::now() >= next_round;
    if (round) {
      next_round = Clock::now() + between_rounds;
    } else if (failed_ || !something_waits()) {
      continue;
    }
    tell(round);
  } while (rest());
}

void Alerter::tell(bool counts) {
  auto told = tell_some(counts);
  while (told == Told::some && !stopping()) told = tell_some(counts);
  failed_ = told == Told::failed;
}

Alerter::Told Alerter::tell_some(bool counts) {
  auto done = std::make_shared<std::promise<Told>>();
  auto all = done->get_future();
  const bool queued = storage_.read({[this, done, counts](Storage& storage) {
                                       const auto more = tell_due(storage);
                                       if (more) {
                                         heartbeat_->beat(now(std::nullopt).now);
                                         if (counts) clocks_->count(storage);
                                       } else {
                                         log_event(*logger_, spdlog::level::err, "alerts-not-told",
                                                   {{"why", std::string_view(review::code_name(more.error().code))}});
                                       }
                                       done->set_value(!more ? Told::failed : *more ? Told::some : Told::all);
                                     },
                                     [this, done](const review::Refusal&) {
                                       log_event(*logger_, spdlog::level::err, "alerts-not-told", {});
                                       done->set_value(Told::failed);
                                     }});
  return queued ? all.get() : Told::failed;
}

bool Alerter::something_waits() {
  auto found = std::make_shared<std::promise<bool>>();
  auto waits = found->get_future();
  const bool queued = storage_.read({[found](Storage& storage) {
                                       const auto today = storage.moment().today;
                                       found->set_value(!storage.alerts().to_hand_out(1).empty() ||
                                                        !storage.alert_arms().due(today, 1).empty());
                                     },
                                     [found](const review::Refusal&) { found->set_value(false); }});
  return queued && waits.get();
}

}  // namespace reviewd
