#include <algorithm>
#include <boost/json/serialize.hpp>

#include "libreview/access/entry_access.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/case/case_entries.hpp"
#include "reviewd/web/case/case_view.hpp"
#include "reviewd/web/form/arranged_rows.hpp"
#include "reviewd/web/form/form_entry.hpp"
#include "reviewd/web/form/take_registers.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/case_address.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/form_key.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/plain_refusals.hpp"
#include "reviewd/web/frame/register_of.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/circulations.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/meeting_facts.hpp"
#include "reviewd/web/words/meeting_words.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
namespace v1 = review::v1;

struct ViewForm {
  const PageCall& call;
  Typed typed;
  std::string key;
  json::array counted;  ///< the updates of the case as they count

  [[nodiscard]] std::string case_id() const { return call.path("case"); }
  [[nodiscard]] bool for_others() const { return call.visitor.reader.may(review::Right::manage_meetings); }
};

/// Who gives no position on this case is told so, instead of a form whose answer would be refused.
bool gives_no_view(const std::string& managed) {
  return managed == "NO_POSITION" || managed == "LEAVES_ITEM" || managed == "EXCLUDED";
}

/// Somebody of an agency who gives no view on this case, because of a conflict of interest.
struct Barred {
  std::string person;
  std::string agency;
};

std::vector<Barred> barred_in(const json::array& counted) {
  std::vector<Barred> all;
  for (const auto& entry : counted) {
    const auto person = text_in(object_in(entry, "conflictDeclared"), "person");
    const bool is_known = std::any_of(all.begin(), all.end(), [&](const Barred& one) { return one.person == person; });
    if (person.empty() || is_known || !gives_no_view(managed_conflict(counted, person))) continue;
    all.push_back({person, agency_of_member(counted, person)});
  }
  return all;
}

std::string barred_words(const Barred& one) {
  return one.person + (one.agency.empty() ? "" : " (" + agency_words(one.agency) + ")") +
         " declared a conflict of interest and gives no view.";
}

/// Whoever records a view for an agency whose member gives none says who gave it instead.
json::value nobody_named(const ViewForm& form) {
  if (!form.for_others() || !form.typed.is_blank("positionRecorded.person")) return {};
  auto agency = typed_text(form.typed.first("positionRecorded.agency.other"));
  if (agency.empty()) agency = form.typed.first("positionRecorded.agency");
  for (const auto& one : barred_in(form.counted)) {
    if (one.agency.empty() || !is_same_agency(one.agency, agency)) continue;
    const auto says = "Say who gave this view: " + barred_words(one);
    return json::object{
        {"detail", says},
        {"violations", json::array{json::object{{"pointer", "/positionRecorded/person"}, {"message", says}}}}};
  }
  return {};
}

FormRows rows_of(const ViewForm& form, const json::value& problem) {
  const auto& type = *v1::PositionRecorded::descriptor();
  const auto errors = problem.is_object() ? errors_of(problem) : std::vector<FormError>();
  Offers offers;
  take_registers(form.call, offers);
  ArrangedRows rows(form.typed, offers, errors);
  const auto& reader = form.call.visitor.reader;
  const auto own = reader.agency.empty() ? agency_of_member(form.counted, reader.person) : reader.agency;
  for (const char* name : {"positionRecorded.meeting", "positionRecorded.circulation"}) {
    if (!form.typed.is_blank(name)) rows.hidden(name, form.typed.first(name));
  }
  if (form.for_others()) {
    rows.field(type, "agency", {"positionRecorded.agency", "Which agency’s view is it?", {}, false});
    std::string barred;
    for (const auto& one : barred_in(form.counted)) barred += (barred.empty() ? "" : " ") + barred_words(one);
    rows.field(type, "person", {"positionRecorded.person", "Who gave it?", barred, barred.empty()});
  } else {
    rows.hidden("positionRecorded.person", form.call.visitor.person);
    if (own.empty()) {
      rows.field(type, "agency", {"positionRecorded.agency", "Which agency do you speak for?", {}, false});
    } else {
      rows.hidden("positionRecorded.agency", own);
    }
  }
  rows.field(type, "recommends", {"positionRecorded.recommends", "What does the agency recommend?", {}, false});
  rows.field(type, "reasons", {"positionRecorded.reasons", "Why?"});
  return rows.made();
}

/// What is asked, where it is asked between meetings or for one.
std::string asked_words(const ViewForm& form) {
  const auto circulation = form.typed.first("positionRecorded.circulation");
  for (const auto& one : circulations_of(form.counted)) {
    if (one.circulation == circulation) return one.question + " Answer by " + day_words(one.respond_by) + ".";
  }
  const auto meeting = form.typed.first("positionRecorded.meeting");
  return meeting.empty() ? "" : "This view is given for the meeting " + meeting + ".";
}

Response view_page(const ViewForm& form, int status = 200, const json::value& problem = {}) {
  auto made = rows_of(form, problem);
  const bool wrong = !made.summary.empty();
  const auto address = "/cases/" + percent_encoded(form.case_id());
  return render(form.call, status, "record_form",
                {{"title", "An agency’s view"},
                 {"heading", form.for_others() ? "Record an agency’s view" : "Your agency’s view"},
                 {"caption", "Case " + form.case_id()},
                 {"inset", asked_words(form)},
                 {"back", address},
                 {"action", address + "/view"},
                 {"version", ""},
                 {"key", form.key},
                 {"rows", std::move(made.rows)},
                 {"errors", std::move(made.summary)},
                 {"hasErrors", wrong},
                 {"cites", json::array()},
                 {"button", "Record this view"}});
}

/// What the address names, as the inputs of the form are named: `?meeting=m26-0001`.
Typed typed_of_address(const Request& request) {
  Typed typed;
  for (const char* name : {"meeting", "circulation"}) {
    if (const auto value = request.parameter(name)) typed.put(std::string("positionRecorded.") + name, *value);
  }
  return typed;
}

/// The form, or the page that stands in its place.
Response with_form(PageCall& call, Typed typed, std::string key, Response (*answer)(const ViewForm&)) {
  if (!review::records_kind(call.visitor.reader, "position-recorded")) {
    return not_allowed(call);
  }
  const auto entries = case_entries(call, call.path("case"));
  if (!entries.answer.good()) return refused_page(call, entries.answer.status, entries.answer.json);
  const ViewForm form{call, std::move(typed), std::move(key), counted_entries(entries.entries)};
  const auto managed = managed_conflict(form.counted, call.visitor.person);
  if (gives_no_view(managed) && !form.for_others()) {
    return render(call, 200, "no_view",
                  {{"title", "You give no view on this case"},
                   {"caption", "Case " + form.case_id()},
                   {"managed", conflict_words(managed)},
                   {"back", "/cases/" + percent_encoded(form.case_id())}});
  }
  return answer(form);
}

Response show(PageCall& call) {
  return with_form(call, typed_of_address(call.request), new_form_key(),
                   [](const ViewForm& form) { return view_page(form); });
}

Response record(const ViewForm& form) {
  if (const auto problem = nobody_named(form); problem.is_object()) return view_page(form, 400, problem);
  const auto at = "/cases/" + percent_encoded(form.case_id());
  Offers names;
  take_registers(form.call, names);
  const auto& kind = *review::find_kind("positionRecorded");
  const auto answer = ask(form.call, {"POST",
                                      "/v1" + at + "/entries",
                                      json::serialize(entry_of(form.typed, kind, names)),
                                      {{"Idempotency-Key", form.key}}});
  if (answer.status == 400 || answer.status == 409 || answer.status == 422)
    return view_page(form, answer.status, answer.json);
  if (!answer.good()) return refused_page(form.call, answer.status, answer.json);
  const auto circulation = form.typed.first("positionRecorded.circulation");
  if (!circulation.empty()) return see_other(at + "/circulations/" + percent_encoded(circulation));
  const auto meeting = form.typed.first("positionRecorded.meeting");
  return see_other(meeting.empty() ? at + "#views" : "/meetings/" + percent_encoded(meeting));
}

Response take(PageCall& call) {
  const auto values = form_values(call.request.body);
  if (!values) return refused_page(call, 404, {});
  Typed typed(*values);
  const auto key = value_of(*values, "key");
  return with_form(call, std::move(typed), key.empty() ? new_form_key() : key, record);
}

json::array words_of(const std::vector<std::string>& agencies, const Register& known) {
  json::array words;
  for (const auto& agency : agencies) words.push_back(json::object{{"agency", known.agency(agency)}});
  return words;
}

Response circulation_page(PageCall& call) {
  const auto of_case = ask(call, {"GET", case_api(call)});
  if (!of_case.good()) return refused_page(call, of_case.status, of_case.json);
  const auto entries = case_entries(call, call.path("case"));
  if (!entries.answer.good()) return refused_page(call, entries.answer.status, entries.answer.json);
  const auto all = circulations_of(counted_entries(entries.entries));
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const Circulation& one) { return one.circulation == call.path("circulation"); });
  if (found == all.end()) return refused_page(call, 404, {});
  const auto calendar = ask(call, {"GET", "/v1/calendars/england-and-wales"});
  const auto known = register_of(call);
  auto views = agency_views(found->answers, known);
  const auto address = case_address(call);
  const bool over = found->is_over(call.moment.today.iso());
  const bool decides = over && call.visitor.reader.may(review::Right::decide);
  const bool records = review::records_kind(call.visitor.reader, "position-recorded");
  View view{{"title", "Views asked for between meetings"},
            {"question", found->question},
            {"respondBy", day_words(found->respond_by)},
            {"left", days_left_words(call.moment.today, found->respond_by, calendar.json)},
            {"hasViews", !views.empty()},
            {"views", std::move(views)},
            {"hasOutstanding", !found->outstanding.empty()},
            {"outstanding", words_of(found->outstanding, known)},
            {"over", over},
            {"decideAddress", decides ? address + "/add/rapidReviewDecided" : ""},
            {"viewAddress", records ? address + "/view?circulation=" + percent_encoded(found->circulation) : ""}};
  put_identity(view, of_case.json);
  return render(call, 200, "circulation", std::move(view));
}

}  // namespace

std::vector<Page> agency_view_pages() {
  return {{"GET", "/cases/{case}/view", "agencyViewForm", Use::read, show},
          {"POST", "/cases/{case}/view", "recordAgencyView", Use::write, take},
          {"GET", "/cases/{case}/circulations/{circulation}", "circulationPage", Use::read, circulation_page}};
}

}  // namespace reviewd
