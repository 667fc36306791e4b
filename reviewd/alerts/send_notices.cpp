#include "reviewd/alerts/send_notices.hpp"

#include <set>

#include "libreview/alerts/alert_words.hpp"
#include "reviewd/alerts/chased_contacts.hpp"
#include "reviewd/alerts/reminder_from.hpp"
#include "reviewd/alerts/staff.hpp"
#include "reviewd/returns/agency_days.hpp"
#include "reviewd/storage/reminder_hours.hpp"

namespace reviewd {
namespace {

using review::Result;

// Few enough that nobody else waits long.
constexpr int mails_at_once = 100;
constexpr int lists_at_once = 1;
constexpr std::size_t most_lines = 100;
/// Long enough for the days off around Christmas.
constexpr std::chrono::days useful{12};

struct Sending {
  Storage& storage;
  const review::Moment& moment;
  const Staff& staff;
  ReminderFrom from;
  review::Notices notices;
};

/// The alert of a notice if somebody still has to do something about it, and why not if nobody has.
struct Standing {
  std::optional<review::Alert> alert;
  std::string_view over;
};

/// `seen` are the alerts that the person sees, of which the notice's is one or not.
Standing standing(const Sending& sending, const review::Notice& notice, const std::set<std::string>& seen) {
  auto alert = sending.storage.alerts().find(notice.alert);
  if (!alert || !alert->settled.empty()) return {{}, "over"};
  if (!alert->acknowledged.empty()) return {{}, "in-hand"};
  const auto until = sending.storage.alerts().snoozed_until(notice.alert, notice.person);
  if (until > sending.moment.today.iso()) return {{}, "put-off"};
  if (notice.sort == review::NoticeSort::agency) return {std::move(alert), {}};
  if (sending.staff.mailbox(notice.person).empty()) return {{}, "no-mailbox"};
  if (!seen.contains(notice.alert)) return {{}, "not-seen"};
  return {std::move(alert), {}};
}

review::Date day_of(const review::Alert& alert) { return review::Date::parse(alert.due_on).value(); }

ReminderLine line_of(const Sending& sending, const review::Alert& alert) {
  constexpr std::string_view of_cases = "cases/";
  const review::Arm arm{alert.clock, alert.started_by, day_of(alert), alert.agency};
  auto& desk = sending.storage.desk();
  return {alert.record.starts_with(of_cases) ? alert.record.substr(of_cases.size()) : std::string(),
          review::title_of(arm, desk.law()),
          review::alert_words(arm, desk.law(), desk.calendar(), sending.moment.today), review::next_for(alert.step)};
}

Result<std::int64_t> put(const Sending& sending, const std::string& to, const MailText& mail, const std::string& about,
                         const std::string& key) {
  return sending.storage.outbox().put({to, mail.subject, mail.text, about, useful, key, true}, now(std::nullopt).now);
}

/// The mail to the contact of an agency, who may be none any more.
Result<void> chase(Sending& sending, const review::Notice& notice, const review::Alert& alert) {
  for (const auto& chased : chased_contacts(sending.storage, alert, sending.moment.today)) {
    if (chased.contact.contact != notice.person) continue;
    const auto text = chase_mail(chased.reference, day_in_words(day_of(alert)), sending.from);
    const auto mail = put(sending, chased.contact.mailbox, text, "notices/" + std::to_string(notice.notice),
                          "alert/" + notice.key + "/" + notice.person);
    if (!mail) return review::refuse(mail.error());
    return sending.notices.mailed(notice.notice, *mail);
  }
  return sending.notices.drop(notice.notice, "no-contact");
}

Result<void> send_one(Sending& sending, const review::Notice& notice) {
  const auto stands = standing(sending, notice, sending.staff.seen(notice.person, {notice.alert}));
  if (!stands.alert) return sending.notices.drop(notice.notice, stands.over);
  if (notice.sort == review::NoticeSort::agency) return chase(sending, notice, *stands.alert);
  const auto mail = put(sending, sending.staff.mailbox(notice.person),
                        one_reminder_mail(line_of(sending, *stands.alert), sending.from),
                        "notices/" + std::to_string(notice.notice), "alert/" + notice.key + "/" + notice.person);
  if (!mail) return review::refuse(mail.error());
  return sending.notices.mailed(notice.notice, *mail);
}

/// The whole list goes with its one mail, which writes out the first lines and counts the rest: what it left to another
/// mail would wait until the next day.
Result<void> send_list(Sending& sending, const std::string& person, review::Instant until) {
  const auto waiting = sending.notices.list_of(person, until);
  std::vector<std::string> alerts;
  for (const auto& notice : waiting) alerts.push_back(notice.alert);
  const auto seen = sending.staff.seen(person, std::move(alerts));
  std::vector<ReminderLine> lines;
  std::vector<std::int64_t> listed;
  for (const auto& notice : waiting) {
    const auto stands = standing(sending, notice, seen);
    if (!stands.alert) {
      if (const auto kept = sending.notices.drop(notice.notice, stands.over); !kept) return kept;
      continue;
    }
    if (lines.size() < most_lines) lines.push_back(line_of(sending, *stands.alert));
    listed.push_back(notice.notice);
  }
  if (listed.empty()) return {};
  const auto key = review::Notices::list_key(person, sending.moment.today);
  const auto mail =
      put(sending, sending.staff.mailbox(person), reminder_list_mail(lines, listed.size() - lines.size(), sending.from),
          "notices/" + std::to_string(listed.front()), key);
  if (!mail) return review::refuse(mail.error());
  for (const auto notice : listed) {
    if (const auto kept = sending.notices.mailed(notice, *mail); !kept) return kept;
  }
  return {};
}

}  // namespace

Result<bool> send_notices(Storage& storage, const review::Moment& moment) {
  const auto opened = review::open_since(moment.now, reminder_hours(storage), storage.desk().calendar());
  if (!opened || !storage.mail_goes_out()) return false;
  review::Notices notices(storage.store());
  const auto waiting = notices.waiting(mails_at_once);
  const auto lists = notices.wait_for_list(*opened, moment.today, lists_at_once);
  if (waiting.empty() && lists.empty()) return false;
  const Staff staff(storage, moment);
  Sending sending{storage, moment, staff, reminder_from(storage), notices};
  for (const auto& notice : waiting) {
    if (const auto kept = send_one(sending, notice); !kept) return review::refuse(kept.error());
  }
  for (const auto& person : lists) {
    if (const auto kept = send_list(sending, person, *opened); !kept) return review::refuse(kept.error());
  }
  return std::ssize(waiting) == mails_at_once || std::ssize(lists) == lists_at_once;
}

}  // namespace reviewd
