#pragma once

#include "reviewd/alerts/reminder_mail.hpp"
#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// Who mails reminders, as settled. The address is that of the configuration: nobody's request is at hand.
[[nodiscard]] ReminderFrom reminder_from(Storage& storage);

}  // namespace reviewd
