#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "libreview/access/entry_access.hpp"
#include "libreview/vocabulary/parse_json.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/form/plain_form.hpp"
#include "reviewd/web/frame/api_errors.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/case_address.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/form_key.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/plain_refusals.hpp"
#include "reviewd/web/frame/register_of.hpp"
#include "reviewd/web/publication/publication_view.hpp"
#include "reviewd/web/publication/recall_joined.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

std::string review_api(const PageCall& call) {
  return case_api(call) + "/reviews/" + percent_encoded(call.path("review"));
}
std::string here(const PageCall& call) {
  return case_address(call) + "/reviews/" + percent_encoded(call.path("review"));
}

/// What was typed, and what the API said to it.
struct Typing {
  std::string day{};
  std::string reasons{};
  json::value preview{};
  json::value problem{};
  int status = 200;
};

Response show(const PageCall& call, const Typing& typing) {
  const auto standing = ask(call, {"GET", review_api(call) + "/publication"});
  if (!standing.good()) return refused_page(call, standing.status, standing.json);
  const auto& reader = call.visitor.reader;
  // Who opened the case in an emergency reads it, and no more.
  const bool records = !reader.glass.contains(call.path("case"));
  PublicationFacts facts{standing.json, {}, typing.preview};
  facts.known = register_of(call);
  facts.may_plan = records && review::records_kind(reader, "publication-planned");
  facts.may_publish = records && review::records_kind(reader, "report-published");
  facts.may_take_down = records && review::records_kind(reader, "report-taken-down");
  facts.may_recall = facts.may_publish && review::records_kind(reader, "entry-withdrawn");
  const auto planned = text_in(standing.json, "plannedOn");
  facts.day = typing.day.empty() ? planned : typing.day;
  facts.reasons = typing.reasons;
  if (facts.may_publish && !facts.day.empty()) {
    const auto planner = ask(call, {"GET", review_api(call) + "/planner?on=" + percent_encoded(facts.day)});
    if (planner.good()) facts.planner = planner.json;
  }
  if (facts.may_plan) {
    const auto people = ask(call, {"GET", "/v1/people"});
    facts.people = list_in(people.json, "people");
  }
  auto view = publication_view(facts);
  view["key"] = new_form_key();
  show_errors(view, typing.problem);
  return render(call, typing.status, "publication", std::move(view));
}

Response show_publication(PageCall& call) { return show(call, {}); }

ApiAnswer record(const PageCall& call, const NameValues& form, const json::object& entry, bool keep) {
  Asking asking{"POST", case_api(call) + "/entries" + (keep ? "" : "?validateOnly=true"), json::serialize(entry), {}};
  asking.headers.emplace_back("If-Match", "\"" + value_of(form, "version") + "\"");
  if (keep) asking.headers.emplace_back("Idempotency-Key", value_of(form, "key"));
  return ask(call, asking);
}

/// The entry that a button of the page records; an empty one for a button that is none of them.
json::object entry_for(const PageCall& call, const std::string& wanted, const NameValues& form,
                       const json::value& standing) {
  const auto review = call.path("review");
  if (wanted == "preview" || wanted == "plan") {
    json::object planned{{"review", review}, {"plannedOn", day_typed(form, "plannedOn")}};
    if (const auto reasons = value_of(form, "reasons"); !reasons.empty()) planned["reasons"] = reasons;
    return {{"publicationPlanned", std::move(planned)}};
  }
  if (wanted == "done") return {{"publicationStepDone", {{"review", review}, {"step", value_of(form, "step")}}}};
  if (wanted == "give") {
    return {{"publicationStepAssigned",
             {{"review", review}, {"step", value_of(form, "step")}, {"owner", value_of(form, "owner")}}}};
  }
  if (wanted == "copy") {
    json::object copy{{"review", review}, {"to", json::array{"PANEL", "SECRETARY_OF_STATE", "OFSTED"}}};
    if (const int accepted = number_in(standing, "accepted"); accepted != 0) copy["version"] = accepted;
    return {{"advanceCopySent", std::move(copy)}};
  }
  if (wanted == "recall") {
    return {
        {"entryWithdrawn",
         {{"entry", text_in(standing, "publishedBy")}, {"reason", "MISTAKE"}, {"reasons", value_of(form, "reasons")}}}};
  }
  return {};
}

/// Whether the role has anything to do here besides reading.
bool may_act(const PageCall& call) {
  const auto& reader = call.visitor.reader;
  return review::records_kind(reader, "publication-planned") || review::records_kind(reader, "report-published");
}

/// One thing that is wrong, at its field.
json::value fault(const char* pointer, const char* message) {
  return json::object{{"violations", json::array{json::object{{"pointer", pointer}, {"message", message}}}}};
}

/// What can be known without asking, and what only the page knows: that the time for a recall is over.
json::value fault_in(const std::string& wanted, const NameValues& form, const json::value& standing) {
  if (wanted == "recall" && text_in(standing, "recallUntil").empty()) {
    return json::object{{"detail", "The time in which it could be recalled is over. Take the report down instead."}};
  }
  if (wanted == "recall" && value_of(form, "reasons").empty()) return fault("/reasons", "Say why you recall it");
  const bool plans = wanted == "plan" || wanted == "preview";
  if (plans && day_typed(form, "plannedOn").empty()) return fault("/plannedOn", "Enter the day of publication");
  return {};
}

/// Back to the page. A recall goes on into the cases that the review joins.
Response recorded(const PageCall& call, const std::string& wanted, const json::value& before,
                  const std::string& reasons) {
  const auto left = wanted == "recall" ? recall_joined(call, before, reasons) : std::string();
  if (left.empty()) return see_other(here(call) + "/publication");
  const auto says =
      "It is recalled in this case. Withdraw the publication by hand in the cases that are reviewed with "
      "it: " +
      left + ".";
  return show(call, {{}, {}, {}, json::object{{"detail", says}}, 409});
}

Response take(PageCall& call) {
  if (!may_act(call)) return not_allowed(call);
  const auto form = form_values(call.request.body).value_or(NameValues());
  const auto wanted = value_of(form, "do");
  const auto standing = ask(call, {"GET", review_api(call) + "/publication"});
  if (!standing.good()) return refused_page(call, standing.status, standing.json);
  Typing typing{
      day_typed(form, "plannedOn"), value_of(form, "reasons"), {}, fault_in(wanted, form, standing.json), 400};
  if (typing.problem.is_object()) return show(call, typing);
  const auto entry = entry_for(call, wanted, form, standing.json);
  if (entry.empty()) {
    typing.problem = json::object{{"detail", "Choose what to do."}};
    return show(call, typing);
  }
  const bool keep = wanted != "preview";
  const auto before = ask(call, {"GET", case_api(call)});
  const auto answer = record(call, form, entry, keep);
  if (answer.good() && keep) return recorded(call, wanted, before.json, typing.reasons);
  typing.status = answer.good() ? 200 : answer.status;
  if (answer.good()) {
    typing.preview = answer.json;
  } else if (answer.status == 412) {
    typing.problem = json::object{
        {"detail", "Somebody recorded something meanwhile. Look at the page as it is now, and do it again."}};
  } else if (answer.status == 400 || answer.status == 409) {
    typing.problem = answer.json;
  } else {
    return refused_page(call, answer.status, answer.json);
  }
  return show(call, typing);
}

/// What stands between the page and the form that publishes.
Response publish_card(PageCall& call) {
  if (!review::records_kind(call.visitor.reader, "report-published")) return not_allowed(call);
  const auto standing = ask(call, {"GET", review_api(call) + "/publication"});
  if (!standing.good()) return refused_page(call, standing.status, standing.json);
  const auto& missing = list_in(standing.json, "missing");
  const auto& holds = list_in(standing.json, "holds");
  return render(call, 200, "publish_card",
                {{"title", "You are about to publish this report"},
                 {"back", here(call) + "/publication"},
                 {"onwards", case_address(call) +
                                 "/add/reportPublished?reportPublished.review=" + percent_encoded(call.path("review"))},
                 {"hasHolds", !holds.empty()},
                 {"hasMissing", !missing.empty()},
                 {"missing", missing},
                 {"wording", text_in(standing.json, "wording")}});
}

Response bundle(PageCall& call) {
  auto answer = answer_to(call, {"GET", review_api(call) + "/bundle"});
  if (answer.rest || answer.status == 200) return answer;
  const auto problem = review::parse_json(answer.body).value_or(json::value());
  if (answer.status != 409) return refused_page(call, answer.status, problem);
  return show(call, {{}, {}, {}, problem, 409});
}

}  // namespace

std::vector<Page> publication_pages() {
  return {{"GET", "/cases/{case}/reviews/{review}/publication", "publicationPage", Use::read, show_publication},
          {"POST", "/cases/{case}/reviews/{review}/publication", "takePublicationPage", Use::write, take},
          {"GET", "/cases/{case}/reviews/{review}/publish", "publishCard", Use::read, publish_card},
          {"GET", "/cases/{case}/reviews/{review}/bundle", "publicationBundle", Use::read, bundle}};
}

}  // namespace reviewd
