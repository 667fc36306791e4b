#include "reviewd/alerts/hand_out.hpp"

#include <map>
#include <set>

#include "libreview/registers/webhook_events.hpp"
#include "libreview/views/find_in.hpp"
#include "libreview/vocabulary/record_name.hpp"
#include "reviewd/alerts/chased_contacts.hpp"
#include "reviewd/alerts/staff.hpp"
#include "reviewd/alerts/who_is_told.hpp"

namespace reviewd {
namespace {

// Few enough that nobody else waits long.
constexpr std::size_t at_once = 100;

review::ToldOf told_by(const review::FindCase& find, const review::Alert& alert, review::Date today) {
  if (review::has_members(alert.record)) {
    const auto file = find(review::reference_of(alert.record));
    if (file) return told_of(*file, alert.clock, alert.step, today);
  }
  return {alert.record, alert.step};
}

/// Which of the alerts that are handed out together somebody sees: the store is asked once for each person, and only
/// for those whom one of the alerts may concern.
class SeenTogether {
 public:
  SeenTogether(const Staff& staff, const std::vector<review::Alert>& alerts) : staff_(staff) {
    for (const auto& one : alerts) alerts_.push_back(one.alert);
  }

  bool has(const std::string& person, const std::string& alert) {
    auto known = by_person_.find(person);
    if (known == by_person_.end()) known = by_person_.emplace(person, staff_.seen(person, alerts_)).first;
    return known->second.contains(alert);
  }

 private:
  const Staff& staff_;
  std::vector<std::string> alerts_;
  std::map<std::string, std::set<std::string>> by_person_;
};

/// Who gets a mail about it.
review::Result<void> tell_by_mail(Storage& storage, const Staff& staff, SeenTogether& seen,
                                  const review::FindCase& find, const review::Alert& alert,
                                  const review::Moment& moment) {
  review::Notices notices(storage.store());
  if (staff.hears()) {
    const auto sees = [&](const std::string& person) { return seen.has(person, alert.alert); };
    for (const auto& person : addressees(told_by(find, alert, moment.today), staff.people(), sees)) {
      if (const auto kept = notices.add(alert, person, staff.sort(person), moment.now); !kept) return kept;
    }
  }
  for (const auto& chased : chased_contacts(storage, alert, moment.today)) {
    const auto kept = notices.add(alert, chased.contact.contact, review::NoticeSort::agency, moment.now);
    if (!kept) return kept;
  }
  return {};
}

}  // namespace

review::Result<bool> hand_out(Storage& storage, const review::Moment& moment) {
  const auto alerts = storage.alerts().to_hand_out(static_cast<int>(at_once));
  if (alerts.empty()) return false;
  const Staff staff(storage, moment);
  SeenTogether seen(staff, alerts);
  const auto find = review::find_once(review::find_in(storage.views()));
  const bool mails = storage.mail_goes_out();
  review::WebhookEvents events(storage.store(), storage.random());
  // Events are tried by the clock of the machine, whatever day a practice store has.
  const auto at = now(std::nullopt).now;
  for (const auto& alert : alerts) {
    const bool stands = alert.settled.empty() && alert.acknowledged.empty();
    if (mails && stands) {
      if (const auto kept = tell_by_mail(storage, staff, seen, find, alert, moment); !kept)
        return review::refuse(kept.error());
    }
    if (const auto kept = events.enqueue(alert, at); !kept) return review::refuse(kept.error());
    if (const auto kept = storage.alerts().handed_out(alert.alert); !kept) return review::refuse(kept.error());
  }
  return alerts.size() == at_once;
}

}  // namespace reviewd
