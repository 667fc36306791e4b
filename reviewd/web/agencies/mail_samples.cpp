#include "reviewd/web/agencies/mail_samples.hpp"

namespace reviewd {

const std::vector<MailSample>& mail_samples() {
  static const std::vector<MailSample> all = {
      {"To an agency: a request", "Your agency is asked for information: [reference]",
       "OFFICIAL-SENSITIVE\n\nHello\n\nWe ask your agency for information for a rapid review. Please send it by [day]. "
       "You will get what you need to find your records by [secure mail, or the link in a separate mail]. If your "
       "agency was not involved, please tell us that too.\n\nDo not put names in a mail. If you think that a child is "
       "at risk now, call children's social care; this request is not a referral.\n\n[name], review coordinator"},
      {"To an agency: a reminder", "A reminder: [reference]",
       "OFFICIAL-SENSITIVE\n\nHello\n\nWe asked your agency for information by [day], and are waiting for it. The "
       "rapid review is due on [day]. If you have part of it, please send that part now. If something stands in "
       "the way, call us on [number].\n\n[name], review coordinator"},
      {"To an agency's lead: not in timescale", "Out of timescale: [reference]",
       "OFFICIAL-SENSITIVE\n\nHello\n\nYour agency was asked for information on [day], reminded on [day] and called on "
       "[day]. It was due on [day]. Without it the panel meets on [day] without your agency's part. Could you please "
       "see to it, or tell us who can?\n\n[name], review coordinator"},
      {"To the partners: a notification was sent", "A notification was sent: [reference]",
       "OFFICIAL-SENSITIVE\n\nHello\n\nA serious incident was notified to the National Panel on [day]. The rapid "
       "review "
       "is due on [day]. The meeting is on [day] at [time]. Papers will come by [secure way].\n\n[name], review "
       "coordinator"},
      {"To the National Panel: the rapid review", "Rapid review: [Panel's reference]",
       "OFFICIAL-SENSITIVE\n\nHello\n\nThe rapid review of the incident with your reference [Panel's reference] comes "
       "with this mail. The partners signed it on [day]. Their decision is [outcome]; the reasons are in part "
       "[number].\n\n[name], review coordinator"},
      {"To a family: a cover letter", "A letter about the review",
       "Dear [name]\n\nWe are sorry for what has happened to your family. We look at how services worked together, so "
       "that other children are better helped. We do not decide who is to blame.\n\nWe would like to hear from you, if "
       "you wish, in the way that suits you: at home, by telephone, in writing, with somebody you trust, or with an "
       "interpreter. You can say no, and you can change your mind later.\n\nYou can reach [name] on [number]."},
      {"A delay: to the National Panel and the Secretary of State", "A delay: [reference]",
       "OFFICIAL-SENSITIVE\n\nHello\n\nThe report with the reference [reference] was due to be published by [day]. It "
       "will not be, because [reason]. We expect to publish it by [day], and look at this again by [day].\n\n[name], "
       "review coordinator"},
  };
  return all;
}

}  // namespace reviewd
