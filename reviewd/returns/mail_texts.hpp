#pragma once

#include <string>

namespace reviewd {

/// A mail as it can be sent or copied. It names no child, no case and no concern.
struct MailText {
  std::string subject;  ///< ASCII
  std::string text;
};

/// What a mail may say: references, days and addresses.
struct MailFacts {
  std::string partnership;
  std::string reference;  ///< of the link, which says nothing about the case
  std::string address;    ///< where to go; empty in a text to copy
  std::string due;        ///< in words; empty where no day is set
  std::string telephone;  ///< of the review coordinators; empty where none is set
};

[[nodiscard]] MailText request_mail(const MailFacts& facts);
/// The same for a link for the actions of an agency.
[[nodiscard]] MailText actions_mail(const MailFacts& facts);
/// The same for a link for the agency's part of an audit.
[[nodiscard]] MailText audit_mail(const MailFacts& facts);
/// The same for a link for assurance.
[[nodiscard]] MailText assurance_mail(const MailFacts& facts);
/// The same for a link for the learning products that an agency was given.
[[nodiscard]] MailText products_mail(const MailFacts& facts);
/// Names the mail that the link came with: the link itself is kept nowhere.
[[nodiscard]] MailText reminder_mail(const MailFacts& facts);
[[nodiscard]] MailText code_mail(const MailFacts& facts, const std::string& code);
[[nodiscard]] MailText receipt_mail(const MailFacts& facts, const std::string& when, bool complete);
[[nodiscard]] MailText alert_mail(const MailFacts& facts);
/// To information governance, when somebody opened a case that they do not see. `address` is a page of ours.
[[nodiscard]] MailText emergency_mail(const std::string& partnership, const std::string& address);
/// To somebody whose password was reset by another, or whose account another provider's account opens from now on.
/// `telephone` may be empty.
[[nodiscard]] MailText own_access_mail(const std::string& partnership, const std::string& telephone, bool reset);
/// To information governance, of the same. It does not say whose account it is.
[[nodiscard]] MailText access_mail(const std::string& partnership, bool reset);

}  // namespace reviewd
