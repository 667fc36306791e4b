#pragma once

#include <spdlog/logger.h>

#include <atomic>
#include <memory>

#include "reviewd/http/admission.hpp"
#include "reviewd/http/limits.hpp"
#include "reviewd/http/observer.hpp"
#include "reviewd/http/promise.hpp"
#include "reviewd/http/response.hpp"

namespace reviewd {

/// What all connections of one server share.
struct Service {
  Service(Limits given_limits, Handler given_handler, std::shared_ptr<spdlog::logger> given_logger,
          RequestObserver* given_observer)
      : limits(std::move(given_limits)),
        handler(std::move(given_handler)),
        logger(std::move(given_logger)),
        observer(given_observer),
        admission(limits) {}

  const Limits limits;
  const Handler handler;
  const std::shared_ptr<spdlog::logger> logger;
  RequestObserver* const observer;  ///< may be null
  Admission admission;
  const std::shared_ptr<Gate> gate = std::make_shared<Gate>();
  std::atomic<bool> draining = false;
};

}  // namespace reviewd
