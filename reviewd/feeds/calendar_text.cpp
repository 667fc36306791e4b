#include "reviewd/feeds/calendar_text.hpp"

#include <libical/ical.h>

#include <memory>
#include <new>

namespace reviewd {
namespace {

constexpr int fetched_again_seconds = 3600;
constexpr const char* calendar_name = "Learning reviews";

struct FreeComponent {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
struct FreeText {
  void operator()(char* text) const { icalmemory_free_buffer(text); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;

Component new_component(icalcomponent_kind kind) {
  Component made(icalcomponent_new(kind));
  if (!made) throw std::bad_alloc();
  return made;
}

/// The component owns the property from here on.
void add(const Component& to, icalproperty* property) {
  if (property == nullptr) throw std::bad_alloc();
  icalcomponent_add_property(to.get(), property);
}

icalproperty* extension(const char* name, const char* value) {
  auto* property = icalproperty_new_x(value);
  if (property != nullptr) icalproperty_set_x_name(property, name);
  return property;
}

icaltimetype whole_day(review::Date day) {
  auto time = icaltime_null_date();
  time.year = day.year();
  time.month = static_cast<int>(day.month());
  time.day = static_cast<int>(day.day());
  return time;
}

/// `2026-03-17T10:11:12.123Z` as `20260317T101112Z`: iCalendar knows no parts of a second.
icaltimetype second_of(const std::string& instant) {
  std::string text;
  for (const char c : instant.substr(0, instant.find_first_of(".Z"))) {
    if (c != '-' && c != ':') text.push_back(c);
  }
  return icaltime_from_string((text + "Z").c_str());
}

Component event_of(const FeedEvent& event) {
  auto made = new_component(ICAL_VEVENT_COMPONENT);
  const auto changed = second_of(event.changed);
  add(made, icalproperty_new_uid(event.uid.c_str()));
  add(made, icalproperty_new_dtstamp(changed));
  add(made, icalproperty_new_lastmodified(changed));
  add(made, icalproperty_new_sequence(event.sequence));
  add(made, icalproperty_new_dtstart(whole_day(event.due)));
  add(made, icalproperty_new_dtend(whole_day(event.due.plus_days(1))));
  add(made, icalproperty_new_summary(event.summary.c_str()));
  add(made, icalproperty_new_description(event.says.c_str()));
  add(made, icalproperty_new_status(event.cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
  add(made, icalproperty_new_class(ICAL_CLASS_PRIVATE));
  add(made, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
  return made;
}

}  // namespace

std::string calendar_text(const std::vector<FeedEvent>& events) {
  const auto calendar = new_component(ICAL_VCALENDAR_COMPONENT);
  add(calendar, icalproperty_new_version("2.0"));
  add(calendar, icalproperty_new_prodid("-//Learning reviews//Reminders//EN"));
  add(calendar, icalproperty_new_calscale("GREGORIAN"));
  add(calendar, icalproperty_new_name(calendar_name));
  add(calendar, extension("X-WR-CALNAME", calendar_name));
  add(calendar, icalproperty_new_refreshinterval(icaldurationtype_from_int(fetched_again_seconds)));
  add(calendar, extension("X-PUBLISHED-TTL", "PT1H"));
  for (const auto& event : events) icalcomponent_add_component(calendar.get(), event_of(event).release());
  const std::unique_ptr<char, FreeText> text(icalcomponent_as_ical_string_r(calendar.get()));
  if (!text) throw std::bad_alloc();
  return text.get();
}

}  // namespace reviewd
