#include <fmt/format.h>
#include <pthread.h>
#include <sodium.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <optional>
#include <thread>

#include "libreview/store/engine.hpp"
#include "reviewd/act/finish_erasures.hpp"
#include "reviewd/alerts/alerter.hpp"
#include "reviewd/api/api.hpp"
#include "reviewd/api/openapi/openapi.hpp"
#include "reviewd/base/log.hpp"
#include "reviewd/base/now.hpp"
#include "reviewd/base/options.hpp"
#include "reviewd/delivery/mail_delivery.hpp"
#include "reviewd/delivery/webhook_delivery.hpp"
#include "reviewd/documents/document_checks.hpp"
#include "reviewd/documents/pdf_programs.hpp"
#include "reviewd/documents/private_folder.hpp"
#include "reviewd/documents/reader.hpp"
#include "reviewd/documents/upload_limit.hpp"
#include "reviewd/http/server.hpp"
#include "reviewd/identity/pepper.hpp"
#include "reviewd/paper/converter_command.hpp"
#include "reviewd/paper/paper_pdf.hpp"
#include "reviewd/settings/config.hpp"
#include "reviewd/storage/open_storage.hpp"
#include "reviewd/web/frame/refused_form.hpp"
#include "reviewd/web/sign_in/site.hpp"

namespace {

int fail(const std::string& says) {
  fmt::print(stderr, "reviewd: {}\n", says);
  return 1;
}

review::Result<std::unique_ptr<reviewd::Storage>> open_up_to_date(const reviewd::Options& options,
                                                                  const reviewd::Config& config) {
  auto store = review::Store::open_or_create(options.store, options.practice);
  if (!store) return review::refuse(store.error());
  auto storage = reviewd::open_storage(std::move(*store), config);
  if (!storage) return storage;
  if (const auto rebuilt = (*storage)->desk().rebuild_views(false); !rebuilt) return review::refuse(rebuilt.error());
  // A full disk keeps nobody from reading: it is tried again at the next start.
  static_cast<void>(reviewd::finish_erasures(**storage, reviewd::now(std::nullopt).now));
  return storage;
}

/// The newest entries against their digests: enough to notice at once that the end of the file is not what was
/// written. The whole log is verified on request.
bool newest_verify(reviewd::Storage& storage) {
  constexpr std::int64_t recent = 100;
  const auto size = storage.journal().head().size;
  return size == 0 || storage.journal().verify(std::max<std::int64_t>(1, size - recent), size).good();
}

/// Waits for SIGTERM or SIGINT: the first drains, a second ends at once.
void wait_for_signals(const sigset_t& signals, reviewd::Server& server, spdlog::logger& logger) {
  int signal = 0;
  sigwait(&signals, &signal);
  if (signal == SIGUSR1) return;
  reviewd::log_event(logger, spdlog::level::info, "draining", {});
  server.begin_drain();
  sigwait(&signals, &signal);
  if (signal != SIGUSR1) std::_Exit(1);
}

/// How long an address may be with which an identity provider sends somebody back, in bytes.
constexpr std::int64_t longest_return = 8 * 1024;

/// Signing on with another account, if the configuration has it. What was refused is logged, without what was sent.
std::unique_ptr<reviewd::SignOn> sign_on(const reviewd::Config& config, spdlog::logger& logger) {
  if (config.sign_on.issuer.empty()) return nullptr;
  const auto refused = [&logger](std::string_view why) {
    reviewd::log_event(logger, spdlog::level::warn, "sign-on-refused", {{"why", why}});
  };
  return std::make_unique<reviewd::SignOn>(config.sign_on, refused);
}

int serve(const reviewd::Options& options, const reviewd::Config& config, std::unique_ptr<reviewd::Storage> storage,
          const sigset_t& signals) {
  const auto logger = reviewd::make_json_logger(spdlog::level::info);
  const bool practice = storage->store().practice();
  reviewd::log_event(
      *logger, spdlog::level::info, "starting",
      {{"sqlite", review::engine_version()}, {"practice", practice}, {"entries", storage->journal().head().size}});
  for (const auto& program : reviewd::missing_pdf_programs()) {
    reviewd::log_event(*logger, spdlog::level::warn, "program-missing", {{"program", program}});
  }
  if (!reviewd::has_pdf_converter()) {
    reviewd::log_event(*logger, spdlog::level::warn, "program-missing", {{"program", reviewd::pdf_converter}});
  }
  for (const auto& place : reviewd::private_places()) {
    const auto count = static_cast<long>(reviewd::remove_left_folders(place));
    if (count > 0) reviewd::log_event(*logger, spdlog::level::warn, "left-folders-removed", {{"folders", count}});
  }
  std::atomic<bool> broken = false;
  std::atomic<reviewd::Server*> running = nullptr;
  const auto stop_serving = [&] {
    broken = true;
    if (auto* server = running.load(); server != nullptr) server->begin_drain();
  };
  const auto tell_failure = [&](std::string_view what) {
    reviewd::log_event(*logger, spdlog::level::err, "store-failed", {{"what", what}});
  };
  const auto bell = std::make_shared<reviewd::DocumentBell>();
  storage->on_held_document([bell] { bell->ring(); });
  const auto tell_full = [&](bool full) {
    reviewd::log_event(*logger, full ? spdlog::level::err : spdlog::level::info, full ? "disk-full" : "disk-has-room",
                       {});
  };
  auto reserve =
      config.reserve_bytes == 0 ? nullptr : std::make_unique<reviewd::Reserve>(options.store, config.reserve_bytes);
  const auto heartbeat = storage->heartbeat();
  reviewd::StorageThread thread(std::move(storage), {stop_serving, tell_failure, tell_full}, std::move(reserve));
  std::optional<reviewd::DocumentChecks> checks;
  if (config.documents.checks()) checks.emplace(thread, config.documents, bell);
  std::optional<reviewd::MailDelivery> delivery;
  if (config.mail.is_set_up()) delivery.emplace(thread, config.mail, logger);
  const auto clocks = std::make_shared<reviewd::ClockGauges>();
  const reviewd::Alerter alerter(thread, heartbeat, clocks, logger);
  reviewd::Metrics metrics;
  reviewd::ClockGauges::add_to(metrics, clocks);
  const reviewd::WebhookDelivery webhooks(thread, metrics, config, logger);
  const auto slow = std::make_shared<reviewd::SlowAnswers>(thread);
  reviewd::Api api(thread, slow, metrics, reviewd::openapi_document(), heartbeat);
  reviewd::Site site(thread, slow, practice, config, metrics, sign_on(config, *logger));
  auto limits = config.limits;
  // What a provider sends a browser back with is longer than any address of ours.
  if (!config.sign_on.issuer.empty()) limits.target_bytes = std::max(limits.target_bytes, longest_return);
  const auto usual = limits.body_bytes;
  limits.body_limit = [usual, documents = config.documents](std::string_view method, std::string_view path) {
    return reviewd::upload_limit(method, path, documents, reviewd::Api::body_limit(method, path, usual));
  };
  limits.refusal = [practice](std::string_view path, const reviewd::Refused& refused) {
    return reviewd::refused_form(path, refused, practice);
  };
  reviewd::Server server(
      limits,
      [&](reviewd::Request request, reviewd::Answer answer) {
        if (reviewd::Site::has(request)) return site.handle(std::move(request), std::move(answer));
        api.handle(std::move(request), std::move(answer));
      },
      logger, &metrics);
  running = &server;
  const auto port = server.bind(options.address, options.port);
  if (!port) return fail(port.error().says);
  std::thread watcher([&] { wait_for_signals(signals, server, *logger); });
  fmt::print(stderr, "listening on http://{}:{}\n", options.address, *port);
  const bool clean = server.run(2);
  pthread_kill(watcher.native_handle(), SIGUSR1);
  watcher.join();
  reviewd::log_event(*logger, spdlog::level::info, "stopped", {{"clean", clean}, {"broken", broken.load()}});
  return broken || !clean ? 1 : 0;
}

int run(int argc, char** argv) {
  // Every thread inherits the mask: signals come to the one that waits for them.
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGTERM, SIGINT, SIGUSR1}) sigaddset(&signals, signal);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  prctl(PR_SET_DUMPABLE, 0);
  int exit_code = -1;
  const auto options = reviewd::read_options(argc, argv, exit_code);
  if (exit_code >= 0) return exit_code;
  if (sodium_init() < 0) return fail("The cryptographic library does not start.");
  reviewd::Config config;
  if (!options.config.empty()) {
    auto read = reviewd::read_config(options.config);
    if (!read) return fail(read.error().says);
    config = std::move(*read);
  }
  if (!config.pepper_file.empty()) {
    auto pepper = reviewd::read_pepper(config.pepper_file, options.store);
    if (!pepper) return fail(pepper.error().says);
    config.pepper = std::move(*pepper);
  }
  auto storage = open_up_to_date(options, config);
  if (!storage) return fail(storage.error().says);
  if (!newest_verify(**storage))
    return fail("The newest entries do not agree with their digests. Run reviewctl journal verify --store FILE.");
  return serve(options, config, std::move(*storage), signals);
}

}  // namespace

int main(int argc, char** argv) {
  reviewd::end_as_reader(argc, argv);
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    return fail(error.what());
  }
}
