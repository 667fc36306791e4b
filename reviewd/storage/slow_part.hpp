#pragma once

#include <functional>
#include <stop_token>
#include <string>

#include "libreview/base/result.hpp"
#include "reviewd/http/response.hpp"

namespace reviewd {

class Storage;

/// A `Response::rest` that says whose it is and in which line it waits. One that is no `SlowPart` is nobody's, and
/// waits with what is written out.
struct SlowPart {
  enum class Line {
    checks,  ///< reading a document through: many seconds
    copies,  ///< a document that somebody waits to open
    written  ///< a calendar or an archive, of what is here already: a moment
  };

  Line line;
  std::string person;  ///< of one person, one part of a line is worked on at a time
  /// Gives up soon where it is asked to stop: nobody waits for its answer any more.
  std::function<Response(const std::stop_token&)> work;
  /// Puts on record that the work is done (`is_done`), before its answer leaves: on the storage thread, in a
  /// transaction, which is gone where it is refused.
  std::function<review::Result<void>(Storage&)> note{};

  Response operator()() const { return work({}); }
};

/// Whether the answer says that the work was done: it shows what came of it, or leads there.
[[nodiscard]] inline bool is_done(const Response& answer) { return answer.status == 200 || answer.status == 303; }

/// The same part, in the same line, with something done to its answer.
[[nodiscard]] std::function<Response()> then(std::function<Response()> rest, std::function<Response(Response)> after);

}  // namespace reviewd
