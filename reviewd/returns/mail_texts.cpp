#include "reviewd/returns/mail_texts.hpp"

#include <fmt/format.h>

namespace reviewd {
namespace {

std::string due_line(const MailFacts& facts) {
  return facts.due.empty() ? std::string() : fmt::format("\n\nPlease send your answer by {}.", facts.due);
}

std::string signature(const MailFacts& facts) {
  const auto call = facts.telephone.empty() ? std::string() : fmt::format("\nTelephone {}", facts.telephone);
  return fmt::format("\n\nYour reference: {}\n\nThe review coordinators\n{}{}", facts.reference, facts.partnership,
                     call);
}

}  // namespace

MailText request_mail(const MailFacts& facts) {
  return {
      fmt::format("Your agency is asked for information: {}", facts.reference),
      fmt::format("Hello\n\n{} asks your agency for information. To see what is asked, open this link. We then send "
                  "a code to this mailbox.\n\n{}{}\n\nYou can stop at any time and come back. If your agency has "
                  "nothing to say, the form tells us so in two steps.\n\nDo not answer by mail, and do not put names "
                  "in a mail.{}",
                  facts.partnership, facts.address, due_line(facts), signature(facts))};
}

MailText actions_mail(const MailFacts& facts) {
  const auto due = facts.due.empty() ? std::string() : fmt::format("\n\nThe next of them is due on {}.", facts.due);
  return {fmt::format("How do your agency's actions stand? {}", facts.reference),
          fmt::format("Hello\n\n{} asks how the actions stand that your agency agreed to. To see them and say how each "
                      "stands, open this link. We then send a code to this mailbox.\n\n{}{}\n\nDo not answer by mail, "
                      "and do not put names in a mail.{}",
                      facts.partnership, facts.address, due, signature(facts))};
}

MailText audit_mail(const MailFacts& facts) {
  return {fmt::format("Your agency is asked to audit cases: {}", facts.reference),
          fmt::format("Hello\n\n{} asks your agency to audit its part of some cases. To see the standards and say "
                      "what you found, open this link. We then send a code to this mailbox.\n\n{}{}\n\nYou can stop at "
                      "any time and come back. Which child each case is we tell you separately.\n\nDo not answer by "
                      "mail, and do not put names in a mail.{}",
                      facts.partnership, facts.address, due_line(facts), signature(facts))};
}

MailText assurance_mail(const MailFacts& facts) {
  return {fmt::format("Your agency is asked about its duty to safeguard: {}", facts.reference),
          fmt::format("Hello\n\n{} asks your agency how it keeps its duty to safeguard children. To see what is asked "
                      "and answer it, open this link. We then send a code to this mailbox.\n\n{}{}\n\nYou can stop at "
                      "any time and come back, and you can send a part first.\n\nDo not answer by mail, and do not put "
                      "names in a mail.{}",
                      facts.partnership, facts.address, due_line(facts), signature(facts))};
}

MailText products_mail(const MailFacts& facts) {
  return {fmt::format("Did what was learned reach your agency? {}", facts.reference),
          fmt::format("Hello\n\n{} shared with your agency what was learned from its reviews. To say how many people "
                      "it reached, and whether they understood it, open this link. We then send a code to this "
                      "mailbox.\n\n{}{}\n\nDo not answer by mail, and do not put names in a mail.{}",
                      facts.partnership, facts.address, due_line(facts), signature(facts))};
}

MailText reminder_mail(const MailFacts& facts) {
  return {
      fmt::format("A reminder: your agency is asked for information: {}", facts.reference),
      fmt::format("Hello\n\n{} asked your agency for information, and is waiting for it.{}\n\nPlease use the link in "
                  "our first mail with the same reference. If you do not have it any more, ask us for a new one. "
                  "If you have only part of the answer, send that part now.{}",
                  facts.partnership, due_line(facts), signature(facts))};
}

MailText code_mail(const MailFacts& facts, const std::string& code) {
  return {
      fmt::format("Your code: {}", facts.reference),
      fmt::format("Hello\n\nYour code is {}\n\nType it into the page that asked for it. It can be used once, within "
                  "10 minutes. We never ask for it by telephone.\n\nIf you did not ask for a code, you need do "
                  "nothing.{}",
                  code, signature(facts))};
}

MailText receipt_mail(const MailFacts& facts, const std::string& when, bool complete) {
  return {fmt::format("We have your answer: {}", facts.reference),
          fmt::format("Hello\n\nThank you. {} received {} on {}.{}{}", facts.partnership,
                      complete ? "your agency's answer" : "the first part of your agency's answer", when,
                      complete ? "" : "\n\nYou can send the rest with the same link.", signature(facts))};
}

MailText alert_mail(const MailFacts& facts) {
  return {fmt::format("Look at this now: {}", facts.reference),
          fmt::format("An agency answers that a child may be at risk now. Please sign in and look at it straight away."
                      "\n\n{}\n\nThe agency was told that its answer is not a referral.{}",
                      facts.address, signature(facts))};
}

MailText emergency_mail(const std::string& partnership, const std::string& address) {
  return {"A case was opened in an emergency",
          fmt::format("A case was opened in an emergency. Sign in to see it.\n\n{}\n\nSomebody other than the person "
                      "who opened it has to look at it afterwards.\n\n{}",
                      address, partnership)};
}

MailText own_access_mail(const std::string& partnership, const std::string& telephone, bool reset) {
  const auto call = telephone.empty() ? std::string() : fmt::format(" on {}", telephone);
  return {reset ? "Your password was reset" : "Another account now opens yours",
          fmt::format("Hello\n\n{}\n\nIf you asked for this, you need do nothing more. If you did not, ring the review "
                      "coordinators now{}.\n\nThe review coordinators\n{}",
                      reset ? "How you sign in was reset: your password of before does not work any more, and a link "
                              "was made to choose another."
                            : "From now on an account of another provider, such as your council, signs in as you.",
                      call, partnership)};
}

MailText access_mail(const std::string& partnership, bool reset) {
  return {"How somebody signs in was changed",
          fmt::format("{}\n\nThe service keeps a record of who asked for it, who agreed and whose account it is. "
                      "If nobody told you to expect this, ask an administrator to look it up.\n\n{}",
                      reset ? "The password of somebody who signs in was reset, and a link was made to choose another."
                            : "An account of another provider was joined to the account of somebody who signs in.",
                      partnership)};
}

}  // namespace reviewd
