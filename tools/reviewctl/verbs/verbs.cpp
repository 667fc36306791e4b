#include "tools/reviewctl/verbs/verbs.hpp"

#include <algorithm>

namespace reviewctl {

const std::vector<Verb>& verbs() {
  static const std::vector<Verb> all{
      case_list(),        case_log(),        case_show(),      entry_add(),          entry_list(),
      entry_show(),       document_add(),    document_list(),  document_get(),       clocks_list(),
      clocks_explain(),   overdue(),         findings(),       timetable_show(),     calendar_holidays(),
      calendar_add(),     calendar_count(),  law_check(),      law_show(),           scenario_run(),
      store_init(),       store_backup(),    store_check(),    journal_head(),       journal_verify(),
      views_rebuild(),    export_entries(),  import_entries(), token_issue(),        token_list(),
      token_revoke(),     account_invite(),  account_list(),   account_disable(),    account_reset(),
      account_sign_out(), account_role(),    practice_today(), demo_fill(),          completion(),
      actions(),          recommendations(), nearest(),        programme_list(),     programme_open(),
      programme_show(),   past_import(),     assurance(),      programme_training(), programme_pledges(),
      programme_audit(),  programme_plan(),  figures(),        products(),           letter_list(),
      letter_get(),       chronology_get(),  papers_get(),     report_get(),         product_get(),
      monitoring(),       repeats(),         evidence_theme(), evidence_made(),      programme_survey(),
      questions(),        health()};
  return all;
}

const Verb* find_verb(const std::string& noun, const std::string& verb) {
  const auto& all = verbs();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Verb& one) { return one.noun == noun && one.verb == verb; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace reviewctl
