#include "libreview/registers/contacts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/base/refuse_at.hpp"
#include "libreview/calendar/date.hpp"
#include "libreview/registers/people.hpp"
#include "libreview/store/access_log.hpp"
#include "libreview/store/random_id.hpp"
#include "libreview/vocabulary/names.hpp"

namespace review {
namespace {

constexpr std::string_view select_contact =
    "SELECT contact, agency, name, role, mailbox, telephone, begins, coalesce(ends, '') FROM contacts ";

Contact contact_of(const Prepared& row) {
  return {row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6), row.text(7)};
}

template <class Names>
bool lists(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// One line of text that people read: no line ends, and not endless.
bool is_line(std::string_view text, std::size_t most) {
  return text.size() <= most && std::none_of(text.begin(), text.end(), [](char c) { return c >= 0 && c < ' '; });
}

Result<void> check(const Agency& agency) {
  if (!is_reference(agency.agency)) {
    return refuse_at(Code::malformed, "An agency's id is lower-case letters, digits and hyphens, at most 40.",
                     "/agency");
  }
  if (agency.name.empty() || !is_line(agency.name, 120)) {
    return refuse_at(Code::malformed, "Enter the name of the agency in one line, at most 120 letters.", "/name");
  }
  if (!agency.body.empty() && !is_body(agency.body)) {
    return refuse_at(Code::not_a_choice, "A body is written as in POLICE or INTEGRATED_CARE_BOARD.", "/body");
  }
  for (const auto& weekday : agency.closed_weekdays) {
    if (!lists(weekday_names(), weekday)) {
      return refuse_at(Code::not_a_choice, "A closed weekday is one of MONDAY to FRIDAY.", "/closedWeekdays");
    }
  }
  for (const auto& day : agency.closed_days) {
    if (!Date::parse(day)) {
      return refuse_at(Code::not_a_date, "A closed day is written as in 2026-05-25.", "/closedDays");
    }
  }
  return {};
}

Result<void> check(const Contact& contact) {
  if (!is_person(contact.contact)) return refuse_at(Code::malformed, not_a_person().says, "/contact");
  if (contact.name.empty() || !is_line(contact.name, 120)) {
    return refuse_at(Code::malformed, "Enter the name of the contact in one line, at most 120 letters.", "/name");
  }
  if (!lists(contact_roles(), contact.role)) {
    return refuse_at(Code::not_a_choice, "Choose what the contact is for: MAIN, DEPUTY or OUT_OF_HOURS.", "/role");
  }
  if (!is_mailbox(contact.mailbox)) {
    return refuse_at(Code::malformed, "Enter a mail address, like b.jones@example.org.", "/mailbox");
  }
  if (!is_line(contact.telephone, 40)) {
    return refuse_at(Code::malformed, "Enter the telephone number in one line, at most 40 letters.", "/telephone");
  }
  return {};
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const auto& word : words) all += (all.empty() ? "" : " ") + word;
  return all;
}

std::vector<std::string> cut(const std::string& text) {
  std::vector<std::string> words;
  for (std::size_t from = 0; from < text.size();) {
    const auto to = std::min(text.find(' ', from), text.size());
    words.push_back(text.substr(from, to - from));
    from = to + 1;
  }
  return words;
}

}  // namespace

const std::vector<std::string_view>& contact_roles() {
  static const std::vector<std::string_view> names{"MAIN", "DEPUTY", "OUT_OF_HOURS"};
  return names;
}

const std::vector<std::string_view>& weekday_names() {
  static const std::vector<std::string_view> names{"MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"};
  return names;
}

bool is_mailbox(std::string_view text) {
  const auto at = text.find('@');
  if (text.size() > 254 || at == std::string_view::npos || at == 0) return false;
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
  const auto user = text.substr(0, at);
  const auto domain = text.substr(at + 1);
  constexpr std::string_view marks = ".!#$%&'*+/=?^_{|}~-";
  return std::all_of(user.begin(), user.end(),
                     [&](char c) { return letter(c) || marks.find(c) != std::string_view::npos; }) &&
         std::all_of(domain.begin(), domain.end(), [&](char c) { return letter(c) || c == '.' || c == '-'; }) &&
         domain.find('.') != std::string_view::npos && letter(domain.front()) && letter(domain.back()) &&
         domain.find("..") == std::string_view::npos;
}

std::string domain_of(std::string_view mailbox) {
  std::string domain(mailbox.substr(std::min(mailbox.find('@'), mailbox.size() - 1) + 1));
  std::transform(domain.begin(), domain.end(), domain.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return domain;
}

std::vector<std::string> agency_names(Store& store) {
  return store.reading([&] {
    std::vector<std::string> names;
    auto rows = store.prepare("SELECT agency FROM agencies ORDER BY name, agency");
    while (rows.step()) names.push_back(rows.text(0));
    return names;
  });
}

void Contacts::keep_closures(const Agency& agency) {
  store_.prepare("DELETE FROM agency_closures WHERE agency = ?").with(agency.agency).run();
  for (const auto& day : agency.closed_days) {
    store_.prepare("INSERT INTO agency_closures(agency, day) VALUES (?, ?) ON CONFLICT DO NOTHING")
        .with(agency.agency, day)
        .run();
  }
}

Result<Agency> Contacts::add(const Agency& agency, const std::string& by, Instant now) {
  if (const auto fit = check(agency); !fit) return refuse(fit.error());
  return store_.in_one_transaction([&]() -> Result<Agency> {
    if (find(agency.agency)) {
      return refuse_at(Code::already_recorded, "There is an agency of this name already.", "/agency");
    }
    store_.prepare("INSERT INTO agencies(agency, name, body, closed_weekdays, made) VALUES (?, ?, ?, ?, ?)")
        .with(agency.agency, agency.name, agency.body, joined(agency.closed_weekdays), rfc3339(now))
        .run();
    keep_closures(agency);
    AccessLog(store_).add(now, by, "agency-added", agency.agency, "");
    return *find(agency.agency);
  });
}

Result<Agency> Contacts::change(const Agency& agency, const std::string& by, Instant now) {
  if (const auto fit = check(agency); !fit) return refuse(fit.error());
  return store_.in_one_transaction([&]() -> Result<Agency> {
    const auto changed = store_.prepare("UPDATE agencies SET name = ?, body = ?, closed_weekdays = ? WHERE agency = ?")
                             .with(agency.name, agency.body, joined(agency.closed_weekdays), agency.agency)
                             .run_counting();
    if (changed == 0) return refuse(Code::not_found, "There is no agency of this id.");
    keep_closures(agency);
    AccessLog(store_).add(now, by, "agency-changed", agency.agency, "");
    return *find(agency.agency);
  });
}

std::optional<Agency> Contacts::find(std::string_view agency) {
  return store_.reading([&]() -> std::optional<Agency> {
    auto row = store_.prepare("SELECT agency, name, body, closed_weekdays FROM agencies WHERE agency = ?");
    if (!row.with(agency).step()) return std::nullopt;
    Agency found{row.text(0), row.text(1), row.text(2), cut(row.text(3)), {}};
    auto days = store_.prepare("SELECT day FROM agency_closures WHERE agency = ? ORDER BY day");
    days.give(agency);
    while (days.step()) found.closed_days.push_back(days.text(0));
    return found;
  });
}

std::vector<Agency> Contacts::list() {
  return store_.reading([&] {
    std::vector<Agency> all;
    for (const auto& name : agency_names(store_)) all.push_back(*find(name));
    return all;
  });
}

Result<Contact> Contacts::add_contact(Contact contact, const std::string& by, Instant now) {
  if (contact.contact.empty()) contact.contact = "contact-" + random_id(random_, 8);
  if (const auto fit = check(contact); !fit) return refuse(fit.error());
  return store_.in_one_transaction([&]() -> Result<Contact> {
    if (!find(contact.agency)) return refuse(Code::not_found, "There is no agency of this id.");
    if (find_contact(contact.contact)) {
      return refuse_at(Code::already_recorded, "There is a contact of this id already. Choose another.", "/contact");
    }
    make_person(store_, contact.contact, by, now);
    store_
        .prepare(
            "INSERT INTO contacts(contact, agency, name, role, mailbox, telephone, begins) VALUES (?, ?, ?, ?, ?, ?, "
            "?)")
        .with(contact.contact, contact.agency, contact.name, contact.role, contact.mailbox, contact.telephone,
              contact.from)
        .run();
    AccessLog(store_).add(now, by, "contact-added", contact.contact,
                          fmt::format("of {} as {} from {}", contact.agency, contact.role, contact.from));
    return *find_contact(contact.contact);
  });
}

Result<Contact> Contacts::end_contact(std::string_view agency, std::string_view contact, const std::string& until,
                                      const std::string& by, Instant now) {
  return store_.in_one_transaction([&]() -> Result<Contact> {
    const auto found = find_contact(contact);
    if (!found || found->agency != agency) return refuse(Code::not_found, "This agency has no contact of this id.");
    if (until < found->from) {
      return refuse_at(Code::dated_before_start, "A contact cannot end before it begins.", "/until");
    }
    store_.prepare("UPDATE contacts SET ends = ? WHERE contact = ?").with(until, contact).run();
    AccessLog(store_).add(now, by, "contact-ended", found->contact, "on " + until);
    return *find_contact(contact);
  });
}

std::optional<Contact> Contacts::find_contact(std::string_view contact) {
  return store_.reading([&]() -> std::optional<Contact> {
    static const auto sql = std::string(select_contact) + "WHERE contact = ?";
    auto row = store_.prepare(sql);
    if (!row.with(contact).step()) return std::nullopt;
    return contact_of(row);
  });
}

std::vector<Contact> Contacts::contacts_of(std::string_view agency) {
  return store_.reading([&] {
    static const auto sql = std::string(select_contact) +
                            "WHERE agency = ? ORDER BY ends IS NOT NULL, "
                            "CASE role WHEN 'MAIN' THEN 0 WHEN 'DEPUTY' THEN 1 ELSE 2 END, name, contact";
    std::vector<Contact> all;
    auto rows = store_.prepare(sql);
    rows.give(agency);
    while (rows.step()) all.push_back(contact_of(rows));
    return all;
  });
}

}  // namespace review
