#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "libreview/access/reader.hpp"
#include "libreview/desk/moment.hpp"
#include "review/v1/entries.pb.h"
#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// A challenge of the scrutineer, with its answer.
struct Challenge {
  std::string case_id;
  std::string challenge;  ///< its id in the case
  std::string entry;      ///< that raised it
  std::string by;
  std::string text;
  review::Date raised_on;
  std::optional<review::Date> answered_on{};
  std::string answer{};
  bool changed = false;  ///< something changed because of it
};

/// One time that the scrutineer attended, or commented afterwards.
struct Scrutiny {
  std::string case_id;
  std::string meeting;  ///< its id in the case; may be empty
  bool attended;
  review::Date on;
};

/// What scrutiny there was in the cases that a reader sees, as corrected since.
struct ScrutinyRecord {
  std::vector<Challenge> challenges;  ///< by case, oldest first
  std::vector<Scrutiny> given;
  /// What of their entries this is, by case: who shows it notes that (`Desk::note_entries`).
  std::map<std::string, std::vector<review::v1::Entry>> entries{};
};

/// Reads only the cases in which there was any. Nothing counts as shown by it.
[[nodiscard]] ScrutinyRecord scrutiny_record(Storage& storage, const review::Reader& reader,
                                             const review::Moment& moment);

/// How much there was in a calendar year, by the days on which it happened.
struct ScrutinyCounts {
  int raised = 0;
  int answered = 0;  ///< of those raised in the year
  int changed = 0;   ///< of those, where something changed
  int waiting = 0;   ///< of those, not answered yet
  int attended = 0;
  int commented = 0;
};
[[nodiscard]] ScrutinyCounts counts_of(const ScrutinyRecord& record, int year);

}  // namespace reviewd
