#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/calendar/date.hpp"
#include "libreview/calendar/instant.hpp"
#include "libreview/store/random.hpp"
#include "libreview/store/store.hpp"

namespace review {

/// An agency that may be asked for a return. Two surgeries are two agencies.
struct Agency {
  std::string agency;                          ///< bare id
  std::string name;                            ///< as people say it
  std::string body{};                          ///< which body of the law it is, for example `POLICE`; empty for others
  std::vector<std::string> closed_weekdays{};  ///< besides Saturday and Sunday: `MONDAY` and so on
  std::vector<std::string> closed_days{};      ///< its own closed days, `2026-05-25`, in order
};

/// Somebody to ask at an agency.
struct Contact {
  std::string contact;  ///< bare id, which stands for the person in the record too
  std::string agency;
  std::string name;
  std::string role;  ///< one of contact_roles()
  std::string mailbox;
  std::string telephone;
  std::string from;     ///< a day
  std::string until{};  ///< the last day; empty while it is open

  /// Whether this is somebody to write to on that day.
  [[nodiscard]] bool is_there(Date today) const {
    return from <= today.iso() && (until.empty() || today.iso() <= until);
  }
};

/// `MAIN`, `DEPUTY`, `OUT_OF_HOURS`.
[[nodiscard]] const std::vector<std::string_view>& contact_roles();
/// `MONDAY` to `FRIDAY`.
[[nodiscard]] const std::vector<std::string_view>& weekday_names();
/// Whether the text is a mail address such as `b.jones@example.org`: letters, digits and `.!#$%&'*+/=?^_{|}~-` before
/// the @, a domain with a dot after it.
[[nodiscard]] bool is_mailbox(std::string_view text);
/// What stands after the @, in small letters.
[[nodiscard]] std::string domain_of(std::string_view mailbox);

/// The bare ids of all agencies of the register, by name.
[[nodiscard]] std::vector<std::string> agency_names(Store& store);

/// The register of agencies and contacts. Each change is in the access log, in the same transaction, without names.
class Contacts {
 public:
  Contacts(Store& store, Random& random) : store_(store), random_(random) {}

  /// `already-recorded` where there is one of that id; `malformed` for a wrong id, name, weekday or day.
  Result<Agency> add(const Agency& agency, const std::string& by, Instant now);
  /// Sets name, body and closed days. `not-found` without it.
  Result<Agency> change(const Agency& agency, const std::string& by, Instant now);
  [[nodiscard]] std::optional<Agency> find(std::string_view agency);
  /// By name.
  [[nodiscard]] std::vector<Agency> list();

  /// An id is made up where the contact has none. `not-found` without the agency.
  Result<Contact> add_contact(Contact contact, const std::string& by, Instant now);
  /// From the day after `until` the contact is no contact any more.
  Result<Contact> end_contact(std::string_view agency, std::string_view contact, const std::string& until,
                              const std::string& by, Instant now);
  [[nodiscard]] std::optional<Contact> find_contact(std::string_view contact);
  /// Of one agency: main first, then deputies, then out of hours; those that ended last.
  [[nodiscard]] std::vector<Contact> contacts_of(std::string_view agency);

 private:
  void keep_closures(const Agency& agency);

  Store& store_;
  Random& random_;
};

}  // namespace review
