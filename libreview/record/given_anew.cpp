#include "libreview/record/given_anew.hpp"

#include <algorithm>
#include <string>

#include "libreview/base/refusal.hpp"
#include "libreview/calendar/instant.hpp"
#include "libreview/calendar/london.hpp"
#include "libreview/record/bodies.hpp"
#include "libreview/record/days.hpp"
#include "libreview/record/fold.hpp"

namespace review {
namespace {

using Entries = std::vector<v1::Entry>;

const v1::Entry* among(const Entries& entries, const std::string& id) {
  const auto found = std::ranges::find(entries, id, [](const v1::Entry& one) { return one.entry(); });
  return found == entries.end() ? nullptr : &*found;
}

/// The version of a product that is meant at an entry which names none.
int newest_before(const Entries& counted, const v1::Entry& entry, const std::string& product) {
  int version = 0;
  for (const auto& one : counted) {
    if (one.entry() == entry.entry()) break;
    if (one.has_product_drafted() && one.product_drafted().product() == product) ++version;
  }
  return version;
}

/// What kept it back then is asked again, or the next correction would forget that it was set aside.
bool was_set_aside(const v1::Entry& entry) {
  return std::ranges::any_of(entry.irregularities(), [](const v1::Irregularity& one) {
    return one.code() == code_name(Code::publication_held) || one.code() == code_name(Code::report_check_missing);
  });
}

bool is_later(const v1::Entry& said, const v1::Entry& was) {
  const auto day = latest_day(said.occurred_on());
  const auto before = latest_day(was.occurred_on());
  const auto recorded = parse_instant(was.recorded_time());
  return day && recorded && *day > london_day(*recorded) && (!before || *day > *before);
}

/// Whether everybody is given something that the entry did not say they were. A product that is left out is the one
/// that was given before: nothing else can be meant there.
template <class Given>
bool is_all_anew(const Entries& counted, const v1::Entry& was, const v1::Entry& said, const Given& before, Given& now) {
  if (now.product().empty()) now.set_product(before.product());
  const auto version = [&](const Given& given) {
    return given.has_version() ? given.version() : newest_before(counted, was, given.product());
  };
  const bool another = now.product() != before.product() || version(now) != version(before);
  return another || is_later(said, was) || was_set_aside(was);
}

template <class List, class IsKnown>
void keep_unknown(List& list, const IsKnown& is_known) {
  list.erase(std::remove_if(list.begin(), list.end(), is_known), list.end());
}

bool puts_those_added(const v1::ProductShared& before, v1::ProductShared& now) {
  keep_unknown(*now.mutable_with(), [&](const std::string& body) { return names_body(before.with(), body); });
  keep_unknown(*now.mutable_groups(), [&](const std::string& group) {
    return std::ranges::find(before.groups(), group) != before.groups().end();
  });
  if (before.with_public()) now.clear_with_public();
  // They are asked to confirm it by the correction itself.
  now.clear_confirm();
  now.clear_confirm_by();
  return !now.with().empty() || !now.groups().empty() || now.with_public();
}

bool puts_those_added(const v1::LearningEventHeld& before, v1::LearningEventHeld& now) {
  keep_unknown(*now.mutable_attendance(), [&](const v1::EventAttendance& came) {
    return std::ranges::any_of(before.attendance(),
                               [&](const auto& one) { return is_same_body(one.agency(), came.agency()); });
  });
  return !now.attendance().empty();
}

template <class Given>
bool is_anew(const Entries& counted, const v1::Entry& was, const v1::Entry& said, const Given& before, Given& now) {
  return is_all_anew(counted, was, said, before, now) || puts_those_added(before, now);
}

}  // namespace

std::optional<v1::Entry> given_anew(const Entries& entries, const v1::Entry& correction) {
  if (!correction.has_entry_corrected()) return std::nullopt;
  auto said = correction.entry_corrected().replacement();
  if (!said.has_product_shared() && !said.has_learning_event_held()) return std::nullopt;
  const auto counted = effective(entries);
  const auto* target = among(entries, correction.entry_corrected().entry());
  const auto* was = target == nullptr ? nullptr : among(counted, target->entry());
  if (was == nullptr) return std::nullopt;
  if (!said.has_occurred_on()) said.set_occurred_on(target->occurred_on());
  bool anew = false;
  if (said.has_product_shared() && was->has_product_shared())
    anew = is_anew(counted, *was, said, was->product_shared(), *said.mutable_product_shared());
  if (said.has_learning_event_held() && was->has_learning_event_held())
    anew = is_anew(counted, *was, said, was->learning_event_held(), *said.mutable_learning_event_held());
  return anew ? std::optional(std::move(said)) : std::nullopt;
}

}  // namespace review
