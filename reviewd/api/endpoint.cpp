#include "reviewd/api/endpoint.hpp"

#include <fmt/format.h>

#include "reviewd/api/misnamed_record.hpp"

namespace reviewd {

const std::vector<Endpoint>& endpoints() {
  static const std::vector<Endpoint> all = [] {
    std::vector<Endpoint> rows;
    for (auto* const part : {case_endpoints,
                             entry_endpoints,
                             clock_endpoints,
                             law_endpoints,
                             store_endpoints,
                             transfer_endpoints,
                             token_endpoints,
                             account_endpoints,
                             practice_endpoints,
                             seen_endpoints,
                             glass_endpoints,
                             document_endpoints,
                             search_endpoints,
                             saved_view_endpoints,
                             overview_endpoints,
                             worklist_endpoints,
                             asked_view_endpoints,
                             csv_endpoints,
                             case_choice_endpoints,
                             draft_endpoints,
                             meeting_endpoints,
                             contact_endpoints,
                             return_link_endpoints,
                             return_request_endpoints,
                             return_alert_endpoints,
                             timeliness_endpoints,
                             approval_endpoints,
                             setting_endpoints,
                             closure_endpoints,
                             scrutiny_endpoints,
                             partnership_endpoints,
                             case_export_endpoints,
                             erasure_endpoints,
                             people_endpoints,
                             alert_endpoints,
                             notice_endpoints,
                             feed_endpoints,
                             webhook_endpoints,
                             publication_endpoints,
                             proceedings_endpoints,
                             rehearsal_endpoints,
                             embargo_endpoints,
                             theme_endpoints,
                             finding_endpoints,
                             action_endpoints,
                             earlier_endpoints,
                             programme_endpoints,
                             past_endpoints,
                             figure_endpoints,
                             assurance_endpoints,
                             training_endpoints,
                             audit_endpoints,
                             plan_endpoints,
                             question_endpoints,
                             health_check_endpoints,
                             survey_endpoints,
                             evidence_endpoints,
                             product_endpoints,
                             letter_endpoints,
                             chronology_endpoints,
                             chronology_table_endpoints,
                             chronology_paper_endpoints,
                             panel_pack_endpoints}) {
      for (auto& row : part()) rows.push_back(std::move(row));
    }
    return rows;
  }();
  return all;
}

Response answer(const Endpoint& endpoint, Call& call) {
  if (const auto sort = misnamed_record(call.match)) {
    return refused(call,
                   {review::Code::not_found, fmt::format("There is no {} of this reference that you may see.", *sort)});
  }
  return endpoint.answer(call);
}

bool takes_entry(const Endpoint& endpoint) {
  return endpoint.takes == "Entry" || endpoint.takes == "MeetingEntry" || endpoint.takes == "ProgrammeEntry" ||
         endpoint.takes == "DocumentForm";
}

std::vector<Route> routes() {
  std::vector<Route> all;
  for (const auto& endpoint : endpoints()) all.push_back(Route{endpoint.method, endpoint.pattern, endpoint.name});
  return all;
}

const Endpoint* endpoint_of(const RouteMatch& match) {
  if (match.route == nullptr) return nullptr;
  for (const auto& endpoint : endpoints()) {
    if (endpoint.name == match.route->name) return &endpoint;
  }
  return nullptr;
}

}  // namespace reviewd
