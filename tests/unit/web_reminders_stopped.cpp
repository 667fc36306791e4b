#include <catch2/catch.hpp>
#include <chrono>
#include <future>
#include <memory>
#include <thread>

#include "reviewd/alerts/alerter.hpp"
#include "reviewd/api/api.hpp"
#include "reviewd/base/log.hpp"
#include "reviewd/base/now.hpp"
#include "reviewd/storage/open_storage.hpp"
#include "reviewd/web/frame/render.hpp"
#include "tests/support/small_case.hpp"

namespace review::test {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;

const std::string banner = "Reminders have stopped. Tell whoever looks after this service.";

std::unique_ptr<reviewd::Storage> practice_storage() {
  auto opened = reviewd::open_storage(Store::in_memory(true), {});
  REQUIRE(opened);
  REQUIRE((*opened)->desk().rebuild_views(false));
  return std::move(*opened);
}

/// A service in this process, whose alerter runs only while the test wants it.
struct Service {
  std::unique_ptr<reviewd::Storage> storage = practice_storage();
  std::shared_ptr<reviewd::Heartbeat> heartbeat = storage->heartbeat();
  reviewd::StorageThread thread{std::move(storage), {[] {}, [](std::string_view) {}}};
  reviewd::Metrics metrics;
  reviewd::Api api{thread, std::make_shared<reviewd::SlowAnswers>(thread), metrics, "{}", heartbeat};

  /// It was `ago` that somebody last looked for what is due.
  void silent_for(minutes ago) { heartbeat->beat(reviewd::now(std::nullopt).now - ago); }
  int readiness() {
    int status = 0;
    reviewd::Request request;
    request.method = "GET";
    request.path = "/readyz";
    api.handle(std::move(request), [&](reviewd::Response response) { status = response.status; });
    return status;
  }
  /// A page as somebody of the role gets it.
  std::string page(Role role) {
    std::promise<std::string> shown;
    const bool queued =
        thread.read({[&](reviewd::Storage& store) {
                       reviewd::Request request;
                       request.path = "/";
                       const reviewd::RouteMatch match;
                       const reviewd::Visitor visitor{"ann", role, Reader{"ann", role}, "token"};
                       const reviewd::PageCall call{request, match, store, visitor, store.moment()};
                       shown.set_value(reviewd::render(call, 200, "not_from_here", {{"title", "Any"}}).body);
                     },
                     [&](const Refusal& refusal) { shown.set_value(refusal.says); }});
    REQUIRE(queued);
    return shown.get_future().get();
  }
  bool says_stopped(Role role) { return page(role).find(banner) != std::string::npos; }
};

}  // namespace

TEST_CASE("while nobody looks for what is due, every page of who has reminders says so", "[unit]") {
  Service service;
  {
    const reviewd::Alerter alerter(service.thread, service.heartbeat, std::make_shared<reviewd::ClockGauges>(),
                                   reviewd::make_json_logger(spdlog::level::off));
    for (int tries = 0; tries < 200 && service.heartbeat->last() == 0; ++tries) {
      std::this_thread::sleep_for(milliseconds(10));
    }
    CHECK(service.readiness() == 200);
    CHECK_FALSE(service.says_stopped(Role::coordinator));
  }
  service.silent_for(minutes(4));
  CHECK(service.readiness() == 200);
  CHECK_FALSE(service.says_stopped(Role::coordinator));
  service.silent_for(minutes(6));
  CHECK(service.readiness() == 503);
  for (const auto role : roles()) {
    INFO(role_name(role));
    CHECK(service.says_stopped(role));
  }
  const auto text = service.metrics.text();
  CHECK(text.find("review_alerts_last_run_timestamp_seconds 1") != std::string::npos);

  const auto silent = service.heartbeat->last();
  const reviewd::Alerter again(service.thread, service.heartbeat, std::make_shared<reviewd::ClockGauges>(),
                               reviewd::make_json_logger(spdlog::level::off));
  for (int tries = 0; tries < 200 && service.heartbeat->last() == silent; ++tries) {
    std::this_thread::sleep_for(milliseconds(10));
  }
  CHECK(service.readiness() == 200);
  CHECK_FALSE(service.says_stopped(Role::coordinator));
}

}  // namespace review::test
