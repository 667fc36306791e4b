#include "reviewd/documents/document_checks.hpp"

#include <future>
#include <optional>
#include <vector>

#include "reviewd/documents/run_check.hpp"

namespace reviewd {
namespace {

constexpr std::chrono::seconds until_next_try{60};

/// What the storage thread reads; nothing where it could not.
template <class T>
std::optional<T> read(StorageThread& storage, std::function<T(review::Documents&)> what) {
  const auto promise = std::make_shared<std::promise<std::optional<T>>>();
  auto answer = promise->get_future();
  const bool queued = storage.read({[promise, what](Storage& store) { promise->set_value(what(store.documents())); },
                                    [promise](const review::Refusal&) { promise->set_value(std::nullopt); }});
  return queued ? answer.get() : std::nullopt;
}

void decide(StorageThread& storage, const std::string& digest, review::DocumentState found, const std::string& by) {
  const auto done = std::make_shared<std::promise<void>>();
  auto answer = done->get_future();
  const auto work = [=](Storage& store) {
    const auto kept = store.documents().decide(digest, found, by, now(std::nullopt).now);
    return Written{[done] { done->set_value(); }, !kept && kept.error().code == review::Code::store_full};
  };
  if (storage.write({work, [done](const review::Refusal&) { done->set_value(); }})) answer.get();
}

}  // namespace

void DocumentBell::ring() {
  {
    const std::lock_guard lock(mutex_);
    rung_ = true;
  }
  wake_.notify_one();
}

void DocumentBell::end() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  wake_.notify_one();
}

bool DocumentBell::wait(std::chrono::seconds at_most) {
  std::unique_lock lock(mutex_);
  wake_.wait_for(lock, at_most, [this] { return rung_ || ended_; });
  rung_ = false;
  return !ended_;
}

DocumentChecks::DocumentChecks(StorageThread& storage, DocumentSettings settings, std::shared_ptr<DocumentBell> bell)
    : storage_(storage), settings_(std::move(settings)), bell_(std::move(bell)), thread_([this] { run(); }) {}

DocumentChecks::~DocumentChecks() {
  stopping_ = true;
  bell_->end();
  thread_.join();
}

void DocumentChecks::run() {
  bell_->ring();
  while (bell_->wait(until_next_try)) {
    const auto held =
        read<std::vector<review::DocumentRow>>(storage_, [](review::Documents& documents) { return documents.held(); });
    if (!held) continue;
    for (const auto& row : *held) {
      if (!stopping_) check(row);
    }
  }
}

void DocumentChecks::check(const review::DocumentRow& row) {
  const auto content =
      read<std::string>(storage_, [row](review::Documents& documents) { return documents.content(row); });
  if (!content) return;
  const auto outcome = run_check(settings_, *content, stopping_);
  if (outcome == CheckOutcome::unknown) return;
  decide(storage_, row.digest,
         outcome == CheckOutcome::clean ? review::DocumentState::clean : review::DocumentState::refused,
         settings_.check_name());
}

}  // namespace reviewd
