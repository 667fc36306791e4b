#include "reviewd/web/meeting/meeting_form.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <map>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/form/form_entry.hpp"
#include "reviewd/web/form/form_summary.hpp"
#include "reviewd/web/form/take_registers.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/frame/render.hpp"
#include "reviewd/web/words/meeting_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/screen_words.hpp"
#include "reviewd/web/words/time_of_day.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

std::string page_address(const MeetingForm& form) {
  return form.calls() ? "/meetings" : "/meetings/" + percent_encoded(form.meeting);
}

/// The lines of a text, without empty ones.
std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t from = 0; from < text.size();) {
    const auto to = std::min(text.find('\n', from), text.size());
    if (const auto line = typed_text(std::string_view(text).substr(from, to - from)); !line.empty())
      lines.push_back(line);
    from = to + 1;
  }
  return lines;
}

/// The agenda of a new meeting: the cases that were ticked, then the other items.
json::array agenda_of(const Typed& typed) {
  json::array items;
  for (const auto& reference : typed.all("meetingCalled.cases")) {
    if (!reference.empty()) items.push_back(json::object{{"title", "Case " + reference}, {"case", reference}});
  }
  for (const auto& line : lines_of(typed.first("meetingCalled.others"))) items.push_back(json::object{{"title", line}});
  return items;
}

View common(const MeetingForm& form, const std::string& title) {
  return {{"title", title},
          {"heading", title},
          {"caption", form.calls() ? "Meetings" : "Meeting " + form.meeting},
          {"action", form.address()},
          {"back", page_address(form)},
          {"version", form.version},
          {"key", form.key}};
}

}  // namespace

std::string MeetingForm::address() const {
  return calls() ? "/meetings/new" : "/meetings/" + percent_encoded(meeting) + "/add/" + kind.json;
}

std::string MeetingForm::api_address() const {
  return calls() ? "/v1/meetings" : "/v1/meetings/" + percent_encoded(meeting) + "/entries";
}

std::string MeetingForm::title() const {
  static const std::map<std::string, std::string> titles = {
      {"meeting-called", "Change when and where the meeting is held"},
      {"agenda-item-added", "Add an item to the agenda"},
      {"item-conflict-declared", "Declare a conflict of interest"},
      {"attendance-recorded", "Who came, and who sent apologies"},
      {"item-minuted", "Minutes of an item"},
      {"item-recommended", "What the meeting recommends"},
      {"meeting-ended", "End the meeting"},
      {"meeting-cancelled", "The meeting will not be held"}};
  return calls() ? "Call a meeting" : titles.at(kind.name);
}

bool MeetingForm::by_manager() const { return call.visitor.reader.may(review::Right::manage_meetings); }

json::object meeting_entry_of(const MeetingForm& form) {
  Offers names;
  take_registers(form.call, names);
  auto entry = entry_of(form.typed, form.kind, names);
  if (form.kind.name == "meeting-called" && form.calls()) {
    auto& called = entry["meetingCalled"];
    if (!called.is_object()) called = json::object();
    if (auto items = agenda_of(form.typed); !items.empty()) called.as_object()["items"] = std::move(items);
  }
  if (auto* called = entry.if_contains("meetingCalled"); called != nullptr && called->is_object()) {
    if (const auto time = time_of_day(text_in(*called, "beginsAt"))) {
      called->get_object()["beginsAt"] = json::string(*time);
    }
  }
  auto* recorded = entry.if_contains("attendanceRecorded");
  if (recorded != nullptr && recorded->is_object() && recorded->get_object().contains("attendance")) {
    json::array seats;
    for (const auto& seat : list_in(*recorded, "attendance")) {
      if (!text_in(seat, "presence").empty()) seats.push_back(seat);
    }
    recorded->get_object()["attendance"] = std::move(seats);
  }
  // A meeting need not answer every question of the law; what it left open is not there.
  auto* recommended = entry.if_contains("itemRecommended");
  if (recommended != nullptr && recommended->is_object() && recommended->get_object().contains("criteria")) {
    json::array answered;
    for (const auto& answer : list_in(*recommended, "criteria")) {
      if (!text_in(answer, "met").empty() || !text_in(answer, "reason").empty()) answered.push_back(answer);
    }
    recommended->get_object()["criteria"] = std::move(answered);
  }
  return entry;
}

namespace {

/// What follows when the meeting ends, and what is missing for it: said before anything is recorded.
json::array ending_words(const json::value& meeting) {
  json::array lines;
  const auto say = [&](const std::string& words) { lines.push_back(json::object{{"words", words}}); };
  say(quorum_words(meeting));
  const json::value quorum = object_in(meeting, "quorum");
  const auto* quorate = quorum.as_object().if_contains("quorate");
  if (quorate == nullptr || !quorate->is_bool() || !quorate->get_bool()) {
    say("Without a quorum the partners' decision can name this meeting only if somebody who may decide records it all "
        "the same, with reasons. Every safeguarding partner can sign instead.");
  }
  int number = 0;
  for (const auto& item : list_in(meeting, "items")) {
    ++number;
    std::string missing = text_in(item, "minutes").empty() ? "no minutes" : "";
    if (object_in(item, "recommendation").empty()) {
      missing += std::string(missing.empty() ? "" : " and ") + "no recommendation";
    }
    if (!text_in(item, "case").empty() && !missing.empty()) say(fmt::format("Item {} has {} yet.", number, missing));
  }
  say("Each case on the agenda is told who was there for its own item, what was said and what was recommended.");
  say("Afterwards nothing can be added to the agenda, and the meeting cannot be moved.");
  return lines;
}

}  // namespace

Response meeting_form_page(const MeetingForm& form, int status, const json::value& problem) {
  json::value meeting;
  if (!form.calls()) {
    auto found = ask(form.call, {"GET", "/v1/meetings/" + percent_encoded(form.meeting)});
    if (!found.good()) return refused_page(form.call, found.status, found.json);
    meeting = std::move(found.json);
  }
  auto made = meeting_rows(form, meeting, status, problem);
  auto view = common(form, form.title());
  if (form.version.empty() && !form.calls()) view["version"] = std::to_string(number_in(meeting, "version"));
  const bool wrong = !made.summary.empty();
  view["rows"] = std::move(made.rows);
  view["errors"] = std::move(made.summary);
  view["hasErrors"] = wrong;
  json::array cites;
  for (const auto& cite : list_in(problem, "cites")) cites.push_back(json::object{{"cite", cite}});
  view["cites"] = std::move(cites);
  auto follows = form.kind.name == "meeting-ended" ? ending_words(meeting) : json::array();
  view["hasFollows"] = !follows.empty();
  view["follows"] = std::move(follows);
  view["button"] = form.kind.name == "meeting-ended" ? "End the meeting" : form.calls() ? "Call the meeting" : "Save";
  return render(form.call, status, "record_form", std::move(view));
}

Response meeting_stale_page(const MeetingForm& form) {
  const auto at = "/v1/meetings/" + percent_encoded(form.meeting);
  const auto listed = ask(form.call, {"GET", at + "/entries?pageSize=200"});
  if (!listed.good()) return refused_page(form.call, listed.status, listed.json);
  json::array since;
  const auto& entries = list_in(listed.json, "entries");
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (std::to_string(i) == form.version) since.clear();
    json::array rows;
    if (const auto* kind = review::find_kind(form.kind.name);
        kind != nullptr && entries[i].as_object().contains(kind->json))
      rows = entry_summary(entries[i].as_object(), *kind, {});
    since.push_back(json::object{{"label", entry_label(entries[i])},
                                 {"by", person_words(text_in(entries[i], "recordedBy"))},
                                 {"hasRows", !rows.empty()},
                                 {"theirs", std::move(rows)}});
  }
  json::array kept;
  for (const auto& [name, values] : form.typed.values()) {
    for (const auto& value : values) kept.push_back(json::object{{"name", name}, {"value", value}});
  }
  auto view = common(form, "Somebody recorded something meanwhile");
  view["kind"] = form.title();
  view["since"] = std::move(since);
  view["rows"] = entry_summary(meeting_entry_of(form), form.kind, {});
  view["kept"] = std::move(kept);
  view["version"] = std::to_string(entries.size());
  return render(form.call, 412, "meeting_stale", std::move(view));
}

}  // namespace reviewd
