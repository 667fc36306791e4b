#include "reviewd/alerts/reminder_mail.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace reviewd {
namespace {

std::string counted(std::size_t number) {
  return fmt::format("{} {} due", number, number == 1 ? "reminder is" : "reminders are");
}

/// A subject is ASCII: what is not says no more than that there is something.
std::string subject_of(const ReminderLine& line) {
  const bool plain = std::all_of(line.title.begin(), line.title.end(), [](char c) { return c >= ' ' && c <= '~'; });
  if (line.reference.empty() || line.title.empty() || !plain) return counted(1);
  return fmt::format("{}: {}", line.reference, line.title);
}

std::string paragraph_of(const ReminderLine& line) {
  const auto where = line.reference.empty() ? std::string() : fmt::format("Case {}\n", line.reference);
  return fmt::format("{}{}\n{}{}{}", where, line.title, line.says, line.next.empty() ? "" : " ", line.next);
}

std::string link_to(const ReminderFrom& from, const std::string& path, std::string_view otherwise) {
  return from.address.empty() ? std::string(otherwise) : from.address + path;
}

std::string how_to_stop(const ReminderFrom& from, std::string_view chosen) {
  return fmt::format("You asked for {}. To change or stop these emails:\n{}\n\n{}", chosen,
                     link_to(from, "/reminders/email", "Sign in, open Reminders, then Your reminders by email."),
                     from.partnership);
}

std::string signature(const ReminderFrom& from) {
  const auto call = from.telephone.empty() ? std::string() : fmt::format("\nTelephone {}", from.telephone);
  return fmt::format("The review coordinators\n{}{}", from.partnership, call);
}

}  // namespace

MailText one_reminder_mail(const ReminderLine& line, const ReminderFrom& from) {
  return {subject_of(line),
          fmt::format("Hello\n\n{}\n\n{}\n\n{}", paragraph_of(line), link_to(from, line.path, "Sign in to see it."),
                      how_to_stop(from, "reminders by email, straight away"))};
}

MailText reminder_list_mail(const std::vector<ReminderLine>& lines, std::size_t more, const ReminderFrom& from) {
  std::string text = fmt::format("Hello\n\n{}.\n", counted(lines.size() + more));
  for (const auto& line : lines) text += "\n" + paragraph_of(line) + "\n";
  if (more > 0) text += fmt::format("\nThere {} {} more in your list of reminders.\n", more == 1 ? "is" : "are", more);
  return {counted(lines.size() + more), fmt::format("{}\nYour reminders:\n{}\n\n{}", text,
                                                    link_to(from, "/reminders", "Sign in, and open Reminders."),
                                                    how_to_stop(from, "reminders by email, once a day"))};
}

MailText chase_mail(const std::string& reference, const std::string& due, const ReminderFrom& from) {
  return {fmt::format("A reminder: your agency is asked for information: {}", reference),
          fmt::format("Hello\n\n{} asked your agency for information. It was due on {}, and we are still waiting for "
                      "it.\n\nIf we sent you a link, please use it. If you do not have it any more, ask us for a new "
                      "one. If you have only part of the answer, send that part now.\n\nDo not answer by mail, and do "
                      "not put names in a mail. If these reminders should go to somebody else, ring us.\n\nYour "
                      "reference: {}\n\n{}",
                      from.partnership, due, reference, signature(from))};
}

MailText mailbox_code_mail(const std::string& code, const ReminderFrom& from) {
  return {"Your code",
          fmt::format("Hello\n\nYour code is {}\n\nType it into the page where you asked for reminders by email. It "
                      "can be used once, within 10 minutes. Reminders come to this mailbox only after that.\n\nIf you "
                      "did not ask for this, you need do nothing.\n\n{}",
                      code, signature(from))};
}

}  // namespace reviewd
