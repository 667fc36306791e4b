#pragma once

#include <string>
#include <vector>

#include "reviewd/returns/mail_texts.hpp"

namespace reviewd {

/// What a mail says of one alert: a reference, the title of a clock, days. No subject of a clock: people name those.
struct ReminderLine {
  std::string reference;  ///< of the case; empty where it is of none
  std::string title;
  std::string says;  ///< how it stands, with the day
  std::string next;  ///< what to do about it; may be empty
  std::string path;  ///< of the page on which it is done
};

/// What every such mail says of us.
struct ReminderFrom {
  std::string partnership;
  std::string address;    ///< of the service; empty where none is set
  std::string telephone;  ///< of the review coordinators; empty where none is set
};

/// One reminder, straight away.
[[nodiscard]] MailText one_reminder_mail(const ReminderLine& line, const ReminderFrom& from);
/// The list of the day; `more` are on it and are not written out.
[[nodiscard]] MailText reminder_list_mail(const std::vector<ReminderLine>& lines, std::size_t more,
                                          const ReminderFrom& from);
/// To the contact of an agency whose answer is late: our reference and the day in words, and nothing else.
[[nodiscard]] MailText chase_mail(const std::string& reference, const std::string& due, const ReminderFrom& from);
/// The code that confirms a mailbox.
[[nodiscard]] MailText mailbox_code_mail(const std::string& code, const ReminderFrom& from);

}  // namespace reviewd
