#include "reviewd/alerts/send_notices.hpp"

#include <algorithm>
#include <set>

#include "libreview/alerts/alert_words.hpp"
#include "libreview/alerts/number_in_subject.hpp"
#include "libreview/vocabulary/record_name.hpp"
#include "reviewd/alerts/chased_contacts.hpp"
#include "reviewd/alerts/move_causes.hpp"
#include "reviewd/alerts/reminder_from.hpp"
#include "reviewd/alerts/staff.hpp"
#include "reviewd/base/practice_terms.hpp"
#include "reviewd/returns/agency_days.hpp"
#include "reviewd/storage/reminder_hours.hpp"

namespace reviewd {
namespace {

using review::Result;

// Few enough that nobody else waits long.
constexpr int mails_at_once = 100;
constexpr int marked_at_once = 500;
constexpr std::size_t most_lines = 100;
/// Long enough for the days off around Christmas.
constexpr std::chrono::days useful{12};

struct Sending {
  Storage& storage;
  const review::Moment& moment;
  const Staff& staff;
  ReminderFrom from;
  review::Notices notices;
  MoveCauses causes;
};

/// The alert of a notice if somebody still has to do something about it, and why not if nobody has.
struct Standing {
  std::optional<review::Alert> alert;
  std::string_view over;
};

/// `seen` are the alerts that the person sees, of which the notice's is one or not; `day` that of the mail.
Standing standing(const Sending& sending, const review::Notice& notice, const std::set<std::string>& seen,
                  const std::string& day) {
  auto alert = sending.storage.alerts().find(notice.alert);
  if (!alert || !alert->settled.empty()) return {{}, "over"};
  if (!alert->acknowledged.empty()) return {{}, "in-hand"};
  const auto until = sending.storage.alerts().snoozed_until(notice.alert, notice.person);
  if (until > day) return {{}, "put-off"};
  if (notice.sort == review::NoticeSort::agency) return {std::move(alert), {}};
  if (sending.staff.mailbox(notice.person).empty()) return {{}, "no-mailbox"};
  if (!seen.contains(notice.alert)) return {{}, "not-seen"};
  return {std::move(alert), {}};
}

review::Date day_of(const review::Alert& alert) { return review::Date::parse(alert.due_on).value(); }

/// `embargo-1` of the clock or watch of an embargo, and the case's first embargo where its clock has no subject. Empty
/// for what is of none, and where somebody chose the name: no word that people type stands in a mail.
std::string embargo_of(Storage& storage, const review::Alert& alert, const std::string& reference) {
  const auto name = alert.clock.substr(0, alert.clock.find(':'));
  if (name != "embargo-review" && name != "embargo-may-lift") return {};
  auto embargo = alert.clock.substr(std::min(name.size() + 1, alert.clock.size()));
  if (embargo.empty()) {
    const auto file = storage.views().find(reference);
    if (file && !file->embargoes().empty()) embargo = file->embargoes(0).embargo();
  }
  return review::number_in_subject(embargo).empty() ? std::string() : embargo;
}

/// The page on which it is done, as near as a mail may say.
std::string path_of(Storage& storage, const review::Alert& alert, const std::string& reference) {
  if (reference.empty()) return "/reminders";
  const auto embargo = embargo_of(storage, alert, reference);
  const auto of_record = "/" + alert.record;
  return embargo.empty() || review::sort_of(reference).name != "case" ? of_record : of_record + "/embargoes/" + embargo;
}

ReminderLine line_of(const Sending& sending, const review::Alert& alert) {
  const review::Arm arm{alert.clock, alert.started_by, day_of(alert), alert.agency};
  const auto& law = sending.storage.desk().law();
  const auto& calendar = sending.storage.desk().calendar();
  const auto today = sending.moment.today;
  const auto from = review::Date::parse(alert.moved_from);
  const auto reference = review::has_members(alert.record) ? review::reference_of(alert.record) : std::string();
  return {reference, practice_terms(review::title_of(arm, law)),
          from ? review::moved_words(arm, *from, sending.causes.of(alert), law, calendar, today)
               : review::alert_words(arm, law, calendar, today),
          review::next_for(alert.step), path_of(sending.storage, alert, reference)};
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
  const auto stands =
      standing(sending, notice, sending.staff.seen(notice.person, {notice.alert}), sending.moment.today.iso());
  if (!stands.alert) return sending.notices.drop(notice.notice, stands.over);
  if (notice.sort == review::NoticeSort::agency) return chase(sending, notice, *stands.alert);
  const auto mail = put(sending, sending.staff.mailbox(notice.person),
                        one_reminder_mail(line_of(sending, *stands.alert), sending.from),
                        "notices/" + std::to_string(notice.notice), "alert/" + notice.key + "/" + notice.person);
  if (!mail) return review::refuse(mail.error());
  return sending.notices.mailed(notice.notice, *mail);
}

/// Marks some of what waits on a list: it went with the mail, or nobody needs it any more. Without a mail nothing on
/// the list stands. What comes to be over while a long list is marked is dropped, although its mail has counted it. How
/// many wait no more.
Result<int> mark_some(Sending& sending, const std::string& person, const std::string& day, std::int64_t last,
                      std::optional<std::int64_t> mail) {
  const auto waiting = sending.notices.list_of(person, last, marked_at_once);
  std::vector<std::string> alerts;
  for (const auto& notice : waiting) alerts.push_back(notice.alert);
  const auto seen = sending.staff.seen(person, std::move(alerts));
  int marked = 0;
  for (const auto& notice : waiting) {
    const auto stands = standing(sending, notice, seen, day);
    if (stands.alert && !mail) continue;
    const auto kept =
        stands.alert ? sending.notices.mailed(notice.notice, *mail) : sending.notices.drop(notice.notice, stands.over);
    if (!kept) return review::refuse(kept.error());
    ++marked;
  }
  return marked;
}

/// The whole list goes with its one mail, which writes out the first lines and counts the rest: what it left to another
/// mail would wait until the next day.
Result<bool> send_list(Sending& sending, const std::string& person, review::Instant until) {
  const auto last = sending.notices.end_of_list(person, until);
  if (!last) return false;
  const auto list = sending.staff.list(person, *last, most_lines);
  std::optional<std::int64_t> sent;
  if (list.count > 0) {
    std::vector<ReminderLine> lines;
    for (const auto& id : list.first) {
      if (const auto alert = sending.storage.alerts().find(id)) lines.push_back(line_of(sending, *alert));
    }
    const auto mail =
        put(sending, sending.staff.mailbox(person), reminder_list_mail(lines, list.count - lines.size(), sending.from),
            review::Notices::list_about(*last), review::Notices::list_key(person, sending.moment.today));
    if (!mail) return review::refuse(mail.error());
    sent = *mail;
  }
  const auto marked = mark_some(sending, person, sending.moment.today.iso(), *last, sent);
  if (!marked) return review::refuse(marked.error());
  return *marked > 0;
}

/// Whether there is more to do.
Result<bool> send_next_list(Sending& sending, const std::vector<std::string>& people, review::Instant until) {
  if (const auto list = sending.notices.unfinished_list()) {
    const auto marked = mark_some(sending, list->person, list->day, list->last, list->mail);
    if (!marked) return review::refuse(marked.error());
    return *marked > 0;
  }
  return people.empty() ? false : send_list(sending, people.front(), until);
}

}  // namespace

Result<bool> send_notices(Storage& storage, const review::Moment& moment) {
  const auto opened = review::open_since(moment.now, reminder_hours(storage), storage.desk().calendar());
  if (!opened || !storage.mail_goes_out()) return false;
  review::Notices notices(storage.store());
  const auto waiting = notices.waiting(mails_at_once);
  const auto people = notices.wait_for_list(*opened, moment.today, 1);
  if (waiting.empty() && people.empty() && !notices.unfinished_list()) return false;
  const Staff staff(storage, moment);
  Sending sending{storage, moment, staff, reminder_from(storage), notices, MoveCauses(storage, moment.today)};
  for (const auto& notice : waiting) {
    if (const auto kept = send_one(sending, notice); !kept) return review::refuse(kept.error());
  }
  const auto more = send_next_list(sending, people, *opened);
  if (!more) return more;
  return *more || std::ssize(waiting) == mails_at_once;
}

}  // namespace reviewd
