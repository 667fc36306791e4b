#include <algorithm>

#include "reviewd/web/frame/page.hpp"

namespace reviewd {

const std::vector<Page>& pages() {
  static const std::vector<Page> all = [] {
    std::vector<Page> rows;
    for (auto* const part : {home_pages,        reminder_pages,     notice_pages,         calendar_pages,
                             case_pages,        publication_pages,  delay_letter_pages,   register_pages,
                             entry_forms,       governance_pages,   document_pages,       cases_pages,
                             search_pages,      overview_pages,     learning_pages,       information_pages,
                             incident_pages,    draft_pages,        logged_pages,         meeting_pages,
                             meeting_forms,     agency_view_pages,  contact_pages,        return_pages_of_cases,
                             mail_pages,        account_pages,      second_step_pages,    administration_pages,
                             people_pages,      approval_pages,     token_pages,          webhook_pages,
                             setting_pages,     closure_pages,      scrutiny_pages,       export_pages,
                             erase_pages,       rehearsal_pages,    embargo_pages,        held_pages,
                             action_pages,      programme_pages,    past_pages,           figures_pages,
                             assurance_pages,   audit_pages,        audit_link_pages,     plan_pages,
                             question_pages,    health_check_pages, evidence_pages,       survey_pages,
                             product_pages,     letter_pages,       chronology_pages,     chronology_table_pages,
                             pack_pages,        more_pages,         assurance_link_pages, product_link_pages,
                             audit_answer_pages}) {
      for (auto& page : part()) rows.push_back(std::move(page));
    }
    return rows;
  }();
  return all;
}

const Page* page_of(const RouteMatch& match) {
  if (match.kind != RouteMatch::Kind::found) return nullptr;
  const auto found =
      std::find_if(pages().begin(), pages().end(), [&](const Page& page) { return page.name == match.route->name; });
  return found == pages().end() ? nullptr : &*found;
}

}  // namespace reviewd
