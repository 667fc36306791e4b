#pragma once

#include <functional>
#include <string>

#include "reviewd/http/response.hpp"

namespace reviewd {

/// A `Response::rest` that says whose it is and in which line it waits. One that is no `SlowPart` is nobody's, and
/// waits with the checks.
struct SlowPart {
  enum class Line {
    checks,  ///< reading a document through: many seconds
    copies   ///< a document that somebody waits to open
  };

  Line line;
  std::string person;  ///< of one person, one part of a line is worked on at a time
  std::function<Response()> work;

  Response operator()() const { return work(); }
};

/// The same part, in the same line, with something done to its answer.
[[nodiscard]] std::function<Response()> then(std::function<Response()> rest, std::function<Response(Response)> after);

}  // namespace reviewd
