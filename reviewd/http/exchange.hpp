#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <utility>

#include "reviewd/http/admission.hpp"
#include "reviewd/http/guard.hpp"

namespace reviewd {

/// One request while it arrives, and the memory it holds.
struct Exchange {
  explicit Exchange(Admission& given_admission) : admission(given_admission) {}
  ~Exchange() { let_go(); }
  Exchange(const Exchange&) = delete;
  Exchange& operator=(const Exchange&) = delete;

  /// Counts bytes of the body as held in memory; refuses the request where that is too much for all of them.
  void hold(std::size_t bytes) {
    if (admission.reserve(bytes)) {
      reserved += bytes;
    } else {
      refused = Refused{Fault::busy, "Too much is being sent at once. Send it again."};
    }
  }

  /// Whoever has the answer may count on room for the next body.
  void let_go() {
    body = {};
    admission.release(std::exchange(reserved, 0));
  }

  Admission& admission;
  std::string request_id;
  RequestHead head;
  std::string body;
  bool ended = false;  ///< the other end closed, or said nothing in time: there is nobody to answer
  std::optional<Refused> refused;
  std::size_t bytes_in = 0;
  std::size_t reserved = 0;
  std::chrono::steady_clock::time_point received{};
};

}  // namespace reviewd
