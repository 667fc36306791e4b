#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "libreview/access/entry_access.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/form/form_day.hpp"
#include "reviewd/web/form/form_entry.hpp"
#include "reviewd/web/form/form_field.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/frame/form_key.hpp"
#include "reviewd/web/frame/plain_refusals.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/meeting/meeting_form.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/time_of_day.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

constexpr std::size_t most_inputs = 2000;

/// The kind that the address names; the form that calls a meeting has no kind in its address.
const review::Kind* kind_of_address(const PageCall& call) {
  if (call.path("meeting").empty()) return review::find_kind("meetingCalled");
  const auto* kind = review::find_kind(call.path("kind"));
  return kind == nullptr || kind->json != call.path("kind") || !kind->is_of("meeting") ? nullptr : kind;
}

bool may_use(const PageCall& call, const review::Kind& kind) {
  if (call.visitor.reader.may(review::Right::manage_meetings)) return true;
  return kind.name == "item-conflict-declared" && review::records_kind(call.visitor.reader, kind.name);
}

/// What stands there now, to be changed: of a meeting that moves, of minutes, of a recommendation, of seats.
void seed(MeetingForm& form, const json::value& meeting) {
  auto& typed = form.typed;
  if (form.kind.name == "meeting-called") {
    for (const char* name : {"title", "place", "chair"}) {
      typed.put(std::string("meetingCalled.") + name, text_in(meeting, name));
    }
    typed.put("meetingCalled.beginsAt", time_words(text_in(meeting, "beginsAt")));
    put_day(typed, "meetingCalled.heldOn", text_in(meeting, "heldOn"));
  }
  if (form.kind.name == "attendance-recorded") {
    int number = 0;
    for (const auto& seat : list_in(meeting, "attendance")) {
      const auto presence = text_in(seat, "presence");
      typed.put("attendanceRecorded.attendance." + std::to_string(number++) + ".presence",
                presence.empty() ? "PRESENT" : presence);
    }
  }
  for (const auto& item : list_in(meeting, "items")) {
    const auto name = text_in(item, "item");
    if (form.kind.name == "item-minuted" && typed.first("itemMinuted.item") == name) {
      typed.put("itemMinuted.minutes", text_in(item, "minutes"));
    }
    const auto& recommended = object_in(item, "recommendation");
    if (!recommended.empty() && typed.first("itemRecommended.item") == name) {
      auto whole = recommended;
      whole["item"] = json::string(name);
      typed = typed_of({{"itemRecommended", std::move(whole)}}, form.kind);
    }
  }
}

Response show_meeting_form(PageCall& call) {
  const auto* kind = kind_of_address(call);
  if (kind == nullptr) return no_such_page(call);
  if (!may_use(call, *kind)) return not_allowed(call);
  MeetingForm form{call, *kind, call.path("meeting"), Typed(call.request.parameters), "", new_form_key()};
  if (!form.calls()) {
    const auto found = ask(call, {"GET", "/v1/meetings/" + percent_encoded(form.meeting)});
    if (!found.good()) return refused_page(call, found.status, found.json);
    seed(form, found.json);
  }
  return meeting_form_page(form);
}

/// What is wrong with the time that was typed, as the API would say it; null where nothing is. The record takes any
/// words for a time, so only the form asks for one that everybody reads alike.
json::value wrong_time(const Typed& typed) {
  const auto time = typed.first("meetingCalled.beginsAt");
  if (typed.is_blank("meetingCalled.beginsAt") || time_of_day(time)) return nullptr;
  const bool lacks_half = time_of_day(time + "am").has_value();
  const auto* message =
      lacks_half ? "Say whether it is am or pm, for example 2:30pm" : "Enter a time, such as 9:30am or 2pm";
  return json::object{
      {"violations", json::array{json::object{{"pointer", "/meetingCalled/beginsAt"}, {"message", message}}}}};
}

Response answered(const MeetingForm& form, const ApiAnswer& answer) {
  if (answer.good()) {
    const auto reference = form.calls() ? text_in(answer.json, "meeting") : form.meeting;
    const auto item = form.typed.first(form.kind.json + ".item");
    return see_other("/meetings/" + percent_encoded(reference) + (item.empty() ? "" : "#" + id_of("item." + item)));
  }
  switch (answer.status) {
    case 412:
      return meeting_stale_page(form);
    case 400:
    case 409:
    case 413:
      return meeting_form_page(form, answer.status, answer.json);
    case 422:
      return meeting_form_page(form, answer.status,
                               json::object{{"detail",
                                             "This form was recorded already, with other answers. Look at the "
                                             "meeting, and begin again if something is missing."}});
    default:
      return refused_page(form.call, answer.status, answer.json);
  }
}

Response take_meeting_form(PageCall& call) {
  const auto* kind = kind_of_address(call);
  const auto values = form_values(call.request.body);
  if (kind == nullptr || !values) return no_such_page(call);
  if (!may_use(call, *kind)) return not_allowed(call);
  if (values->size() > most_inputs) {
    return refused_page(call, 413, json::object{{"detail", "This form is too long. Record it in several steps."}});
  }
  auto key = value_of(*values, "key");
  MeetingForm form{call,
                   *kind,
                   call.path("meeting"),
                   Typed(*values),
                   value_of(*values, "version"),
                   key.empty() ? new_form_key() : std::move(key)};
  if (const auto add = value_of(*values, "add"); !add.empty()) {
    form.typed.add_item(add);
    return meeting_form_page(form);
  }
  if (value_of(*values, "do") == "change") return meeting_form_page(form);
  if (const auto wrong = wrong_time(form.typed); !wrong.is_null()) return meeting_form_page(form, 400, wrong);
  if (form.kind.name != "attendance-recorded") form.typed.drop_empty_items();
  Asking asking{"POST", form.api_address(), json::serialize(meeting_entry_of(form)), {{"Idempotency-Key", form.key}}};
  if (!form.version.empty()) asking.headers.emplace_back("If-Match", "\"" + form.version + "\"");
  return answered(form, ask(call, asking));
}

}  // namespace

std::vector<Page> meeting_forms() {
  return {{"GET", "/meetings/new", "callMeetingForm", Use::read, show_meeting_form},
          {"POST", "/meetings/new", "callMeetingPage", Use::write, take_meeting_form},
          {"GET", "/meetings/{meeting}/add/{kind}", "meetingEntryForm", Use::read, show_meeting_form},
          {"POST", "/meetings/{meeting}/add/{kind}", "recordMeetingEntry", Use::write, take_meeting_form}};
}

}  // namespace reviewd
