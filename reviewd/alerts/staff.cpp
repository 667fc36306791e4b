#include "reviewd/alerts/staff.hpp"

#include <algorithm>

#include "libreview/access/disclose.hpp"
#include "libreview/access/sight.hpp"
#include "reviewd/settings/mail_config.hpp"

namespace reviewd {

Staff::Staff(Storage& storage, const review::Moment& moment) : storage_(storage), today_(moment.today) {
  std::map<std::string, review::NoticeWish> wishes;
  for (auto& wish : review::NoticeSettings(storage.store(), storage.random()).all()) {
    auto person = wish.person;
    wishes.emplace(std::move(person), std::move(wish));
  }
  // Tokens run out by the clock of the machine, whatever day a practice store has.
  for (const auto& one : review::Notices(storage.store()).insiders(now(std::nullopt).now)) {
    const auto role = review::find_role(one.role);
    if (!role) continue;
    review::Colleague colleague{one.person, *role};
    if (const auto wish = wishes.find(one.person); wish != wishes.end()) {
      const auto when = wish->second.when(one.role);
      const auto& mailbox = wish->second.mailbox;
      // The domains may be others than when it was confirmed.
      colleague.can_be_told = !mailbox.empty() && when != "NONE" && is_allowed(storage.config().mail, mailbox);
      if (wish->second.is_away(today_)) colleague.cover = wish->second.cover;
      if (colleague.can_be_told) {
        const auto sort = when == "IMMEDIATE" ? review::NoticeSort::immediate : review::NoticeSort::daily;
        ways_[one.person] = {mailbox, sort};
      }
    }
    people_.push_back(std::move(colleague));
    readers_.emplace(one.person, review::Reader{.person = one.person, .role = *role, .agency = one.agency});
  }
}

bool Staff::hears() const { return !ways_.empty(); }

std::set<std::string> Staff::seen(const std::string& person, std::vector<std::string> alerts) const {
  const auto reader = readers_.find(person);
  if (reader == readers_.end() || alerts.empty()) return {};
  review::AlertsWanted wanted{.settled = true, .limit = static_cast<int>(alerts.size())};
  wanted.among = std::move(alerts);
  const auto found = review::alerts_seen(storage_.store(), wanted, reader->second, today_);
  return {found.begin(), found.end()};
}

review::DailyList Staff::list(const std::string& person, std::int64_t last, std::size_t first) const {
  const auto reader = readers_.find(person);
  if (reader == readers_.end() || mailbox(person).empty()) return {};
  return review::daily_list(storage_.store(), last, first, reader->second, today_);
}

bool Staff::sees(const std::string& person, const review::v1::CaseFile& file, std::string_view clock) const {
  const auto reader = readers_.find(person);
  return reader != readers_.end() && review::sees(reader->second, file, today_) &&
         review::reads_clock(reader->second, file, clock, today_);
}

std::string Staff::mailbox(const std::string& person) const {
  const auto way = ways_.find(person);
  return way == ways_.end() ? std::string() : way->second.mailbox;
}

review::NoticeSort Staff::sort(const std::string& person) const {
  const auto way = ways_.find(person);
  return way == ways_.end() ? review::NoticeSort::daily : way->second.sort;
}

}  // namespace reviewd
