#pragma once

#include <vector>

#include "tools/reviewctl/verb.hpp"

namespace reviewctl {

/// Every verb, in the order in which help lists them.
[[nodiscard]] const std::vector<Verb>& verbs();
/// The verb that a command line begins with, or null.
[[nodiscard]] const Verb* find_verb(const std::string& noun, const std::string& verb);

[[nodiscard]] Verb case_list();
[[nodiscard]] Verb case_log();
[[nodiscard]] Verb case_show();
[[nodiscard]] Verb programme_audit();
[[nodiscard]] Verb programme_list();
[[nodiscard]] Verb programme_open();
[[nodiscard]] Verb programme_show();
[[nodiscard]] Verb assurance();
[[nodiscard]] Verb programme_training();
[[nodiscard]] Verb programme_pledges();
[[nodiscard]] Verb programme_plan();
[[nodiscard]] Verb entry_add();
[[nodiscard]] Verb entry_list();
[[nodiscard]] Verb entry_show();
[[nodiscard]] Verb document_add();
[[nodiscard]] Verb document_list();
[[nodiscard]] Verb document_get();
[[nodiscard]] Verb letter_list();
[[nodiscard]] Verb letter_get();
[[nodiscard]] Verb chronology_get();
[[nodiscard]] Verb papers_get();
[[nodiscard]] Verb clocks_list();
[[nodiscard]] Verb clocks_explain();
[[nodiscard]] Verb nearest();
[[nodiscard]] Verb overdue();
[[nodiscard]] Verb findings();
[[nodiscard]] Verb products();
[[nodiscard]] Verb actions();
[[nodiscard]] Verb recommendations();
[[nodiscard]] Verb timetable_show();
[[nodiscard]] Verb calendar_holidays();
[[nodiscard]] Verb calendar_add();
[[nodiscard]] Verb calendar_count();
[[nodiscard]] Verb law_check();
[[nodiscard]] Verb law_show();
[[nodiscard]] Verb scenario_run();
[[nodiscard]] Verb store_init();
[[nodiscard]] Verb store_backup();
[[nodiscard]] Verb store_check();
[[nodiscard]] Verb journal_head();
[[nodiscard]] Verb journal_verify();
[[nodiscard]] Verb views_rebuild();
[[nodiscard]] Verb export_entries();
[[nodiscard]] Verb import_entries();
[[nodiscard]] Verb past_import();
[[nodiscard]] Verb token_issue();
[[nodiscard]] Verb token_list();
[[nodiscard]] Verb token_revoke();
[[nodiscard]] Verb account_invite();
[[nodiscard]] Verb account_role();
[[nodiscard]] Verb account_list();
[[nodiscard]] Verb account_disable();
[[nodiscard]] Verb account_reset();
[[nodiscard]] Verb account_sign_out();
[[nodiscard]] Verb practice_today();
[[nodiscard]] Verb demo_fill();
[[nodiscard]] Verb completion();
[[nodiscard]] Verb figures();
[[nodiscard]] Verb report_get();
[[nodiscard]] Verb product_get();
[[nodiscard]] Verb monitoring();
[[nodiscard]] Verb repeats();
[[nodiscard]] Verb evidence_theme();
[[nodiscard]] Verb evidence_made();  ///< of a recommendation that was made
[[nodiscard]] Verb programme_survey();
[[nodiscard]] Verb questions();
[[nodiscard]] Verb health();

}  // namespace reviewctl
