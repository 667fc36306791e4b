#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "libreview/access/disclose.hpp"
#include "libreview/access/entry_access.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/case/case_entries.hpp"
#include "reviewd/web/case/case_view.hpp"
#include "reviewd/web/case/case_views.hpp"
#include "reviewd/web/case/clock_moves.hpp"
#include "reviewd/web/case/clock_view.hpp"
#include "reviewd/web/case/entry_view.hpp"
#include "reviewd/web/case/proceedings_page.hpp"
#include "reviewd/web/case/recorded_banner.hpp"
#include "reviewd/web/case/rehearsal_view.hpp"
#include "reviewd/web/form/drafts.hpp"
#include "reviewd/web/form/form_page.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/case_address.hpp"
#include "reviewd/web/frame/form_key.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/register_of.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/form_fields.hpp"
#include "reviewd/web/words/meeting_facts.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// Somebody who sees the case by broken glass alone may record nothing in it, whatever the role.
bool may_record(const PageCall& call, const json::value& of_case) {
  return call.visitor.reader.may(review::Right::record) && !list_in(of_case, "nextEntries").empty();
}

/// The page of the updates that was asked for, newest first, or the last one where there is none such.
Updates updates_on(const json::array& entries, std::size_t asked) {
  Updates updates{json::array(entries.storage()), entries.size(), page_of_updates(entries.size(), asked)};
  const auto passed = (updates.page - 1) * updates_a_page;
  const auto last = entries.size() - std::min(entries.size(), passed);
  const auto first = last - std::min(last, updates_a_page);
  for (auto at = last; at > first; --at) updates.entries.push_back(entries[at - 1]);
  return updates;
}

/// More pages of updates than any case has.
constexpr std::size_t most_pages = 100000;

/// The number of the page in the address; 1 for none, and for what is no number.
std::size_t page_number(const Request& request) {
  const auto text = request.parameter("page").value_or("1");
  std::size_t number = 1;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole ? std::clamp<std::size_t>(number, 1, most_pages) : 1;
}

/// The page of each report that is, or may be, published: those that this case leads.
json::array publications_of(const json::value& of_case, const std::string& address) {
  json::array links;
  const auto& reviews = list_in(of_case, "reviews");
  for (const auto& review : reviews) {
    const auto kind = text_in(review, "kind");
    if (!text_in(review, "ledBy").empty() || (kind != "LCSPR" && kind != "THEMATIC_LCSPR")) continue;
    const auto name = text_in(review, "review");
    links.push_back(json::object{
        {"address", address + "/reviews/" + percent_encoded(name) + "/publication"},
        {"words", reviews.size() == 1 ? "Publication of the report" : "Publication: " + name_words(name)}});
  }
  return links;
}

/// The page of the time and quality of each review that this case leads, and that of its questions.
json::array looks_into(const json::value& of_case, const std::string& address) {
  json::array links;
  const auto& reviews = list_in(of_case, "reviews");
  for (const auto& review : reviews) {
    if (!text_in(review, "ledBy").empty()) continue;
    const auto name = text_in(review, "review");
    links.push_back(json::object{
        {"address", address + "/reviews/" + percent_encoded(name) + "/health"},
        {"words", reviews.size() == 1 ? "Time and quality of the review" : "Time and quality: " + name_words(name)}});
  }
  links.push_back(json::object{{"address", address + "/questions"}, {"words", "Questions of scrutiny"}});
  return links;
}

Response case_page(PageCall& call) {
  const auto found = ask(call, {"GET", case_api(call)});
  if (!found.good()) return refused_page(call, found.status, found.json);
  const auto listed = case_entries(call, call.path("case"));
  if (!listed.answer.good()) return refused_page(call, listed.answer.status, listed.answer.json);
  const CaseStory story{updates_on(listed.entries, page_number(call.request)), counted_entries(listed.entries),
                        register_of(call), may_record(call, found.json)};
  auto view = case_view(found.json, story);
  if (const auto stage = text_in(found.json, "stage"); stage == "NOTIFIED" || stage == "RAPID_REVIEW") {
    put_agency_views(view, story.counted, story.known, story.may_record);
  }
  put_drafts(view, call, call.path("case"));
  put_recorded(view, call, found.json);
  put_moves(view, found.json, clock_moves(call));
  const auto harm = text_in(found.json, "harm");
  if (call.visitor.reader.may(review::Right::see_reads)) view["seen"] = case_address(call) + "/seen";
  const bool to_read = call.visitor.reader.glass.contains(call.path("case")) && !story.may_record;
  view["openedToRead"] = to_read;
  view["showsProceedings"] = review::reads_incidents(call.visitor.reader.role);
  if (review::reads_incidents(call.visitor.reader.role)) view["letters"] = case_address(call) + "/letters";
  if (call.visitor.reader.may(review::Right::export_cases) && !to_read)
    view["exportCase"] = case_address(call) + "/export";
  if (call.visitor.reader.may(review::Right::erase) && !to_read) view["erase"] = case_address(call) + "/erase";
  view["contentNote"] = harm == "DEATH" || harm == "SERIOUS_HARM";
  if (!harm.empty()) view["nationalForm"] = case_address(call) + "/national-form";
  view["publications"] = publications_of(found.json, case_address(call));
  if (review::reads_incidents(call.visitor.reader.role)) view["looksInto"] = looks_into(found.json, case_address(call));
  if (story.may_record && review::records_kind(call.visitor.reader, "publication-planned")) {
    put_rehearsals(view, case_address(call), found.json);
  }
  view["mayNote"] = story.may_record && review::records_kind(call.visitor.reader, "note-added");
  view["noteKey"] = new_form_key();
  return render(call, 200, "case", std::move(view));
}

Response clock_page(PageCall& call) {
  const auto clock = ask(call, {"GET", case_api(call) + "/clocks/" + percent_encoded(call.path("clock"))});
  if (!clock.good()) return refused_page(call, clock.status, clock.json);
  const auto found = ask(call, {"GET", case_api(call)});
  if (!found.good()) return refused_page(call, found.status, found.json);
  auto view = clock_view(clock.json, found.json, register_of(call));
  put_moves_of_clock(view, clock.json, clock_moves(call));
  return render(call, 200, "clock", std::move(view));
}

Response entry_page(PageCall& call) {
  const auto entry = ask(call, {"GET", case_api(call) + "/entries/" + percent_encoded(call.path("entry"))});
  if (!entry.good()) return refused_page(call, entry.status, entry.json);
  const auto found = ask(call, {"GET", case_api(call)});
  if (!found.good()) return refused_page(call, found.status, found.json);
  Offers offers;
  offers.take_case(found.json);
  offers.take_register(register_of(call));
  const auto* const kind_read = kind_in(entry.json);
  if (const auto law = ask(call, {"GET", "/v1/law"}); kind_read != nullptr && law.good()) {
    offers.take_themes(law.json, call.moment.today.iso());
    if (kind_read->decision) offers.take_law(law.json, *kind_read);
    if (asks_questions(*kind_read)) offers.take_questions(law.json, text_in(entry.json, "occurredOn"));
  }
  if (const auto* kind = kind_in(entry.json); kind != nullptr && wants_entries(*kind)) {
    offers.take_entries(case_entries(call, call.record()).entries);
  }
  auto view = entry_view(entry.json, found.json, offers, may_record(call, found.json));
  if (const auto* kind = kind_in(entry.json)) view["contentNote"] = describes_harm(*kind);
  if (call.visitor.reader.may(review::Right::erase) && !call.path("case").empty()) {
    view["erase"] = case_address(call) + "/erase?entry=" + percent_encoded(call.path("entry"));
  }
  return render(call, 200, "entry", std::move(view));
}

}  // namespace

std::vector<Page> case_pages() {
  return {{"GET", "/cases/{case}", "casePage", Use::read, case_page},
          {"GET", "/cases/{case}/clocks/{clock}", "clockPage", Use::read, clock_page},
          {"GET", "/programmes/{programme}/clocks/{clock}", "programmeClockPage", Use::read, clock_page},
          {"GET", "/programmes/{programme}/entries/{entry}", "programmeEntryPage", Use::read, entry_page},
          {"GET", "/cases/{case}/proceedings", "proceedingsPage", Use::read, proceedings_page},
          {"GET", "/cases/{case}/entries/{entry}", "entryPage", Use::read, entry_page}};
}

}  // namespace reviewd
