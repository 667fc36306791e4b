#pragma once

#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/calendar/instant.hpp"
#include "libreview/store/random.hpp"
#include "libreview/store/store.hpp"

namespace review {

/// How long broken glass lets somebody see a case.
inline constexpr std::chrono::hours glass_life{4};

/// A record that somebody opened for a while, for a reason.
struct BrokenGlass {
  std::string glass;   ///< its id
  std::string person;  ///< bare id
  std::string record;  ///< as it was asked for; whether there is such a record is not said
  std::string ground;  ///< `child-at-risk`, `court-or-coroner`, `cover-for-absence` or `information-rights`
  std::string words;   ///< the reason, of the person
  std::string begun;   ///< RFC 3339 UTC
  std::string ends;
  std::string reviewed_by;  ///< bare id; empty while nobody looked at it
  std::string reviewed;
  std::string finding;  ///< `justified` or `not-justified`, and words
};

/// The grounds on which glass may be broken.
[[nodiscard]] const std::vector<std::string>& glass_grounds();

/// What was opened in an emergency, by whom and why, and who looked at it afterwards. Rows stay for ever.
class Glass {
 public:
  Glass(Store& store, Random& random) : store_(store), random_(random) {}

  /// `reasons-required` for words of fewer than 20 characters, `not-a-choice` for another ground. Whether there is such
  /// a record is not asked.
  Result<BrokenGlass> break_it(const std::string& person, const std::string& record, const std::string& ground,
                               const std::string& words, Instant now);
  /// The records that the person may see by it now.
  [[nodiscard]] std::vector<BrokenGlass> live(std::string_view person, Instant now);
  /// Newest first. Only those that nobody looked at, if asked so.
  [[nodiscard]] std::vector<BrokenGlass> list(bool waiting_only, std::size_t limit);
  /// That of the id, or nothing.
  [[nodiscard]] std::optional<BrokenGlass> find(const std::string& glass);
  /// Somebody else looked at it; `second-person-required` for the person who broke it, `already-recorded` the second
  /// time, `not-found` for an unknown id, `reasons-required` without words.
  Result<BrokenGlass> look_at(const std::string& glass, const std::string& by, const std::string& finding, Instant now);

 private:
  Store& store_;
  Random& random_;
};

}  // namespace review
