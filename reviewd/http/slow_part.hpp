#pragma once

#include <functional>
#include <stop_token>
#include <string>

#include "libreview/base/result.hpp"

namespace reviewd {

class Storage;
struct Response;

/// The rest of an answer that takes long and needs no store: worked out once, on a thread of its own, after what was
/// asked of the store is on disk. It says whose it is and in which line it waits.
struct SlowPart {
  enum class Line {
    checks,  ///< reading a document through: many seconds
    copies,  ///< a document that somebody waits to open
    papers,  ///< a text that becomes a PDF: seconds
    written  ///< a calendar or an archive, of what is here already: a moment
  };

  Line line;
  std::string person;  ///< of one person, one part of a line is worked on at a time; empty: of nobody
  /// Gives up soon where it is asked to stop: nobody waits for its answer any more. It may leave a rest, for which the
  /// store is asked again; then nothing is noted.
  std::function<Response(const std::stop_token&)> work;
  /// Puts on record that the work is done (`is_done`), before its answer leaves: on the storage thread, in a
  /// transaction, which is gone where it is refused.
  std::function<review::Result<void>(Storage&)> note{};
};

/// Whether the answer says that the work was done: it shows what came of it, or leads there.
[[nodiscard]] bool is_done(const Response& answer);

/// The same part, in the same line, with something done to its answer.
[[nodiscard]] SlowPart then(SlowPart part, std::function<Response(Response)> after);

}  // namespace reviewd
