#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/calendar/instant.hpp"
#include "libreview/store/random.hpp"
#include "libreview/store/store.hpp"

namespace review {

/// How long a draft is kept after it was begun. Drafts are no record: what is known belongs into one.
inline constexpr std::chrono::days draft_life{30};

/// An entry that somebody began to write and has not recorded. It is nobody's business but the writer's.
struct Draft {
  std::string draft;    ///< random id
  std::string person;   ///< bare id of the writer
  std::string kind;     ///< of the entry, as given
  std::string case_id;  ///< empty for an entry that opens a case
  std::string values;   ///< what was typed, as JSON text; may name people
  std::string made;     ///< RFC 3339 UTC with milliseconds, as the others
  std::string changed;
  std::string expires;
  std::string became;  ///< the case that it was recorded in; empty while it is open
};

/// What people typed and have not recorded, each piece for its writer alone. No part of the log: a draft changes, and
/// goes when it is recorded, thrown away or 30 days old.
class Drafts {
 public:
  /// So many open drafts may one person have, and so many bytes one may hold.
  static constexpr int most = 50;
  static constexpr std::size_t most_bytes = 256 * 1024;

  Drafts(Store& store, Random& random) : store_(store), random_(random) {}

  /// A new draft of somebody whom the store knows. `too-many` when the person has `most` open ones; `too-large`.
  /// Deletes everybody's that are too old.
  Result<Draft> begin(const std::string& person, const std::string& kind, const std::string& case_id,
                      const std::string& values, Instant now);
  /// Other values in the place of those before. `not-found` unless it is the person's and live; `too-large`.
  Result<Draft> keep(std::string_view draft, std::string_view person, const std::string& values, Instant now);
  /// It was recorded: its values go, and it says in which case. `not-found` as above.
  Result<Draft> recorded(std::string_view draft, std::string_view person, const std::string& case_id, Instant now);
  /// Deletes it. `not-found` as above.
  Result<Draft> discard(std::string_view draft, std::string_view person, Instant now);

  /// A live draft of the person, open or recorded.
  [[nodiscard]] std::optional<Draft> find(std::string_view draft, std::string_view person, Instant now);
  /// The person's open drafts, the one changed last first, without their values.
  [[nodiscard]] std::vector<Draft> list(std::string_view person, Instant now);

 private:
  Store& store_;
  Random& random_;
};

}  // namespace review
