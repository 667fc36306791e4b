#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/calendar/date.hpp"
#include "libreview/calendar/instant.hpp"
#include "libreview/store/random.hpp"
#include "libreview/store/store.hpp"

namespace review {

/// A code can be typed for so long, so often, is sent again after so long, and so often within a day.
inline constexpr std::chrono::minutes return_code_life{10};
inline constexpr int return_code_tries = 5;
inline constexpr std::chrono::seconds return_code_pause{60};
inline constexpr int return_codes_a_day = 10;
/// Who came in by a code stays for so long without a request, and for so long at most.
inline constexpr std::chrono::minutes return_session_idle{60};
inline constexpr std::chrono::hours return_session_life{10};

/// A link by which a contact of an agency answers one request.
struct ReturnLink {
  std::string link;  ///< id, no secret: the reference in mails
  std::string case_id;
  std::string request;  ///< the entry that asks
  std::string agency;
  std::string contact;
  std::string made;        ///< RFC 3339 UTC
  std::string expires_on;  ///< the last day on which it opens
  std::string revoked{};   ///< empty while it is not
  bool has_draft = false;
  std::string entry{};  ///< the newest return that came by it
  std::string sent{};   ///< when
  bool complete = false;
};

/// One use of a link: `OPENED`, `CODE_SENT`, `CODE_WRONG`, `CAME_IN`, `SENT`, `REMINDED`; a reminder is sent by whoever
/// looks after it.
struct ReturnLinkUse {
  std::string time;
  std::string what;
};

/// The links of agency returns. Of link, code and session the store has digests only, and drafts are sealed with a key
/// that is made from the link's secret: nobody here can read one.
class ReturnLinks {
 public:
  ReturnLinks(Store& store, Random& random) : store_(store), random_(random) {}

  struct Wish {
    std::string case_id;
    std::string request;
    std::string agency;
    std::string contact;
    Date expires_on;
  };
  struct Made {
    ReturnLink link;
    std::string line;  ///< `rvw_…`, shown once and kept nowhere
  };
  Result<Made> make(const Wish& wish, const std::string& by, Instant now);
  /// `not-found` in another case. A link that is over stays so.
  Result<ReturnLink> revoke(std::string_view case_id, std::string_view link, const std::string& by, Instant now);

  [[nodiscard]] std::vector<ReturnLink> of_case(std::string_view case_id);
  [[nodiscard]] std::optional<ReturnLink> of_id(std::string_view link);
  [[nodiscard]] std::vector<ReturnLinkUse> uses(std::string_view link);
  void note(std::string_view link, std::string_view what, Instant now);

  /// The link of a line: not revoked, not past its last day, its contact still one, and not used up.
  [[nodiscard]] std::optional<ReturnLink> live(std::string_view line, Date today);
  /// The same, used up or not: for the receipt.
  [[nodiscard]] std::optional<ReturnLink> live_or_used(std::string_view line, Date today);

  /// A new six-digit code, unless one was sent a moment ago, or many today.
  [[nodiscard]] std::optional<std::string> new_code(std::string_view link, Instant now);
  /// Begins a session if the code is right, and uses it up; gives the line for the browser. Counts a wrong one.
  [[nodiscard]] std::optional<std::string> come_in(std::string_view link, std::string_view code, Instant now);
  /// Whether the browser's line is a session of this link; it lives longer from now.
  [[nodiscard]] bool is_in(std::string_view link, std::string_view session, Instant now);

  void keep_draft(std::string_view line, std::string_view draft);
  /// Empty where there is none.
  [[nodiscard]] std::string draft(std::string_view line);
  /// A return came by the link: one that is complete uses it up, and its draft goes.
  void sent(std::string_view link, const std::string& entry, bool complete, Instant now);

 private:
  Store& store_;
  Random& random_;
};

}  // namespace review
