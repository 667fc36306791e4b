#include "reviewd/api/alert_deliveries.hpp"

#include "libreview/registers/notices.hpp"
#include "reviewd/storage/reminder_hours.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// When a mail that waits goes out at the earliest.
std::string expected(Call& call, const review::NoticeState& notice) {
  const auto made = review::parse_instant(notice.made);
  if (!made) return notice.made;
  const auto hours = reminder_hours(call.storage);
  const auto& calendar = call.desk().calendar();
  const bool listed = notice.sort == review::NoticeSort::daily;
  return review::rfc3339(listed ? review::next_opening(*made, hours, calendar)
                                : review::send_at(*made, hours, calendar));
}

}  // namespace

bool sees_deliveries(const Call& call) { return call.reader.may(review::Right::manage_contacts); }

json::array alert_deliveries(Call& call, const review::Alert& alert) {
  json::array all;
  if (!sees_deliveries(call)) return all;
  for (const auto& notice : review::Notices(call.storage.store()).of_alert(alert.alert)) {
    const bool is_out = !notice.delivered.empty();
    const auto* state = is_out ? "DELIVERED" : notice.failed.empty() ? "WAITING" : "FAILED";
    const auto time = is_out ? notice.delivered : notice.failed.empty() ? expected(call, notice) : notice.failed;
    all.push_back(
        json::object{{"channel", "MAIL"}, {"person", "people/" + notice.person}, {"state", state}, {"time", time}});
  }
  return all;
}

}  // namespace reviewd
