#pragma once

#include <memory>

#include "tools/reviewctl/http_service.hpp"
#include "tools/reviewctl/verb.hpp"

namespace reviewctl {

/// What the command line names: the store of --store, else the daemon of --server.
Outcome<std::unique_ptr<Service>> service_of(const Call& call);
/// The daemon of --server, else of REVIEW_SERVER, else http://127.0.0.1:8080, with the token of --token-file, else of
/// REVIEW_TOKEN.
Outcome<std::unique_ptr<HttpService>> http_service_of(const Call& call);

}  // namespace reviewctl
