#include "tools/reviewctl/file_service.hpp"

#include <algorithm>

#include "libreview/journal/altered_entry.hpp"
#include "libreview/journal/transaction.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/http/problem.hpp"
#include "reviewd/http/slow_part.hpp"
#include "reviewd/storage/open_storage.hpp"
#include "reviewd/storage/work_out.hpp"

namespace reviewctl {
namespace {

constexpr const char* nobody = "reviewctl";

reviewd::Request request_of(const Ask& ask) {
  reviewd::Request request;
  request.method = ask.method;
  request.target = ask.target;
  const auto mark = ask.target.find('?');
  request.path = ask.target.substr(0, mark);
  request.segments = reviewd::path_segments(request.path).value();
  if (mark != std::string::npos) request.query = ask.target.substr(mark + 1);
  request.parameters = reviewd::query_parameters(request.query).value();
  request.headers.emplace_back("Content-Type", ask.content_type);
  request.body = ask.body;
  return request;
}

/// The first role that has one of the rights.
review::Role role_for(const reviewd::Endpoint& endpoint) {
  for (const auto role : review::roles()) {
    const bool has = std::any_of(endpoint.rights.begin(), endpoint.rights.end(),
                                 [&](review::Right right) { return review::may(role, right); });
    if (has) return role;
  }
  return review::Role::administrator;
}

}  // namespace

FileService::FileService(std::unique_ptr<reviewd::Storage> storage) : storage_(std::move(storage)) {}

FileService::~FileService() = default;

Outcome<std::unique_ptr<FileService>> FileService::open(const std::filesystem::path& file,
                                                        const reviewd::Config& config) {
  auto store = review::Store::open(file);
  if (!store) {
    auto problem = local_problem_of(store.error());
    if (store.error().code == review::Code::busy) {
      problem.hints = {"While the daemon runs, ask it instead: leave --store out, and name it with --server."};
    }
    return stop(std::move(problem));
  }
  auto storage = reviewd::open_storage(std::move(*store), config);
  if (!storage) return stop(storage.error());
  return std::unique_ptr<FileService>(new FileService(std::move(*storage)));
}

Outcome<Answered> FileService::send(const Ask& ask) {
  static const reviewd::Router router(reviewd::routes());
  const auto request = request_of(ask);
  const auto match = router.match(request.method, request.segments);
  const auto* endpoint = reviewd::endpoint_of(match);
  if (endpoint == nullptr) return failed("No endpoint of the service answers this.");
  try {
    if (endpoint->takes == "Ndjson" || endpoint->takes == "PastForm") {
      if (const auto made = storage_->desk().rebuild_views(false); !made) return stop(made.error());
    }
    reviewd::Call call{request, match, *storage_, review::Reader{nobody, role_for(*endpoint)}, storage_->moment(),
                       nullptr, true};
    auto response = reviewd::work_out(reviewd::answer(*endpoint, call), *storage_);
    if (!response) return stop(response.error());
    return Answered{response->status, std::move(response->body)};
  } catch (const review::AlteredEntry&) {
    auto problem = problem_of(review::Refusal{review::Code::read_only, "An entry does not agree with its digests."});
    problem.exit = ExitCode::does_not_verify;
    problem.hints = {"reviewctl journal verify names the first one."};
    return stop(std::move(problem));
  }
}

}  // namespace reviewctl
