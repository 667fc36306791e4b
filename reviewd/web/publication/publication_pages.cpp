#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <optional>

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
#include "reviewd/web/frame/review_address.hpp"
#include "reviewd/web/publication/day_seen.hpp"
#include "reviewd/web/publication/publication_view.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// What was typed, and what the API said to it.
struct PublicationTyping {
  std::string day{};
  std::string reasons{};
  json::value preview{};
  json::value problem{};
  int status = 200;
};

/// The forecast of this review; null where none is made, or who looks does not see what holds a report.
json::value forecast_of(const PageCall& call) {
  const auto map = ask(call, {"GET", case_api(call) + "/proceedings"});
  if (!map.good()) return {};
  for (const auto& one : list_in(map.json, "forecasts")) {
    if (text_in(one, "review") == call.path("review")) return one;
  }
  return {};
}

/// What the page tells, with what was typed. `standing` outlives it.
PublicationFacts facts_for(const PageCall& call, const json::value& standing, const PublicationTyping& typing) {
  const auto& reader = call.visitor.reader;
  // Who opened the case in an emergency reads it, and no more.
  const bool records = !reader.glass.contains(call.path("case"));
  PublicationFacts facts{standing, {}, typing.preview};
  facts.known = register_of(call);
  facts.may_plan = records && review::records_kind(reader, "publication-planned");
  facts.may_publish = records && review::records_kind(reader, "report-published");
  facts.may_take_down = records && review::records_kind(reader, "report-taken-down");
  facts.may_recall = facts.may_publish && review::records_kind(reader, "entry-withdrawn");
  const auto planned = text_in(standing, "plannedOn");
  facts.day = typing.day.empty() ? planned : typing.day;
  facts.reasons = typing.reasons;
  if (records && !facts.day.empty()) {
    const auto planner = ask(call, {"GET", review_api(call) + "/planner?on=" + percent_encoded(facts.day)});
    if (planner.good()) facts.planner = planner.json;
  }
  if (facts.may_publish) facts.forecast = forecast_of(call);
  return facts;
}

Response show_publication(const PageCall& call, const PublicationTyping& typing) {
  const auto standing = ask(call, {"GET", review_api(call) + "/publication"});
  if (!standing.good()) return refused_page(call, standing.status, standing.json);
  auto facts = facts_for(call, standing.json, typing);
  if (facts.may_plan) {
    const auto people = ask(call, {"GET", "/v1/people"});
    facts.people = list_in(people.json, "people");
  }
  auto view = publication_view(facts);
  view["recalled"] = call.request.parameter("recalled").has_value() && text_in(standing.json, "publishedOn").empty();
  view["key"] = new_form_key();
  show_errors(view, typing.problem);
  return render(call, typing.status, "publication", std::move(view));
}

Response show_publication(PageCall& call) { return show_publication(call, {}); }

ApiAnswer record(const PageCall& call, const NameValues& form, const json::object& entry, bool keep) {
  Asking asking{"POST", case_api(call) + "/entries" + (keep ? "" : "?validateOnly=true"), json::serialize(entry), {}};
  asking.headers.emplace_back("If-Match", "\"" + value_of(form, "version") + "\"");
  if (keep) asking.headers.emplace_back("Idempotency-Key", value_of(form, "key"));
  return ask(call, asking);
}

/// With the day on which it was done; without one it is today.
json::object on_day_typed(json::object entry, const NameValues& form) {
  if (const auto day = day_typed(form, "doneOn"); !day.empty()) entry["occurredOn"] = day;
  return entry;
}

/// What is wrong with the day of a step, at that step.
json::value at_step(const json::value& problem, const std::string& step) {
  json::array violations;
  for (const auto& one : list_in(problem, "violations")) {
    const bool of_day = text_in(one, "pointer") == "/occurredOn";
    violations.push_back(json::object{{"pointer", of_day ? "/on-" + step : text_in(one, "pointer")},
                                      {"message", text_in(one, "message")}});
  }
  return json::object{{"detail", text_in(problem, "detail")}, {"violations", std::move(violations)}};
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
  if (wanted == "done") {
    return on_day_typed({{"publicationStepDone", {{"review", review}, {"step", value_of(form, "step")}}}}, form);
  }
  if (wanted == "give") {
    return {{"publicationStepAssigned",
             {{"review", review}, {"step", value_of(form, "step")}, {"owner", value_of(form, "owner")}}}};
  }
  if (wanted == "copy") {
    json::object copy{{"review", review}, {"to", json::array{"PANEL", "SECRETARY_OF_STATE", "OFSTED"}}};
    if (const int accepted = number_in(standing, "accepted"); accepted != 0) copy["version"] = accepted;
    return on_day_typed({{"advanceCopySent", std::move(copy)}}, form);
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
  if (wanted == "give" && value_of(form, "owner").empty()) return json::object{{"detail", "Choose who does it."}};
  const bool plans = wanted == "plan" || wanted == "preview";
  if (plans && day_typed(form, "plannedOn").empty()) return fault("/plannedOn", "Enter the day of publication");
  return {};
}

/// The page between a day and its saving, with what was typed; nothing where the day moves nothing and nothing that is
/// shown to who saves it speaks against it.
std::optional<Response> check_first(const PageCall& call, const json::value& standing, const PublicationTyping& typing,
                                    const NameValues& form) {
  View view{{"title", "Check before you save this day"},
            {"reference", call.path("case")},
            {"here", review_address(call)},
            {"action", review_address(call) + "/publication"},
            {"version", value_of(form, "version")},
            {"key", value_of(form, "key")},
            {"draft", ""}};
  if (!put_day_seen(view, facts_for(call, standing, typing))) return std::nullopt;
  json::array kept{json::object{{"name", "seen"}, {"value", typing.day}}};
  for (const auto* name : {"plannedOn.day", "plannedOn.month", "plannedOn.year", "reasons"}) {
    kept.push_back(json::object{{"name", name}, {"value", value_of(form, name)}});
  }
  view["kept"] = std::move(kept);
  return render(call, 200, "publication_check", std::move(view));
}

Response take_publication(PageCall& call) {
  if (!may_act(call)) return not_allowed(call);
  const auto form = form_values(call.request.body).value_or(NameValues());
  const auto wanted = value_of(form, "do");
  const auto standing = ask(call, {"GET", review_api(call) + "/publication"});
  if (!standing.good()) return refused_page(call, standing.status, standing.json);
  PublicationTyping typing{
      day_typed(form, "plannedOn"), value_of(form, "reasons"), {}, fault_in(wanted, form, standing.json), 400};
  if (wanted == "change") typing.status = 200;
  if (typing.problem.is_object() || wanted == "change") return show_publication(call, typing);
  const auto entry = entry_for(call, wanted, form, standing.json);
  if (entry.empty()) {
    typing.problem = json::object{{"detail", "Choose what to do."}};
    return show_publication(call, typing);
  }
  const bool unseen = wanted == "plan" && value_of(form, "seen") != typing.day;
  auto answer = record(call, form, entry, wanted != "preview" && !unseen);
  if (unseen && answer.good()) {
    typing.preview = answer.json;
    if (auto check = check_first(call, standing.json, typing, form)) return *std::move(check);
    answer = record(call, form, entry, true);
  }
  const bool keep = wanted != "preview";
  if (answer.good() && keep) {
    return see_other(review_address(call) + "/publication" + (wanted == "recall" ? "?recalled=yes" : ""));
  }
  typing.status = answer.good() ? 200 : answer.status;
  if (answer.good()) {
    typing.preview = answer.json;
  } else if (answer.status == 412) {
    typing.problem = json::object{
        {"detail", "Somebody recorded something meanwhile. Look at the page as it is now, and do it again."}};
  } else if (answer.status == 400 || answer.status == 409) {
    typing.problem = wanted == "done"   ? at_step(answer.json, value_of(form, "step"))
                     : wanted == "copy" ? at_step(answer.json, "ADVANCE_COPY")
                                        : answer.json;
  } else {
    return refused_page(call, answer.status, answer.json);
  }
  return show_publication(call, typing);
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
                 {"back", review_address(call) + "/publication"},
                 {"onwards", case_address(call) +
                                 "/add/reportPublished?reportPublished.review=" + percent_encoded(call.path("review"))},
                 {"hasHolds", !holds.empty()},
                 {"hasMissing", !missing.empty()},
                 {"missing", missing},
                 {"wording", text_in(standing.json, "wording")}});
}

Response bundle(PageCall& call) {
  auto answer = answer_to(call, {"GET", review_api(call) + "/bundle"});
  if (!answer.is_whole() || answer.status == 200) return answer;
  const auto problem = review::parse_json(answer.body).value_or(json::value());
  if (answer.status != 409) return refused_page(call, answer.status, problem);
  return show_publication(call, {{}, {}, {}, problem, 409});
}

}  // namespace

std::vector<Page> publication_pages() {
  return {{"GET", "/cases/{case}/reviews/{review}/publication", "publicationPage", Use::read, show_publication},
          {"POST", "/cases/{case}/reviews/{review}/publication", "takePublicationPage", Use::write, take_publication},
          {"GET", "/cases/{case}/reviews/{review}/publish", "publishCard", Use::read, publish_card},
          {"GET", "/cases/{case}/reviews/{review}/bundle", "publicationBundle", Use::read, bundle}};
}

}  // namespace reviewd
