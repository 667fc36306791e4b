#include <algorithm>

#include "libreview/access/disclose.hpp"
#include "libreview/access/may_read.hpp"
#include "libreview/access/views_asked.hpp"
#include "libreview/desk/desk.hpp"

namespace review {
namespace {

/// So many cases and meetings are looked through at most: a home page stays quick.
constexpr int most_looked_through = 400;

/// The agency that the person is invited for; empty where they are not.
std::string invited_for(const Meeting& meeting, const std::string& person) {
  const auto seat = std::ranges::find_if(meeting.invited, [&](const v1::Seat& one) { return one.person() == person; });
  return seat == meeting.invited.end() ? std::string() : seat->agency();
}

}  // namespace

Result<std::vector<AskedView>> Desk::asked_views(const Reader& reader, const Moment& moment) {
  if (const auto allowed = may_read(reader); !allowed) return refuse(allowed.error());
  std::vector<AskedView> asked;
  if (!reads_incidents(reader.role)) return asked;
  const auto today = moment.today;
  const auto rows =
      parts_.views.cases({{{"stage", "!=", "CLOSED"}}, {"case", true}, today, most_looked_through, {}}, reader, today);
  if (!rows) return refuse(rows.error());
  for (const auto& row : *rows) {
    const auto made = listed(row, today);
    for (const auto* one : views_asked(reader, made->file, today)) {
      asked.push_back({made->file.case_(), {}, one->circulation(), one->respond_by()});
      note_shown(made->file.case_(), "list");
    }
  }
  // To look whether a meeting wants a view is not to read it.
  const auto shown_before = shown_;
  const auto meetings = list_meetings(
      {{{"state", "=", "CALLED"}, {"heldOn", ">=", today.iso()}}, {"heldOn"}, today, most_looked_through, {}}, reader,
      moment);
  shown_ = shown_before;
  if (!meetings) return refuse(meetings.error());
  for (const auto& shown : meetings->items) {
    const auto agency = invited_for(shown.meeting, reader.person);
    for (const auto& item : shown.meeting.items) {
      if (agency.empty() || item.case_id.empty() || item.left) continue;
      const auto file = parts_.views.find_for(reader, item.case_id, today);
      if (!file || !view_wanted(reader, *file, shown.meeting.meeting, agency)) continue;
      asked.push_back({item.case_id, shown.meeting.meeting, {}, shown.meeting.held_on});
      note_shown(item.case_id, "list");
    }
  }
  std::ranges::stable_sort(asked, {}, &AskedView::by);
  return asked;
}

}  // namespace review
