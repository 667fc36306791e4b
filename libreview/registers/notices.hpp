#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/calendar/date.hpp"
#include "libreview/calendar/instant.hpp"
#include "libreview/registers/alerts.hpp"
#include "libreview/store/store.hpp"

namespace review {

/// How somebody is told of an alert: a mail of its own, in the list of the day, or as the contact of an agency.
enum class NoticeSort { immediate, daily, agency };

/// That somebody is to be told of an alert by mail.
struct Notice {
  std::int64_t notice = 0;
  std::string alert;  ///< its id
  std::string key;    ///< of the alert: with the person, one notice ever
  std::string person;
  NoticeSort sort = NoticeSort::daily;
  std::string made;  ///< RFC 3339 UTC, by the day that is set where one is
};

/// How a notice stands, for people.
struct NoticeState {
  std::string person;
  NoticeSort sort = NoticeSort::daily;
  std::string made;
  std::string delivered{};  ///< when the server took its mail
  std::string failed{};     ///< when its mail was given up
};

/// A list of a day that went into the outbox, with notices that do not say so yet.
struct UnfinishedList {
  std::int64_t mail = 0;
  std::string person;
  std::string day;        ///< that it is the list of
  std::int64_t last = 0;  ///< the notice it ends with
};

/// Somebody who can come in, and as what: by an account that is not disabled, or by a token that is narrowed in nothing
/// where there is no account.
struct Insider {
  std::string person;
  std::string role;
  std::string agency;
};

/// Who is told of which alert by mail, once each, and what became of it.
class Notices {
 public:
  explicit Notices(Store& store) : store_(store) {}

  /// In the transaction that hands the alert out. A second time nothing happens.
  [[nodiscard]] Result<void> add(const Alert& alert, const std::string& person, NoticeSort sort, Instant now);
  /// Those that get a mail of their own and wait, oldest first.
  [[nodiscard]] std::vector<Notice> waiting(int limit);
  /// Who waits for the list of the day with something that was told no later than `until`, and had none on that day.
  [[nodiscard]] std::vector<std::string> wait_for_list(Instant until, Date day, int limit);
  /// The last notice of that list: the newest that was told no later than `until`. Nothing where none waits.
  [[nodiscard]] std::optional<std::int64_t> end_of_list(const std::string& person, Instant until);
  /// What waits on a list that ends with the notice `last`, oldest first.
  [[nodiscard]] std::vector<Notice> list_of(const std::string& person, std::int64_t last, int limit);
  /// A list whose mail is in the outbox while some of what stands on it still waits to be marked: what took longer than
  /// one transaction, also before the service was started anew. It comes before every other list.
  [[nodiscard]] std::optional<UnfinishedList> unfinished_list();
  /// It went into this mail of the outbox.
  [[nodiscard]] Result<void> mailed(std::int64_t notice, std::int64_t mail);
  /// Nobody needs it any more: the alert is over, in hand or put off, or the person may not see it.
  [[nodiscard]] Result<void> drop(std::int64_t notice, std::string_view why);

  /// Of one alert, by person; without those that were dropped.
  [[nodiscard]] std::vector<NoticeState> of_alert(std::string_view alert);
  /// Everybody who can come in, by person.
  [[nodiscard]] std::vector<Insider> insiders(Instant now);

  /// The key of the list of a day in the outbox.
  [[nodiscard]] static std::string list_key(const std::string& person, Date day);
  /// What the mail of a list is about: it says where the list ends.
  [[nodiscard]] static std::string list_about(std::int64_t last);

 private:
  Store& store_;
};

}  // namespace review
