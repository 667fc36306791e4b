#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libreview/access/disclose.hpp"
#include "libreview/desk/match.hpp"
#include "libreview/desk/moment.hpp"
#include "review/v1/clock.pb.h"
#include "review/v1/entries.pb.h"
#include "review/v1/programme_answer.pb.h"

namespace review {

/// A request to record an entry.
struct Recording {
  std::string case_id;  ///< or of a programme or a meeting; empty to open one, or call a meeting
  v1::Entry entry;
  Reader reader;
  Match match{};
  std::string idempotency_key{};  ///< empty for none
  std::string request{};          ///< the bytes that the key stands for: method, path, query and body
  Moment moment;
  std::string sort{"case"};  ///< the sort of record that is opened where `case_id` is empty
};

/// What was recorded.
struct Recorded {
  std::string case_id;
  std::string entry_id;
  int version;    ///< of the case after the entry
  bool replayed;  ///< it had been recorded before under the same key; nothing was stored now
};

/// What an entry would do.
struct Preview {
  v1::Entry entry;
  v1::Case case_after;
  std::vector<v1::ClockChange> clocks;
  std::optional<v1::Programme> programme_after{};  ///< of a programme
};

}  // namespace review
