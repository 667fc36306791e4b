#include "reviewd/http/percent.hpp"
#include "reviewd/web/case/case_entries.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/form_key.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/register_of.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/meeting/meeting_sight.hpp"
#include "reviewd/web/meeting/meeting_view.hpp"
#include "reviewd/web/words/meeting_facts.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

Response meetings_page(PageCall& call) {
  const auto coming = ask(call, {"GET", "/v1/meetings?pageSize=100&filter=state%3DCALLED"});
  if (!coming.good()) return refused_page(call, coming.status, coming.json);
  const auto past = ask(call, {"GET", "/v1/meetings?pageSize=50&orderBy=heldOn%20desc&filter=state!%3DCALLED"});
  if (!past.good()) return refused_page(call, past.status, past.json);
  return render(call, 200, "meetings",
                meetings_view(list_in(coming.json, "meetings"), list_in(past.json, "meetings"),
                              call.visitor.reader.may(review::Right::manage_meetings)));
}

Response meeting_page(PageCall& call) {
  const auto found = ask(call, {"GET", "/v1/meetings/" + percent_encoded(call.path("meeting"))});
  if (!found.good()) return refused_page(call, found.status, found.json);
  MeetingFacts facts{
      found.json,       {}, {}, call.visitor.reader, call.visitor.reader.may(review::Right::manage_meetings),
      register_of(call)};
  for (const auto& item : list_in(found.json, "items")) {
    const auto reference = text_in(item, "case");
    if (reference.empty()) continue;
    auto of_case = ask(call, {"GET", "/v1/cases/" + percent_encoded(reference)});
    auto entries = case_entries(call, reference);
    if (!of_case.good() || !entries.answer.good()) continue;
    facts.cases[reference] = {std::move(of_case.json), counted_entries(entries.entries)};
  }
  const auto law = ask(call, {"GET", "/v1/law"});
  const json::value partnership = object_in(law.json, "partnership");
  for (const auto& body : list_in(partnership, "signOffBodies")) {
    facts.sign_off_bodies.emplace_back(body.as_string());
  }
  auto view = meeting_view(facts, new_form_key);
  put_meeting_sight(view, call, facts);
  return render(call, 200, "meeting", std::move(view));
}

}  // namespace

std::vector<Page> meeting_pages() {
  return {{"GET", "/meetings", "meetingsPage", Use::read, meetings_page},
          {"GET", "/meetings/{meeting}", "meetingPage", Use::read, meeting_page}};
}

}  // namespace reviewd
