#include <fmt/format.h>

#include <utility>

#include "tests/unit/year_of_a_case.hpp"

namespace review::test {

Deed YearOfACase::of_review(Day today) {
  switch (roll(8)) {
    case 0:
      return plain(today, "{'reviewHealthChecked':{" + of_it_ + ",'onTime':true,'qualitySatisfactory':true}}",
                   "review-health-checked", the_review);
    case 1:
    case 2: {
      const auto on = ahead(today, 5, 60);
      auto deed = plain(today,
                        fmt::format("{{'familyContacted':{{{},'who':'A parent','by':'ann','method':'A visit'{}}}}}",
                                    of_it_, roll(2) == 0 ? "" : ",'nextOn':'" + iso(on) + "'"),
                        "family-contacted", the_review);
      if (deed.json.find("nextOn") != std::string::npos)
        deed.brings.push_back({"family-contact-due", today, the_review, {}, on});
      return deed;
    }
    default:
      break;
  }
  if (draft_ == accepted_) {
    auto deed = plain(today, fmt::format("{{'draftReceived':{{{},'version':{}}}}}", of_it_, draft_ + 1),
                      "draft-received", the_review);
    deed.taken = [this](const std::string&) { ++draft_; };
    return deed;
  }
  auto deed = plain(today, fmt::format("{{'reportAccepted':{{{},'version':{}}}}}", of_it_, draft_), "report-accepted",
                    the_review);
  deed.brings.front().version = draft_;
  // A copy that is out is of an older version now.
  if (planned_ != Day() && copy_ != draft_ && copy_out_)
    deed.brings.push_back({"advance-copy-needed", today, the_review, planned_});
  const bool needed = deed.brings.size() > 1;
  if (planned_ != Day()) deed.brings.push_back({"preparation-needed", today, the_review, planned_});
  deed.taken = [this, needed](const std::string&) {
    accepted_ = draft_;
    copy_out_ = copy_out_ && !needed;
    stage_ = Stage::accepted;
  };
  return deed;
}

Deed YearOfACase::of_publication(Day today) {
  const auto turn = roll(10);
  if (planned_ == Day() || turn == 0) {
    const auto on = ahead(today, 1, 70);
    const bool good = copy_ != 0 && copy_ == accepted_;
    Deed deed{fmt::format("{{'publicationPlanned':{{{},'plannedOn':'{}'}}}}", of_it_, iso(on)),
              {{"publication-planned", today, the_review, on},
               {"advance-copy-needed", today, the_review, on},
               {"preparation-needed", today, the_review, on}}};
    if (good) deed.brings.push_back({"advance-copy-sent", copy_on_, the_review});
    if (checked_ == accepted_) deed.brings.push_back({"report-rehearsed", checked_on_, the_review});
    deed.taken = [this, on, good](const std::string&) {
      planned_ = on;
      copy_out_ = good;
    };
    return deed;
  }
  if (turn == 1) {
    auto deed = plain(today, "{'reportReturned':{" + of_it_ + ",'reasons':'why'}}", "report-returned", the_review);
    deed.taken = [this](const std::string&) { stage_ = Stage::reviewed; };
    return deed;
  }
  if (turn == 2 || turn == 3) return of_holds(today);
  if (turn == 4) return of_embargoes(today);
  if (turn == 5) {
    Deed deed{"{'publicationDeclined':{" + of_it_ + ",'reasons':'why','reportedTo':['PANEL','SECRETARY_OF_STATE']}}",
              {{"publication-declined", today, the_review}, {"publication-explained", today, the_review}}};
    deed.taken = [this](const std::string&) { stage_ = Stage::over; };
    return deed;
  }
  if (checked_ != accepted_ && (copy_ == accepted_ || roll(2) == 0)) {
    auto deed = plain(today, "{'reportRehearsed':{" + of_it_ + ",'left':0}}", "report-rehearsed", the_review);
    deed.taken = [this, today](const std::string&) {
      checked_ = accepted_;
      checked_on_ = today;
    };
    return deed;
  }
  if (copy_ != accepted_) {
    auto deed = plain(today, "{'advanceCopySent':{" + of_it_ + "}}", "advance-copy-sent", the_review);
    deed.brings.front().version = accepted_;
    deed.taken = [this, today](const std::string&) {
      copy_ = accepted_;
      copy_on_ = today;
      copy_out_ = true;
    };
    return deed;
  }
  auto deed = plain(today, "{'reportPublished':{" + of_it_ + ",'form':'FULL'}}", "report-published", the_review);
  deed.taken = [this](const std::string& entry) {
    stage_ = Stage::over;
    published_ = entry;
    out_ = true;
  };
  return deed;
}

std::optional<Deed> YearOfACase::second_thoughts(Day today) {
  const auto entry = std::exchange(published_, {});
  if (entry.empty() || recalled_ || (!shared_ && roll(3) > 0)) return std::nullopt;
  Deed deed{fmt::format("{{'entryWithdrawn':{{'entry':'{}','reason':'MISTAKE','reasons':'Too soon.'}}}}", entry), {}};
  deed.withdraws = entry;
  deed.recalls = true;
  // What was checked for names is to be checked anew, towards the planned day.
  if (checked_on_ != Day()) deed.brings = {{"report-check-needed", today, the_review, planned_}};
  deed.taken = [this](const std::string&) {
    stage_ = Stage::accepted;
    recalled_ = true;
    checked_ = 0;
    out_ = false;
  };
  return deed;
}

Deed YearOfACase::of_the_end(Day today) {
  switch (roll(5)) {
    case 0:
      return plain(today, "{'caseReopened':{'reasons':'Something new'}}", "case-reopened");
    case 1:
      if (roll(3) == 0) {
        auto deed = plain(today, "{'documentFiled':{'document':'b','title':'x'}}", "document-filed");
        deed.taken = [this](const std::string&) { checked_b_ = false; };
        return deed;
      }
      if (out_ && !checked_b_) {
        auto deed = plain(today, "{'reportRehearsed':{" + of_it_ + ",'document':'b','left':0}}", "report-rehearsed",
                          the_review);
        deed.taken = [this](const std::string&) { checked_b_ = true; };
        return deed;
      }
      return plain(today, "{'reportReplaced':{" + of_it_ + ",'document':'b'}}", "report-replaced", the_review);
    case 2:
      return plain(today, "{'reportTakenDown':{" + of_it_ + ",'reason':'CHILD_AT_RISK'}}", "report-taken-down",
                   the_review);
    case 3:
      return of_actions(today);
    default:
      return plain(today, "{'caseClosed':{'reason':'COMPLETE'}}", "case-closed");
  }
}

}  // namespace review::test
