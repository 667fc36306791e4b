#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/calendar/instant.hpp"
#include "libreview/store/store.hpp"

namespace review {

/// A mail that goes out. It names no child, no case and no concern: a reference and an address of ours are all it may
/// carry.
struct NewMail {
  std::string to;
  std::string subject;  ///< ASCII
  std::string text;
  std::string about;                                  ///< what it belongs to, for example `return-links/abcd2345`
  std::chrono::minutes useful{std::chrono::days{4}};  ///< it is given up after so long
  std::string dedupe{};                               ///< one mail for each key, ever; empty for none
  bool in_hours = false;                              ///< it goes only in the hours in which reminders go
};

struct Mail {
  std::int64_t mail = 0;
  std::string to;
  std::string subject;
  std::string text;  ///< empty once it is delivered or given up
  std::string about;
  std::string made;  ///< RFC 3339 UTC, as the others
  int tries = 0;
  std::string delivered{};  ///< empty while it is not
  std::string failed{};     ///< when it was given up; empty while it is not
};

/// The mails that wait, in the transaction of what causes them, so that neither goes without the other.
class Outbox {
 public:
  explicit Outbox(Store& store) : store_(store) {}

  /// In the open transaction; throws std::logic_error if none is.
  [[nodiscard]] Result<void> add(const NewMail& mail, Instant now);
  /// The same; gives its number, or that of the mail with its key which is there already.
  [[nodiscard]] Result<std::int64_t> put(const NewMail& mail, Instant now);
  /// Those whose time has come, oldest first; outside of the hours without those that wait for them.
  [[nodiscard]] std::vector<Mail> due(Instant now, int limit, bool within_hours = true);
  /// The server took it.
  [[nodiscard]] Result<void> delivered(std::int64_t mail, Instant now);
  /// The server did not: it is tried again after 1, 2, 4 … minutes, an hour at most, until it is useless. Whether it
  /// was given up.
  [[nodiscard]] Result<bool> not_delivered(std::int64_t mail, Instant now);

  /// The newest first.
  [[nodiscard]] std::vector<Mail> newest(int limit);
  /// How the newest mail about something stands: `WAITING`, `DELIVERED`, `FAILED`; empty where there is none.
  [[nodiscard]] std::string state_of(std::string_view about);

 private:
  Store& store_;
};

}  // namespace review
