#pragma once

#include <memory>
#include <string>

#include "reviewd/api/endpoint.hpp"
#include "reviewd/http/metrics.hpp"
#include "reviewd/http/response.hpp"
#include "reviewd/http/router.hpp"
#include "reviewd/storage/slow_answers.hpp"
#include "reviewd/storage/storage_thread.hpp"

namespace reviewd {

/// Takes requests from the I/O threads, finds out who asks, hands them to the storage thread and gives back what the
/// endpoint answers. A request is checked in this order: who, route, media type, then the endpoint's own order.
class Api {
 public:
  /// Storage and metrics must outlive the api. `slow` gives what takes long, for the pages too; `openapi` describes the
  /// api, as JSON; `alerts` beats while what is due is told.
  Api(StorageThread& storage, std::shared_ptr<SlowAnswers> slow, Metrics& metrics, std::string openapi,
      std::shared_ptr<const Heartbeat> alerts);

  void handle(Request request, Answer answer);

  /// What anybody may ask, without a token.
  [[nodiscard]] static const std::vector<Route>& open_routes();

  /// How large a body may be on a route.
  [[nodiscard]] static std::int64_t body_limit(std::string_view method, std::string_view path, std::int64_t usual);

 private:
  [[nodiscard]] bool answer_open(const Request& request, const Answer& answer);
  /// What the storage thread does for one request.
  [[nodiscard]] Response serve(Storage& storage, const Request& request, const RouteMatch& match,
                               const Endpoint* endpoint);

  StorageThread& storage_;
  Metrics& metrics_;
  Router router_;
  std::string openapi_;
  std::shared_ptr<const Heartbeat> alerts_;
  std::shared_ptr<SlowAnswers> slow_;  ///< what waits for storage keeps it too
};

}  // namespace reviewd
