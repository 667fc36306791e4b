#include "reviewd/storage/reminder_hours.hpp"

#include <charconv>
#include <stdexcept>

#include "reviewd/settings/partnership_settings.hpp"

namespace reviewd {
namespace {

std::string settled_or_usual(Storage& storage, std::string_view name) {
  const auto value = storage.settings().get(name);
  return value && !value->empty() ? *value : usual_value(name);
}

}  // namespace

std::string reminder_hours_text(Storage& storage) { return settled_or_usual(storage, "reminder-hours"); }

review::WorkingHours reminder_hours(Storage& storage) {
  const auto hours = review::parse_working_hours(reminder_hours_text(storage));
  if (!hours) throw std::logic_error("the hours of reminders are kept as they are read");
  return *hours;
}

std::chrono::minutes channel_patience(Storage& storage) {
  const auto text = settled_or_usual(storage, "channel-failing-after");
  int minutes = 0;
  std::from_chars(text.data(), text.data() + text.size(), minutes);
  return std::chrono::minutes{minutes};
}

}  // namespace reviewd
