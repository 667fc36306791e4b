#include "tests/support/full_year.hpp"

#include <fmt/format.h>

namespace review::test {
namespace {

struct Given {
  int times;
  const char* harm;  ///< of the incident, and of the child
  const char* child;
};

constexpr Given notified_children[] = {
    {7, "SERIOUS_HARM",
     "'ageWeeks':20,'sex':'FEMALE','ethnicity':'WBRI','disability':['NONE'],'lookedAfter':false,"
     "'plan':'CHILD_PROTECTION'"},
    {6, "SERIOUS_HARM", "'ageYears':3,'sex':'MALE','ethnicity':'WBRI','lookedAfter':false,'plan':'NONE'"},
    {5, "SERIOUS_HARM",
     "'ageYears':9,'sex':'MALE','ethnicity':'APKN','disability':['NONE'],'lookedAfter':false,"
     "'plan':'CHILD_IN_NEED'"},
    {3, "SERIOUS_HARM",
     "'ageYears':14,'sex':'FEMALE','ethnicity':'BCRB','disability':['LD'],'lookedAfter':true,"
     "'plan':'CHILD_PROTECTION'"},
    {2, "DEATH",
     "'ageYears':16,'sex':'FEMALE','ethnicity':'MWBA','disability':['BEH','LD'],'careLeaver':true,"
     "'plan':'EARLY_HELP'"},
    {1, "OTHER", "'unborn':true,'sex':'NOT_KNOWN','plan':'NONE'"}};

constexpr Given directed_children[] = {
    {2, "SERIOUS_HARM", "'ageYears':4,'sex':'MALE','ethnicity':'WBRI','lookedAfter':false,'plan':'NONE'"},
    {1, "OTHER", "'ageYears':12,'sex':'FEMALE','ethnicity':'OOTH','disability':['LD'],'plan':'EARLY_HELP'"}};

std::string children_of(const Given& given) {
  return fmt::format("'children':[{{{},'harm':'{}'}}]", given.child, given.harm);
}

/// 24 cases, the first of them 26-0001, that were notified in June and of which the Panel agreed to what was decided.
std::vector<SmallCase*> add_notified(CountedYear& year) {
  std::vector<SmallCase*> cases;
  for (const auto& given : notified_children) {
    for (int i = 0; i < given.times; ++i) {
      auto& one = year.begin("2025-06-02");
      one.must(incident_on("2025-06-02", given.harm, "SUSPECTED",
                           fmt::format(",'jointAgencyResponse':{},{}", cases.size() < 2, children_of(given))));
      const char* outcome = cases.size() < 8 ? "LCSPR" : cases.size() < 12 ? "TABLETOP" : "NO_FURTHER_REVIEW";
      rapid_review(one, "2025-06-05", "2025-06-19", "2025-06-20", outcome);
      cases.push_back(&one);
    }
  }
  return cases;
}

void add_directed(CountedYear& year) {
  for (const auto& given : directed_children) {
    for (int i = 0; i < given.times; ++i)
      year.begin("2025-09-01")
          .must(fmt::format("{{'learningReferred':{{'referredBy':'police','concern':'Invented.',{}}}}}",
                            children_of(given)));
  }
  for (const char* outcome : {"SPOTLIGHT", "LEARNING_BRIEFING", "NO_FURTHER_ACTION"}) {
    auto& one = year.begin("2025-09-01");
    one.must("{'learningReferred':{'referredBy':'police','concern':'Invented.'}}");
    one.on("2025-09-15").must(fmt::format("{{'referralDecided':{{'outcome':'{}','reasons':'Invented.'}}}}", outcome));
  }
}

void accept(SmallCase& one) {
  one.on("2025-12-01").must("{'draftReceived':{'version':1}}");
  one.must("{'reportAccepted':{'version':1}}");
}

/// Reviews of the first cases: one in progress over two cases, one accepted, one published, one declined, one
/// completed.
void add_reviews(CountedYear& year, const std::vector<SmallCase*>& cases) {
  const char* commissioned = "{'reviewCommissioned':{'reviewers':['reviewer-1']}}";
  cases[0]->on("2025-07-01").must("{'reviewCommissioned':{'reviewers':['reviewer-1'],'joinsCases':['26-0002']}}");
  year.join(1, {2}, "2025-07-01");
  // What holds the case that was joined holds the review.
  cases[1]->on("2025-07-02").must("{'proceedingsOpened':{'kind':'CRIMINAL'}}");
  for (const std::size_t at : {std::size_t{2}, std::size_t{3}, std::size_t{4}, std::size_t{8}}) {
    cases[at]->on("2025-07-01").must(commissioned);
    accept(*cases[at]);
  }
  cases[2]->must("{'proceedingsOpened':{'kind':'INQUEST'}}");
  cases[2]->must("{'courtOrderRecorded':{'court':'Crown Court'}}");
  cases[2]->must("{'embargoPlaced':{'reason':'Invented.','reviewOn':'2026-03-02'}}");
  cases[3]->must("{'publicationPlanned':{'plannedOn':'2026-01-12'}}");
  cases[3]->must("{'advanceCopySent':{}}");
  cases[3]->must("{'reportRehearsed':{}}");
  cases[3]->on("2026-01-12").must("{'reportPublished':{'form':'FULL'}}");
  cases[4]->on("2026-01-12").must("{'publicationDeclined':{'reasons':'Invented.'}}");
  auto& brought = year.begin("2025-05-06");
  brought.must(
      "{'caseBroughtIn':{'kind':'LIVE','stageAsAt':'REPORT_ACCEPTED','harm':'DEATH','abuseOrNeglect':'KNOWN',"
      "'outcome':'LCSPR','knownDates':[{'kind':'panel-notified','on':'2024-06-03'},"
      "{'kind':'rapid-review-submitted','on':'2024-06-21'},{'kind':'panel-responded','on':'2024-07-05'}]}}");
  brought.must("{'proceedingsOpened':{'kind':'CRIMINAL'}}");
}

void add_learning(const std::vector<SmallCase*>& cases) {
  const auto find = [&](std::size_t at, const char* theme, const char* source, const char* on) {
    cases[at]->must(
        fmt::format("{{'learningCaptured':{{'findings':[{{'finding':'Invented.','themes':['{}'],'source':'{}','foundOn'"
                    ":'{}'}}]}}}}",
                    theme, source, on));
  };
  for (std::size_t at = 9; at < 15; ++at) find(at, "domestic-abuse", "MULTI_AGENCY_AUDIT", "2025-06-20");
  for (const std::size_t at : {std::size_t{15}, std::size_t{16}}) find(at, "babies", "INSPECTION", "2025-06-20");
  find(17, "domestic-abuse", "INSPECTION", "2025-06-20");
  find(18, "domestic-abuse", "INSPECTION", "2024-06-20");
  auto& one = *cases[5];
  one.on("2025-07-01").must("{'recommendationMade':{'text':'x','to':['POLICE'],'kind':'MULTI_AGENCY'}}");
  one.must("{'actionAgreed':{'action':'a','owner':'POLICE','dueOn':'2025-12-01'}}");
  one.on("2025-09-01")
      .must("{'actionUpdated':{'action':'a','progress':'COMPLETE','reached':'CHANGED','evidence':'Invented.'}}");
  one.on("2025-12-01").must("{'actionRechecked':{'action':'a','finding':'NOT_CHANGED','evidence':'Invented.'}}");
}

/// Four families: one takes part and was shown the report, one declines, one was offered a part and has not said, one
/// was not asked.
void add_families(const std::vector<SmallCase*>& cases) {
  const auto contact = [&](std::size_t at, const char* more) {
    cases[at]->must(fmt::format("{{'familyContacted':{{'who':'A parent','by':'ann','method':'A visit',{}}}}}", more));
  };
  contact(2, "'offer':'Invented.','answer':'TAKES_PART'");
  contact(2, "'shown':true");
  contact(3, "'offer':'Invented.','answer':'DECLINES'");
  contact(4, "'offer':'Invented.'");
  contact(5, "'answer':'NOT_ASKED','notAskedBecause':'Invented.'");
}

/// Late, sent without signatures, and put right afterwards.
void add_irregular(CountedYear& year) {
  auto& unsigned_one = year.begin("2025-05-12");
  unsigned_one.must(incident_on("2025-05-12", "DEATH", "SUSPECTED", ""));
  unsigned_one.on("2025-05-27").must("{'panelNotified':{}}");
  unsigned_one.on("2025-07-31")
      .must(
          "{'rapidReviewSubmitted':{},'despite':[{'code':'not-in-this-stage','reasons':'Invented.','authorisedBy':'bea'"
          "},{'code':'sign-off-missing','reasons':'Invented.','authorisedBy':'bea'}]}");
  auto& turned = year.begin("2025-05-12");
  turned.must(incident_on("2025-05-12", "DEATH", "KNOWN", ""));
  const auto sent = turned.on("2025-05-27").must("{'panelNotified':{'reference':'N-1'}}");
  turned.on("2025-05-30")
      .must(fmt::format(
          "{{'entryCorrected':{{'entry':'{}','reason':'Invented.','replacement':{{'occurredOn':'2025-05-15',"
          "'panelNotified':{{'reference':'N-1'}}}}}}}}",
          sent));
}

}  // namespace

CountedYear full_year() {
  CountedYear year;
  const auto cases = add_notified(year);
  add_directed(year);
  add_reviews(year, cases);
  add_learning(cases);
  add_families(cases);
  add_irregular(year);
  return year;
}

}  // namespace review::test
