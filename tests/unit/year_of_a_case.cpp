#include "tests/unit/year_of_a_case.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "tests/support/small_case.hpp"

namespace review::test {

std::string YearOfACase::incident(Day aware) const {
  constexpr std::array<const char*, 4> children = {"{'ageYears':3}", "{'ageYears':3,'harm':'DEATH','lookedAfter':true}",
                                                   "{'ageYears':21,'harm':'DEATH','careLeaver':true}",
                                                   "{'ageYears':3}"};
  return fmt::format(
      "{{'incidentLogged':{{'localAuthorityAwareOn':'{}','harm':'{}','abuseOrNeglect':'{}','children':[{}]}}}}",
      iso(aware), kind_ == 3 ? "OTHER" : "DEATH", kind_ == 0 ? "SUSPECTED" : "NOT_SUSPECTED",
      children.at(static_cast<std::size_t>(kind_)));
}

Deed YearOfACase::begin(Day today) {
  kind_ = roll(6) == 0 ? 1 + roll(3) : 0;
  const auto aware = today - std::chrono::days(roll(4));
  Deed deed{incident(aware), {}};
  if (kind_ == 0) deed.brings = {{"became-notifiable", aware}};
  if (kind_ == 1) deed.brings = {{"looked-after-death-known", aware, "child-1"}};
  if (kind_ == 2) deed.brings = {{"care-leaver-death-known", aware, "child-1"}};
  deed.taken = [this](const std::string& entry) { incident_entry_ = entry; };
  return deed;
}

Deed YearOfACase::next(Day today, const Joins& joins) {
  if (roll(12) == 0) return of_actions(today);
  if (stage_ >= Stage::notified && roll(12) == 0) return of_returns(today);
  if (stage_ >= Stage::decided && roll(8) == 0) return of_holds(today);
  if (stage_ >= Stage::decided && roll(8) == 0) return of_embargoes(today);
  if (over_elsewhere_) return of_the_end(today);
  switch (stage_) {
    case Stage::logged:
      return before_notifying(today);
    case Stage::notified:
      return in_rapid_review(today);
    case Stage::decided:
    case Stage::sent:
    case Stage::answered:
      return onward(today, joins);
    case Stage::reviewed:
      return of_review(today);
    case Stage::accepted:
      return of_publication(today);
    case Stage::over:
      break;
  }
  return of_the_end(today);
}

Deed YearOfACase::before_notifying(Day today) {
  if (kind_ == 1 || kind_ == 2) {
    return plain(today,
                 fmt::format("{{'secretaryOfStateNotified':{{'duty':'{}','informed':['SECRETARY_OF_STATE']}}}}",
                             kind_ == 1 ? "LOOKED_AFTER_DEATH" : "CARE_LEAVER_DEATH"),
                 kind_ == 1 ? "looked-after-death-told" : "care-leaver-death-told");
  }
  if (kind_ == 0 && roll(5) == 0) {
    const auto aware = today - std::chrono::days(roll(4));
    auto replacement = incident(aware);
    Deed deed{fmt::format("{{'entryCorrected':{{'entry':'{}','reason':'why','replacement':{}}}}}", incident_entry_,
                          replacement),
              {{"became-notifiable", aware}}};
    deed.corrects = incident_entry_;
    return deed;
  }
  if (roll(4) == 0) return plain(today, "{'informed':{'who':['SAFEGUARDING_PARTNERS']}}", "partners-informed");
  const bool told = roll(3) > 0;
  Deed deed{fmt::format("{{'panelNotified':{{'informed':[{}]}}}}", told ? "'SAFEGUARDING_PARTNERS'" : ""),
            {{"panel-notified", today}}};
  if (told) deed.brings.push_back({"partners-informed", today});
  deed.taken = [this](const std::string&) { stage_ = Stage::notified; };
  return deed;
}

Deed YearOfACase::in_rapid_review(Day today) {
  switch (roll(14)) {
    case 0: {
      auto deed =
          plain(today, "{'notificationWithdrawn':{'reasons':'It was found otherwise.'}}", "notification-withdrawn");
      deed.taken = [this](const std::string&) { stage_ = Stage::over; };
      return deed;
    }
    case 1:
    case 2:
      return plain(today, "{'meetingHeld':{'quorate':true}}", "meeting-held");
    case 3:
    case 4:
    case 5:
      return of_returns(today);
    case 6:
      return plain(today, "{'informed':{'who':['SAFEGUARDING_PARTNERS']}}", "partners-informed");
    default: {
      Deed deed{
          fmt::format("{{'rapidReviewDecided':{{'outcome':'LCSPR','criteria':{},'reasons':'why'}}}}", review_criteria),
          {{"rapid-review-decided", today}, {"publishable-review-decided", today}}};
      deed.taken = [this](const std::string&) { stage_ = Stage::decided; };
      return deed;
    }
  }
}

Deed YearOfACase::onward(Day today, const Joins& joins) {
  constexpr std::array<const char*, 3> bodies = {"LOCAL_AUTHORITY", "INTEGRATED_CARE_BOARD", "POLICE"};
  if (roll(9) == 0) return plain(today, "{'informed':{'who':['BOARD']}}", "board-informed");
  if (stage_ == Stage::decided && signed_ < 3) {
    auto deed = plain(today,
                      fmt::format("{{'signedOff':{{'of':'RAPID_REVIEW','body':'{}'}}}}",
                                  bodies.at(static_cast<std::size_t>(signed_))),
                      "signed-off");
    deed.taken = [this](const std::string&) { ++signed_; };
    return deed;
  }
  if (stage_ == Stage::decided) {
    auto deed = plain(today, "{'rapidReviewSubmitted':{}}", "rapid-review-submitted");
    deed.taken = [this](const std::string&) { stage_ = Stage::sent; };
    return deed;
  }
  if (stage_ == Stage::sent) {
    auto deed = plain(today, "{'panelResponded':{'view':'AGREES'}}", "panel-responded");
    deed.taken = [this](const std::string&) { stage_ = Stage::answered; };
    return deed;
  }
  // What another case leads is done there.
  if (led_) return roll(2) == 0 ? of_holds(today) : of_embargoes(today);
  std::string cases;
  for (const auto& [other, name] : joins.cases) cases += (cases.empty() ? ",'joinsCases':['" : ",'") + other + "'";
  if (!cases.empty()) cases += "]";
  auto deed = plain(today, "{'reviewCommissioned':{'reviewers':['reviewer-1']" + cases + "}}", "review-commissioned",
                    the_review);
  deed.brings.front().joins = joins.cases;
  deed.taken = [this, joins](const std::string&) {
    stage_ = Stage::reviewed;
    shared_ = shared_ || !joins.cases.empty();
    quiet_ = quiet_ || joins.quiet;
  };
  return deed;
}

void YearOfACase::join(bool quiet) {
  led_ = stage_ < Stage::reviewed;
  joined_ = true;
  shared_ = true;
  quiet_ = quiet_ || quiet;
}

Deed YearOfACase::of_returns(Day today) {
  if (requests_ == 0 || roll(3) == 0) {
    const auto on = ahead(today, 1, 20);
    // The second request to an agency has a number of its own, and so on.
    const auto subject = requests_ == 0 ? std::string("police") : fmt::format("police:{}", requests_ + 1);
    auto deed = due(today, fmt::format("{{'agencyReturnRequested':{{'agencies':['police'],'dueOn':'{}'}}}}", iso(on)),
                    "agency-return-requested", on, subject);
    deed.taken = [this](const std::string&) { ++requests_; };
    return deed;
  }
  // Of several requests, an answer that does not name one is about the newest that is open: of one is enough here.
  if (requests_ > 1) return plain(today, "{'noteAdded':{'text':'An invented note.'}}", "note-added");
  if (roll(3) > 0) {
    auto deed = plain(today, "{'agencyReturnReceived':{'agency':'police','completeness':'FULL'}}",
                      "agency-return-settled", "police");
    deed.taken = [this](const std::string&) { answered_ = true; };
    return deed;
  }
  const auto on = ahead(today, 1, 20);
  Deed deed{fmt::format("{{'agencyReturnSentBack':{{'agency':'police','reasons':'why','dueOn':'{}'}}}}", iso(on)), {}};
  if (answered_) deed.brings = {{"agency-return-requested", today, "police", {}, on}};
  deed.taken = [this](const std::string&) { answered_ = false; };
  return deed;
}

Deed YearOfACase::of_recommendations(Day today) {
  if (recommended_ == 0 || roll(3) == 0) {
    const auto name = fmt::format("recommendation-{}", recommended_ + 1);
    auto deed = plain(today,
                      fmt::format("{{'recommendationMade':{{'recommendation':'{}','kind':'NATIONAL','text':'x',"
                                  "'to':['PANEL']}}}}",
                                  name),
                      "recommendation-awaited", name + ":panel");
    deed.taken = [this](const std::string&) { ++recommended_; };
    return deed;
  }
  const auto name = fmt::format("recommendation-{}", roll(recommended_) + 1);
  return plain(
      today,
      fmt::format("{{'recommendationAnswered':{{'recommendation':'{}','by':'PANEL','answer':'ACCEPTED'}}}}", name),
      "recommendation-settled", name + ":panel");
}

Deed YearOfACase::of_actions(Day today) {
  if (roll(6) == 0) return of_recommendations(today);
  const auto on = ahead(today, 0, 90);
  if (actions_.empty() || roll(4) == 0) {
    const auto name = fmt::format("action-{}", actions_.size() + 1);
    auto deed =
        due(today, fmt::format("{{'actionAgreed':{{'action':'{}','owner':'POLICE','dueOn':'{}'}}}}", name, iso(on)),
            "action-due", on, name);
    deed.taken = [this, on](const std::string& entry) { actions_.push_back({on, false, entry}); };
    return deed;
  }
  const auto number = static_cast<std::size_t>(roll(static_cast<int>(actions_.size())));
  const auto& action = actions_[number];
  const auto name = fmt::format("action-{}", number + 1);
  if (roll(6) == 0) {
    Deed deed{fmt::format("{{'entryWithdrawn':{{'entry':'{}','reason':'MISTAKE'}}}}", action.entry), {}};
    deed.withdraws = action.entry;
    return deed;
  }
  if (roll(3) > 0) {
    auto deed = plain(today, fmt::format("{{'actionUpdated':{{'action':'{}','progress':'COMPLETE'}}}}", name),
                      "action-completed", name);
    if (action.complete) deed.brings.clear();
    deed.taken = [this, number](const std::string&) { actions_[number].complete = true; };
    return deed;
  }
  Deed deed{
      fmt::format("{{'actionUpdated':{{'action':'{}','progress':'RED','dueOn':'{}','reason':'why'}}}}", name, iso(on)),
      {}};
  if (action.complete) deed.brings.push_back({"action-reopened", today, name, {}, {}});
  if (action.complete || action.due != on) deed.brings.push_back({"action-due", today, name, {}, on});
  deed.taken = [this, number, on](const std::string&) {
    actions_[number].due = on;
    actions_[number].complete = false;
  };
  return deed;
}

Deed YearOfACase::of_holds(Day today) {
  if (quiet_) return of_actions(today);
  if (open_.empty() || roll(6) == 0) {
    const bool holds = roll(4) > 0;
    auto deed = plain(today,
                      fmt::format("{{'proceedingsOpened':{{'proceedings':'proceedings-{}','kind':'CRIMINAL'{}}}}}",
                                  open_.size() + 1, holds ? "" : ",'holdsPublication':false,'advice':'The prosecutor'"),
                      "proceedings-opened", fmt::format("proceedings-{}", open_.size() + 1));
    deed.brings.front().holds = holds;
    deed.taken = [this](const std::string&) { open_.push_back(true); };
    return deed;
  }
  const auto number = static_cast<std::size_t>(roll(static_cast<int>(open_.size())));
  const auto name = fmt::format("proceedings-{}", number + 1);
  const auto deed_of = [&](const char* kind, const std::string& rest, const char* brings, bool open) {
    auto deed = plain(today, fmt::format("{{'{}':{{'proceedings':'{}'{}}}}}", kind, name, rest), brings, name);
    deed.taken = [this, number, open](const std::string&) { open_[number] = open; };
    return deed;
  };
  switch (roll(7)) {
    case 0:
    case 1: {
      const auto until = roll(2) == 0 ? std::nullopt : std::optional(today + std::chrono::days(28));
      const auto appeal = until ? ",'appealUntil':'" + iso(*until) + "'" : "";
      auto deed = deed_of("proceedingsConcluded", ",'outcome':'x'" + appeal, "proceedings-concluded", false);
      deed.brings.front().until = until;
      if (number % 2 == 1) deed.happened_before(std::chrono::days(9));
      return deed;
    }
    case 2:
      return deed_of("proceedingsReopened", ",'reasons':'An appeal'", "proceedings-reopened", true);
    case 3: {
      const auto on = ahead(today, 5, 120);
      Deed deed{fmt::format("{{'proceedingsUpdated':{{'proceedings':'{}','nextCheckOn':'{}'}}}}", name, iso(on)), {}};
      // What is heard of proceedings that have ended asks for no further question.
      if (open_[number]) deed.brings = {{"proceedings-updated", today, name, {}, on}};
      return deed;
    }
    case 4: {
      const auto ends = roll(2) == 0 ? std::nullopt : std::optional(ahead(today, 30, 300));
      const auto order = fmt::format("order-{}", orders_ + 1);
      const auto says = "'order':'" + order + "','court':'x'" + (ends ? ",'endsOn':'" + iso(*ends) + "'" : "");
      auto deed = plain(today, "{'courtOrderRecorded':{" + says + "}}", "court-order-recorded", order);
      deed.brings.front().until = ends;
      deed.taken = [this](const std::string&) { ++orders_; };
      return deed;
    }
    case 5: {
      if (orders_ == 0) break;
      const auto order = fmt::format("order-{}", 1 + roll(orders_));
      return plain(today, fmt::format("{{'courtOrderEnded':{{'order':'{}','reasons':'why'}}}}", order),
                   "court-order-ended", order);
    }
    default:
      break;
  }
  const auto on = roll(2) == 0 ? std::nullopt : std::optional(ahead(today, 20, 200));
  const bool of_review = led_ || stage_ == Stage::reviewed || stage_ == Stage::accepted;
  return {"{'delayReported':{" + to_both_ + "'reasons':'x'" + (of_review ? "," + of_it_ : "") +
              (on ? ",'expectedOn':'" + iso(*on) + "'" : "") + "}}",
          {{"delay-reported", today, of_review ? the_review : "", {}, on}}};
}

Deed YearOfACase::of_embargoes(Day today) {
  if (quiet_) return of_actions(today);
  const auto on = ahead(today, 3, 150);
  if (embargoes_ == 0 || roll(6) == 0) {
    const auto hangs_on =
        !open_.empty() && roll(2) == 0 ? fmt::format("proceedings-{}", 1 + roll(static_cast<int>(open_.size()))) : "";
    auto deed = due(today,
                    fmt::format("{{'embargoPlaced':{{'embargo':'embargo-{}','reason':'why','reviewOn':'{}'{}}}}}",
                                embargoes_ + 1, iso(on), hangs_on.empty() ? "" : ",'proceedings':['" + hangs_on + "']"),
                    "embargo-placed", on, fmt::format("embargo-{}", embargoes_ + 1));
    if (!hangs_on.empty()) deed.brings.front().hangs_on = {hangs_on};
    deed.taken = [this](const std::string&) { ++embargoes_; };
    return deed;
  }
  const auto name = fmt::format("embargo-{}", 1 + roll(embargoes_));
  switch (roll(4)) {
    case 0:
      return due(today,
                 fmt::format("{{'embargoExtended':{{'reason':'why','reviewOn':'{}','embargo':'{}'}}}}", iso(on), name),
                 "embargo-extended", on, name);
    case 1:
      return plain(today, fmt::format("{{'embargoLiftProposed':{{'embargo':'{}','reasons':'why'}}}}", name),
                   "embargo-lift-proposed", name);
    default: {
      auto deed = plain(today, fmt::format("{{'embargoLifted':{{'embargo':'{}','evidence':'A letter'}}}}", name),
                        "embargo-lifted", name);
      deed.person = "bob";
      return deed;
    }
  }
}

}  // namespace review::test
