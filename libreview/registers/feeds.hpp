#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/calendar/instant.hpp"
#include "libreview/store/random.hpp"
#include "libreview/store/store.hpp"

namespace review {

/// The most addresses of one person that work at one time.
inline constexpr int most_feeds = 10;

/// What a feed holds: the cases that its person belongs to, or every case that the person sees.
inline constexpr std::string_view my_cases = "MY_CASES";
inline constexpr std::string_view all_i_see = "ALL_I_SEE";

/// An address from which one person's calendar fetches reminders.
struct Feed {
  std::string feed;       ///< its id, which is no secret
  std::string person;     ///< bare id
  std::string role;       ///< that the person had when it was made
  std::string scope;      ///< `MY_CASES` or `ALL_I_SEE`
  std::string made;       ///< RFC 3339 UTC, as the others
  std::string revoked{};  ///< empty while it works
  std::string fetched{};  ///< when it was last fetched; empty: never
};

/// A feed just made. `line` is the secret of its address, shown once and kept nowhere.
struct [[nodiscard]] MadeFeed {
  Feed feed;
  std::string line;  ///< `rvw_…`
};

/// The feeds of people, each for themselves. Of a secret the store has the digest only. What is made and revoked is in
/// the access log, in the same transaction.
class Feeds {
 public:
  Feeds(Store& store, Random& random) : store_(store), random_(random) {}

  struct Wish {
    std::string person;
    std::string role;
    std::string scope;
  };
  /// `not-a-choice` for an unknown scope; `malformed` where the person has as many as they may.
  [[nodiscard]] Result<MadeFeed> make(const Wish& wish, Instant now);
  /// From now on its address is not there. Revoking it again changes nothing. `not-found` for another person's.
  [[nodiscard]] Result<Feed> revoke(std::string_view person, std::string_view feed, Instant now);
  /// A new address in place of this one, of the same scope. `not-found` for another person's, and for one that is
  /// revoked. `role` is what the person is now.
  [[nodiscard]] Result<MadeFeed> rotate(const std::string& person, const std::string& role, std::string_view feed,
                                        Instant now);

  /// All that the person ever made, oldest first.
  [[nodiscard]] std::vector<Feed> of(std::string_view person);
  /// The feed of a secret, if it is not revoked. Takes as long for a wrong secret as for an unknown one.
  [[nodiscard]] std::optional<Feed> live(std::string_view line);
  /// It was fetched.
  [[nodiscard]] Result<void> note_fetched(std::string_view feed, Instant now);

 private:
  [[nodiscard]] std::optional<Feed> own(std::string_view person, std::string_view feed);

  Store& store_;
  Random& random_;
};

}  // namespace review
