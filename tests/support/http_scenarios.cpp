#include <algorithm>
#include <map>
#include <memory>

#include "tests/support/daemon.hpp"
#include "tests/support/overlay_folder.hpp"
#include "tests/support/scenarios.hpp"
#include "tools/reviewctl/http_world.hpp"

namespace review::test {
namespace {

/// One daemon for all stories under the same law, or for one that has the tag `own-store`, and the connection to it.
class Service {
 public:
  explicit Service(const std::string& overlay) : files_(overlay), daemon_({true, files_.arguments()}) {}

  reviewctl::WorldAnswer exchange(const reviewctl::WorldRequest& request) {
    auto found = callers_.find(request.token);
    if (found == callers_.end()) found = callers_.emplace(request.token, daemon_.caller(request.token)).first;
    HttpFields fields;
    if (!request.if_match.empty()) fields.emplace_back("If-Match", request.if_match);
    auto answer = found->second.send(request.method, request.target, request.body, fields);
    return {answer.status, std::move(answer.body)};
  }
  [[nodiscard]] const std::string& administrator() const { return daemon_.administrator_token(); }

 private:
  OverlayFolder files_;
  Daemon daemon_;
  std::map<std::string, HttpCaller> callers_;
};

std::shared_ptr<Service> service_under(const std::string& overlay) {
  static std::map<std::string, std::shared_ptr<Service>> services;
  auto& service = services[overlay];
  if (!service) service = std::make_shared<Service>(overlay);
  return service;
}

std::unique_ptr<World> http_world(const Story& story, const RuleBook&, const Calendar&) {
  const bool own = std::ranges::find(story.tags, "own-store") != story.tags.end();
  auto service = own ? std::make_shared<Service>(story.overlay) : service_under(story.overlay);
  return std::make_unique<reviewctl::HttpWorld>(
      [service](const reviewctl::WorldRequest& request) { return service->exchange(request); },
      service->administrator());
}

const ScenarioWorld over_http("[scenario-http]", http_world);

}  // namespace
}  // namespace review::test
