#include "reviewd/web/case/next_steps.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/step_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// What people look for first at each stage. It forbids nothing: everything else that is open stands on the page behind
/// it.
const std::vector<std::string>& usual_at(const std::string& stage) {
  static const std::map<std::string, std::vector<std::string>> all{
      {"REFERRED", {"referralDecided", "incidentLogged", "circumstancesChanged"}},
      {"LOGGED", {"notificationDecided", "panelNotified", "secretaryOfStateNotified", "informed", "safetyConfirmed"}},
      {"NOTIFIED", {"agencyReturnRequested", "meetingArranged", "immediateActionTaken", "informed"}},
      {"RAPID_REVIEW", {"agencyReturnReceived", "meetingHeld", "rapidReviewDecided", "signedOff"}},
      {"AWAITING_PANEL", {"panelResponded", "decisionReconsidered", "reviewCommissioned"}},
      {"REVIEW",
       {"reviewCommissioned", "familyContacted", "practitionerEventHeld", "draftReceived", "reportAccepted",
        "proceedingsUpdated"}},
      {"REPORT_ACCEPTED",
       {"publicationPlanned", "publicationStepDone", "reportRehearsed", "advanceCopySent", "reportPublished",
        "delayReported", "proceedingsUpdated", "embargoExtended"}},
      {"PUBLISHED", {"actionAgreed", "actionUpdated", "briefingShared", "caseClosed"}},
      {"ACTIONS", {"actionAgreed", "actionUpdated", "briefingShared", "caseClosed"}},
      {"WITHDRAWN", {"referralDecided", "caseClosed"}},
      {"CLOSED", {"caseReopened", "actionUpdated", "actionRechecked"}},
  };
  static const std::vector<std::string> none;
  const auto found = all.find(stage);
  return found == all.end() ? none : found->second;
}

/// Steps that are not open for one reason stand together under it.
void put_later(json::array& later, const std::string& why, const std::string& label) {
  auto found = std::ranges::find_if(later, [&](const json::value& one) { return text_in(one, "why") == why; });
  if (found == later.end()) {
    later.push_back(json::object{{"why", why}, {"steps", json::array()}});
    found = later.end() - 1;
  }
  found->as_object()["steps"].as_array().push_back(json::object{{"step", label}});
}

}  // namespace

json::object next_steps(const json::value& of_case) {
  const auto address = "/cases/" + percent_encoded(text_in(of_case, "case")) + "/add";
  auto wanted = usual_at(text_in(of_case, "stage"));
  wanted.push_back("rapidReviewSubmitted");  // due by its day, however far a review has come meanwhile
  wanted.push_back("noteAdded");
  json::array usual;
  json::array later;
  for (const auto& step : list_in(of_case, "nextEntries")) {
    const auto kind = text_in(step, "kind");
    const auto label = step_words(kind);
    const auto why = text_in(step, "why");
    if (!why.empty()) {
      put_later(later, not_open_words(why), label);
    } else if (std::find(wanted.begin(), wanted.end(), kind) != wanted.end()) {
      usual.push_back(json::object{{"label", label}, {"address", address + "/" + percent_encoded(kind)}});
    }
  }
  return {{"all", address}, {"usual", std::move(usual)}, {"hasLater", !later.empty()}, {"later", std::move(later)}};
}

}  // namespace reviewd
