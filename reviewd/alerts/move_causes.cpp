#include "reviewd/alerts/move_causes.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/clocks/reading.hpp"
#include "libreview/vocabulary/parse_json.hpp"
#include "libreview/vocabulary/record_name.hpp"
#include "reviewd/base/text_of.hpp"
#include "reviewd/settings/settled_closures.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::BankHoliday;
using review::Calendar;
using review::Date;

/// What somebody proposed to change, as far as it is days.
struct Days {
  bool added = false;
  Date from;
  Date through;

  [[nodiscard]] bool has(Date day) const { return from <= day && day <= through; }
};

std::optional<Days> days_of(const review::Approval& approval) {
  if (approval.act != "change-closures" || approval.outcome != "approved") return std::nullopt;
  const auto parsed = review::parse_json(approval.proposal);
  const auto* proposal = parsed ? parsed->if_object() : nullptr;
  if (proposal == nullptr) return std::nullopt;
  const auto from = Date::parse(text_of(*proposal, "from"));
  const auto last = text_of(*proposal, "through");
  const auto through = last.empty() ? from : Date::parse(last);
  if (!from || !through) return std::nullopt;
  return Days{text_of(*proposal, "change") == "add", *from, *through};
}

/// `settled` are the days off that were settled here: the others are nobody's to take away.
Calendar without(const Calendar& calendar, const Days& days, const std::vector<BankHoliday>& settled) {
  if (!days.added) {
    std::vector<BankHoliday> again;
    for (auto day = days.from; day <= days.through; day = day.plus_days(1))
      again.push_back({day, "Taken back", "closure", "partnership"});
    return calendar.with_closures(again);
  }
  auto holidays = calendar.holidays();
  std::erase_if(holidays, [&](const BankHoliday& one) {
    return days.has(one.date) && std::ranges::find(settled, one.date, &BankHoliday::date) != settled.end();
  });
  return Calendar(calendar.name(), calendar.first(), calendar.last(), std::move(holidays));
}

std::string words_of(const Days& days) {
  const bool one = days.from == days.through;
  const auto which = one ? days.from.words() : fmt::format("{} to {}", days.from.words(), days.through.words());
  if (days.added) return fmt::format("{} {} added to the days off", which, one ? "was" : "were");
  return fmt::format("{} {} no longer {}", which, one ? "is" : "are", one ? "a day off" : "days off");
}

}  // namespace

const std::vector<MoveCauses::Change>& MoveCauses::changes() const {
  if (changes_) return *changes_;
  auto& changes = changes_.emplace();
  const auto all = storage_.settled();
  const auto found = all.find(closures_setting);
  const auto settled = settled_closures(found == all.end() ? std::string() : found->second);
  if (!settled) return changes;
  for (const auto& approval : storage_.approvals().list()) {
    if (const auto days = days_of(approval))
      changes.push_back({without(storage_.desk().calendar(), *days, *settled), words_of(*days)});
  }
  return changes;
}

std::string MoveCauses::of(const review::Alert& alert) const {
  if (alert.moved_from.empty() || !review::has_members(alert.record)) return {};
  const auto file = storage_.views().find(review::reference_of(alert.record));
  const auto& law = storage_.desk().law();
  const auto due_with = [&](const Calendar& calendar) {
    const auto clock = review::reading_of(alert.clock, *file, law, calendar, today_);
    return clock ? clock->due_on() : std::string();
  };
  if (file && !changes().empty() && due_with(storage_.desk().calendar()) == alert.due_on) {
    for (const auto& change : changes()) {
      if (due_with(change.without) == alert.moved_from) return change.words;
    }
  }
  return "the days off or the rules are others now";
}

}  // namespace reviewd
