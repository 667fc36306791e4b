#include "reviewd/api/chronology_of.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "libreview/calendar/partial_date.hpp"
#include "libreview/record/days.hpp"
#include "libreview/record/fold.hpp"

namespace reviewd {
namespace {

using review::v1::Entry;

/// What is known of a child's life, as later updates put it right.
struct Life {
  std::string born_on{};
  std::string died_on{};
};

class Lives {
 public:
  void add(const google::protobuf::RepeatedPtrField<review::v1::Child>& children) {
    for (const auto& child : children) {
      auto& life = lives_[child.child()];
      if (child.has_born_on()) life.born_on = child.born_on();
      if (child.has_died_on()) life.died_on = child.died_on();
    }
  }

  [[nodiscard]] std::optional<review::Date> born_on() const {
    std::optional<review::Date> eldest;
    for (const auto& [name, life] : lives_) {
      const auto day = review::earliest_day(life.born_on);
      if (!day) return std::nullopt;
      eldest = eldest ? std::min(*eldest, *day) : *day;
    }
    return eldest;
  }

  [[nodiscard]] std::optional<review::Date> died_on() const {
    std::optional<review::Date> last;
    for (const auto& [name, life] : lives_) {
      const auto day = review::latest_day(life.died_on);
      if (!day) return std::nullopt;
      last = last ? std::max(*last, *day) : *day;
    }
    return last;
  }

 private:
  std::map<std::string, Life> lives_{};
};

review::ChronologyLives lives_in(const std::vector<Entry>& entries) {
  Lives lives;
  review::ChronologyLives known;
  for (const auto& entry : entries) {
    if (entry.has_incident_logged()) {
      lives.add(entry.incident_logged().children());
      if (const auto day = review::whole_day(entry.incident_logged().incident_on())) known.incident_on = day;
    }
    if (entry.has_learning_referred()) lives.add(entry.learning_referred().children());
    if (entry.has_circumstances_changed()) lives.add(entry.circumstances_changed().children());
  }
  known.born_on = lives.born_on();
  known.died_on = lives.died_on();
  return known;
}

}  // namespace

std::string_view flag_title(review::ChronologyFlag::Sort sort) {
  constexpr std::array<std::string_view, 7> titles{"A long time without contact",
                                                   "Perhaps one event on different days",
                                                   "Perhaps one event at different times",
                                                   "The same sort of contact told in other words",
                                                   "Dated before any of the children lived",
                                                   "Dated after the children had died",
                                                   "Too much to compare from here on"};
  return titles[static_cast<std::size_t>(sort)];
}

review::Result<ShownChronology> chronology_of(Call& call, const std::string& case_id, std::optional<int> gap_days) {
  const auto read = call.desk().entries(case_id, call.reader, call.moment, {}, review::Desk::Notes::asker);
  if (!read) return review::refuse(read.error());
  auto entries = review::effective(*read);
  // A reader to whom corrections are not told would get the words that one of them took back.
  std::erase_if(entries, [](const Entry& one) { return one.has_corrected_by(); });
  const auto& partnership = call.desk().law().partnership();
  ShownChronology shown{review::merge_chronology(entries)};
  shown.choice = {gap_days.value_or(partnership.chronology_gap_days), partnership.chronology_clash_days,
                  partnership.like_from("same-event")};
  shown.flags = review::chronology_flags(shown.merged.lines, shown.choice, lives_in(entries));
  std::erase_if(entries, [&](const Entry& one) {
    return std::ranges::find(shown.merged.sources, one.entry(), &review::ChronologySource::entry) ==
           shown.merged.sources.end();
  });
  call.desk().note_entries(case_id, entries, call.reader, call.moment);
  return shown;
}

}  // namespace reviewd
