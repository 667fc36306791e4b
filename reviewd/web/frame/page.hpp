#pragma once

#include <boost/json/monotonic_resource.hpp>
#include <boost/json/storage_ptr.hpp>
#include <optional>
#include <string>
#include <vector>

#include "reviewd/api/endpoint.hpp"
#include "reviewd/http/request.hpp"
#include "reviewd/http/response.hpp"
#include "reviewd/http/router.hpp"
#include "reviewd/storage/storage.hpp"
#include "reviewd/web/frame/visitor.hpp"

namespace reviewd {

/// One request of a page by somebody who is signed in, on the storage thread. A page knows what the API answers to this
/// visitor (`ask`), and nothing else.
struct PageCall {
  const Request& request;
  const RouteMatch& match;
  Storage& storage;
  const Visitor& visitor;
  review::Moment moment;
  /// The API refused something because the visitor has to show anew who they are: whatever the page answers, that is
  /// asked for instead.
  mutable bool wants_proof = false;
  FindReader find_reader{};  ///< as in Call
  /// What the API answers lies here until the last of it is gone, and goes at once.
  boost::json::storage_ptr memory = boost::json::make_shared_resource<boost::json::monotonic_resource>();

  /// The reference of the case or the programme that the path names; empty where it names neither.
  [[nodiscard]] std::string record() const { return path(path("programme").empty() ? "case" : "programme"); }
  /// A part of the path, for example `case`.
  [[nodiscard]] std::string path(std::string_view name) const { return std::string(match.parameter(name)); }
};

/// One row of the table of pages.
struct Page {
  std::string method;
  std::string pattern;
  std::string name;  ///< for logs and metrics, for example `casePage`
  Use use;           ///< `read`, or `write` where it asks an endpoint that writes
  Response (*answer)(PageCall&);
  bool takes_files = false;  ///< its form is sent as `multipart/form-data`
  /// Of a form that takes much typing: keeps what was sent after the session was over, and gives the address where the
  /// same person finds it again. Empty where nothing could be kept.
  std::string (*keep)(PageCall&) = nullptr;
};

/// Every page that needs somebody to be signed in.
[[nodiscard]] const std::vector<Page>& pages();
[[nodiscard]] const Page* page_of(const RouteMatch& match);

[[nodiscard]] std::vector<Page> home_pages();             ///< home, cases
[[nodiscard]] std::vector<Page> reminder_pages();         ///< what is due soon and late
[[nodiscard]] std::vector<Page> notice_pages();           ///< one's own reminders by mail
[[nodiscard]] std::vector<Page> calendar_pages();         ///< reminders in one's own calendar
[[nodiscard]] std::vector<Page> case_pages();             ///< a case, its clocks and entries
[[nodiscard]] std::vector<Page> publication_pages();      ///< a report is published, and what is done before
[[nodiscard]] std::vector<Page> delay_letter_pages();     ///< the letter about a late publication
[[nodiscard]] std::vector<Page> register_pages();         ///< what was published, and taking it down
[[nodiscard]] std::vector<Page> governance_pages();       ///< who has seen what, cases opened in an emergency
[[nodiscard]] std::vector<Page> entry_forms();            ///< what a new entry is recorded with
[[nodiscard]] std::vector<Page> embargo_pages();          ///< an embargo
[[nodiscard]] std::vector<Page> held_pages();             ///< how long reports are held
[[nodiscard]] std::vector<Page> action_pages();           ///< the registers of actions and recommendations
[[nodiscard]] std::vector<Page> action_link_pages();      ///< a link for the actions of an agency; a part of those
[[nodiscard]] std::vector<Page> monitoring_pages();       ///< a round of monitoring; a part of `action_pages`
[[nodiscard]] std::vector<Page> document_pages();         ///< the documents of a case
[[nodiscard]] std::vector<Page> cases_pages();            ///< the list of cases, its files and saved views
[[nodiscard]] std::vector<Page> programme_pages();        ///< programmes, and one of them
[[nodiscard]] std::vector<Page> audit_pages();            ///< what an audit of cases found
[[nodiscard]] std::vector<Page> audit_answer_pages();     ///< what an agency sent by mail, typed in
[[nodiscard]] std::vector<Page> audit_link_pages();       ///< a link for an agency's part of it
[[nodiscard]] std::vector<Page> plan_pages();             ///< an improvement plan as its board sees it
[[nodiscard]] std::vector<Page> question_pages();         ///< questions of scrutiny that are attached to a record
[[nodiscard]] std::vector<Page> health_check_pages();     ///< the time and quality of a review while it runs
[[nodiscard]] std::vector<Page> search_pages();           ///< search
[[nodiscard]] std::vector<Page> learning_pages();         ///< what was learned over all cases
[[nodiscard]] std::vector<Page> product_pages();          ///< learning products, and one of them
[[nodiscard]] std::vector<Page> product_link_pages();     ///< a link to confirm that one was understood
[[nodiscard]] std::vector<Page> overview_pages();         ///< where every review stands
[[nodiscard]] std::vector<Page> figures_pages();          ///< the yearly report
[[nodiscard]] std::vector<Page> assurance_pages();        ///< assurance, training and pledges of programmes
[[nodiscard]] std::vector<Page> assurance_link_pages();   ///< a link to answer a request for assurance
[[nodiscard]] std::vector<Page> evidence_pages();         ///< whether practice is different since something was learned
[[nodiscard]] std::vector<Page> survey_pages();           ///< what a workforce survey found
[[nodiscard]] std::vector<Page> letter_pages();           ///< what is written of a case from its record
[[nodiscard]] std::vector<Page> information_pages();      ///< what explains: the process, the words, accessibility
[[nodiscard]] std::vector<Page> incident_pages();         ///< an incident, one thing a page
[[nodiscard]] std::vector<Page> draft_pages();            ///< what was begun and not recorded
[[nodiscard]] std::vector<Page> logged_pages();           ///< what was logged, and its summary for the national form
[[nodiscard]] std::vector<Page> meeting_pages();          ///< meetings, and one of them
[[nodiscard]] std::vector<Page> meeting_forms();          ///< what is recorded of a meeting
[[nodiscard]] std::vector<Page> agency_view_pages();      ///< an agency's view, and views asked for between meetings
[[nodiscard]] std::vector<Page> contact_pages();          ///< the register of agencies and contacts
[[nodiscard]] std::vector<Page> return_pages_of_cases();  ///< what agencies are asked in a case, and how they answer
[[nodiscard]] std::vector<Page> mail_pages();             ///< texts of mails to copy; the mails of a practice store
[[nodiscard]] std::vector<Page> account_pages();      ///< the own account, its sessions, and the proof that it is they
[[nodiscard]] std::vector<Page> second_step_pages();  ///< codes from an app at sign-in
[[nodiscard]] std::vector<Page> administration_pages();  ///< the landing page, the day of a practice store
[[nodiscard]] std::vector<Page> people_pages();
[[nodiscard]] std::vector<Page> approval_pages();
[[nodiscard]] std::vector<Page> token_pages();
[[nodiscard]] std::vector<Page> webhook_pages();
[[nodiscard]] std::vector<Page> setting_pages();
[[nodiscard]] std::vector<Page> closure_pages();
[[nodiscard]] std::vector<Page> scrutiny_pages();
[[nodiscard]] std::vector<Page> export_pages();            ///< a case leaves the service
[[nodiscard]] std::vector<Page> erase_pages();             ///< words of a case are erased
[[nodiscard]] std::vector<Page> past_pages();              ///< past cases come in from a spreadsheet
[[nodiscard]] std::vector<Page> chronology_pages();        ///< what agencies told of a case, by day
[[nodiscard]] std::vector<Page> chronology_table_pages();  ///< an agency's table comes in
[[nodiscard]] std::vector<Page> pack_pages();              ///< what somebody needs for a meeting, as a file
[[nodiscard]] std::vector<Page> more_pages();              ///< all places of the service
[[nodiscard]] std::vector<Page> rehearsal_pages();         ///< the check of a report before it is published

}  // namespace reviewd
