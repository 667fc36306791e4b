#pragma once

#include <chrono>
#include <string>

#include "libreview/alerts/working_hours.hpp"
#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// The hours in which reminders are mailed, as settled: `08:00-18:00`.
[[nodiscard]] std::string reminder_hours_text(Storage& storage);
[[nodiscard]] review::WorkingHours reminder_hours(Storage& storage);

/// How long a way of telling people may fail before it is told, as settled.
[[nodiscard]] std::chrono::minutes channel_patience(Storage& storage);

}  // namespace reviewd
