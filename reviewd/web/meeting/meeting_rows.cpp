#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>

#include "libreview/base/refusal.hpp"
#include "reviewd/web/form/arranged_rows.hpp"
#include "reviewd/web/form/take_registers.hpp"
#include "reviewd/web/frame/ask.hpp"
#include "reviewd/web/meeting/meeting_form.hpp"
#include "reviewd/web/words/case_words.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/meeting_words.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
namespace v1 = review::v1;

constexpr int first_seats = 3;

struct Arranging {
  const MeetingForm& form;
  const json::value& meeting;
  ArrangedRows& rows;
  const Offers& offers;

  [[nodiscard]] const Typed& typed() const { return form.typed; }
};

/// The cases that may come onto an agenda: open, and not on it yet.
std::vector<Offer> open_cases(const Arranging& of) {
  const auto found = ask(of.form.call, {"GET", "/v1/cases?pageSize=200&orderBy=case%20desc&filter=stage!%3DCLOSED"});
  std::vector<Offer> cases;
  for (const auto& one : list_in(found.json, "cases")) {
    const auto reference = text_in(one, "case");
    const auto& items = list_in(of.meeting, "items");
    const bool there = std::any_of(items.begin(), items.end(),
                                   [&](const json::value& item) { return text_in(item, "case") == reference; });
    if (!there) cases.push_back({reference, fmt::format("{}: {}", reference, case_name(one))});
  }
  return cases;
}

void called(const Arranging& of) {
  const auto& type = *v1::MeetingCalled::descriptor();
  of.rows.field(type, "title", {"meetingCalled.title", "What is the meeting called?", {}, false});
  of.rows.field(type, "held_on", {"meetingCalled.heldOn", "On which day is it held?", {}, false});
  of.rows.field(type, "begins_at", {"meetingCalled.beginsAt", "At what time?", "For example, 9:30am or 2pm"});
  of.rows.field(type, "place", {"meetingCalled.place", "Where?", "A room, or how to join online"});
  of.rows.field(type, "chair", {"meetingCalled.chair", "Who chairs it?"});
  if (of.form.calls()) {
    const auto cases = open_cases(of);
    if (!cases.empty()) of.rows.choice("checkboxes", {"meetingCalled.cases", "Which cases are on the agenda?"}, cases);
    of.rows.area({"meetingCalled.others", "Other items", "One on each line"}, "3");
  }
  const int count = std::max(of.typed().count("meetingCalled.invited"), of.form.calls() ? first_seats : 0);
  of.rows.hidden("meetingCalled.invited.count", std::to_string(count));
  const auto& seat = *v1::Seat::descriptor();
  for (int i = 0; i < count; ++i) {
    const auto path = fmt::format("meetingCalled.invited.{}", i);
    of.rows.opens(path, fmt::format("Invited person {}", i + 1), i == 0 ? "Leave empty what you do not need." : "");
    of.rows.field(seat, "agency", {path + ".agency", "Agency"});
    of.rows.field(seat, "person", {path + ".person", "Who comes?"});
    of.rows.closes();
  }
  if (count > 0) of.rows.add("meetingCalled.invited", "Invite another person");
  of.rows.field(*v1::Entry::descriptor(), "occurred_on",
                {"occurredOn", "On which day was it called?", "Leave it empty if it was today."});
}

void item_added(const Arranging& of) {
  const auto& type = *v1::AgendaItem::descriptor();
  of.rows.field(type, "title", {"agendaItemAdded.item.title", "What is the item called?", {}, false});
  const auto cases = open_cases(of);
  if (!cases.empty()) of.rows.choice("select", {"agendaItemAdded.item.case", "Which case is it about?"}, cases);
  of.rows.field(type, "presenter", {"agendaItemAdded.item.presenter", "Who presents it?"});
}

void conflict(const Arranging& of) {
  const auto& type = *v1::ItemConflictDeclared::descriptor();
  of.rows.hidden("itemConflictDeclared.item", of.typed().first("itemConflictDeclared.item"));
  if (of.form.by_manager()) {
    of.rows.field(type, "person", {"itemConflictDeclared.person", "Whose conflict is it?", {}, false});
  } else {
    of.rows.hidden("itemConflictDeclared.person", of.form.call.visitor.person);
  }
  of.rows.field(type, "reason",
                {"itemConflictDeclared.reason", "What is the conflict?",
                 "For example, that somebody managed a person whose work is looked at"});
  of.rows.choice("radios", {"itemConflictDeclared.managed", "How is it managed?", {}, false}, conflict_choices(),
                 type.FindFieldByName("managed"));
  of.rows.field(type, "decided_by", {"itemConflictDeclared.decidedBy", "Who decided that?"});
}

struct Sat {
  std::string agency;
  std::string person;
  std::string presence;
};

/// The seats to be asked about: those recorded before, then the chair, who sits for the partnership unless invited for
/// an agency, then who is invited, then bodies that count for the quorum.
std::vector<Sat> seats_of(const json::value& meeting) {
  std::vector<Sat> seats;
  for (const auto& one : list_in(meeting, "attendance")) {
    const auto presence = text_in(one, "presence");
    seats.push_back({text_in(one, "agency"), text_in(one, "person"), presence.empty() ? "PRESENT" : presence});
  }
  const auto has = [&](const std::string& person) {
    return std::any_of(seats.begin(), seats.end(), [&](const Sat& seat) { return seat.person == person; });
  };
  const auto& invited = list_in(meeting, "invited");
  const auto chair = text_in(meeting, "chair");
  const bool is_invited = std::any_of(invited.begin(), invited.end(),
                                      [&](const json::value& one) { return text_in(one, "person") == chair; });
  if (!chair.empty() && !is_invited && !has(chair)) seats.push_back({std::string(chairs_for), chair, ""});
  for (const auto& one : invited) {
    const auto person = text_in(one, "person");
    if (!has(person)) seats.push_back({text_in(one, "agency"), person, ""});
  }
  const json::value quorum = object_in(meeting, "quorum");
  for (const auto* list : {"there", "missing"}) {
    for (const auto& body : list_in(quorum, list)) {
      const auto agency = std::string(body.as_string());
      const auto words = agency_words(agency);
      const bool there =
          std::any_of(seats.begin(), seats.end(), [&](const Sat& seat) { return agency_words(seat.agency) == words; });
      if (!there) seats.push_back({agency, "", ""});
    }
  }
  return seats;
}

void seat_row(const Arranging& of, const std::string& path, const Sat& sat, int number) {
  const auto& type = *v1::Attendance::descriptor();
  if (sat.agency.empty()) {
    of.rows.opens(path, fmt::format("Somebody else ({})", number), "Leave it empty if nobody else came.");
    of.rows.field(type, "agency", {path + ".agency", "Agency"});
    of.rows.field(type, "person", {path + ".person", "Who came?"});
  } else {
    const bool chairs = !sat.person.empty() && sat.person == text_in(of.meeting, "chair");
    const auto whose = chairs && sat.agency == chairs_for ? "Chair" : agency_words(sat.agency);
    of.rows.opens(path, whose + (sat.person.empty() ? "" : ": " + sat.person));
    of.rows.hidden(path + ".agency", sat.agency);
    if (!sat.person.empty()) of.rows.hidden(path + ".person", sat.person);
  }
  of.rows.choice("radios", {path + ".presence", "Did they come?", {}, false},
                 {{"PRESENT", "Present"}, {"APOLOGIES", "Sent apologies"}, {"ABSENT", "Absent"}});
  of.rows.closes();
}

void attendance(const Arranging& of) {
  const std::string list = "attendanceRecorded.attendance";
  auto seats = seats_of(of.meeting);
  const auto known = static_cast<int>(seats.size());
  const int count = std::max(of.typed().count(list), known + 1);
  seats.resize(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i)
    seat_row(of, fmt::format("{}.{}", list, i), seats[static_cast<std::size_t>(i)], i + 1 - known);
  of.rows.hidden(list + ".count", std::to_string(count));
  of.rows.add(list, "Add another person");
}

void minuted(const Arranging& of) {
  of.rows.hidden("itemMinuted.item", of.typed().first("itemMinuted.item"));
  of.rows.area({"itemMinuted.minutes", "What was said?", {}, false}, "12");
}

void criteria(const Arranging& of) {
  const std::string list = "itemRecommended.criteria";
  const auto law = ask(of.form.call, {"GET", "/v1/law"});
  const auto& type = *v1::CriterionAnswer::descriptor();
  int next = of.typed().count(list);
  of.rows.opens(list, "The criteria of the guidance",
                "What the meeting thinks of each. The partners answer them when they decide.");
  for (const auto& one : list_in(law.json, "criteria")) {
    if (text_in(one, "decision") != "review") continue;
    const auto criterion = text_in(one, "criterion");
    int at = 0;
    while (at < of.typed().count(list) && of.typed().first(fmt::format("{}.{}.criterion", list, at)) != criterion) ++at;
    const auto path = fmt::format("{}.{}", list, at < of.typed().count(list) ? at : next++);
    of.rows.hidden(path + ".criterion", criterion);
    of.rows.field(type, "met", {path + ".met", text_in(one, "question")});
    of.rows.field(type, "reason", {path + ".reason", "Why?"});
  }
  of.rows.hidden(list + ".count", std::to_string(next));
  of.rows.closes();
}

void recommended(const Arranging& of) {
  const auto& type = *v1::ItemRecommended::descriptor();
  of.rows.hidden("itemRecommended.item", of.typed().first("itemRecommended.item"));
  of.rows.field(type, "recommends",
                {"itemRecommended.recommends", "What does the meeting recommend?",
                 "The meeting recommends. The partners decide.", false});
  of.rows.field(type, "reasons", {"itemRecommended.reasons", "Why?"});
  criteria(of);
  const std::string list = "itemRecommended.dissent";
  const auto& dissent = *v1::Dissent::descriptor();
  const int count = of.typed().count(list);
  of.rows.hidden(list + ".count", std::to_string(count));
  for (int i = 0; i < count; ++i) {
    const auto path = fmt::format("{}.{}", list, i);
    of.rows.opens(path, fmt::format("Differing view {}", i + 1));
    of.rows.field(dissent, "by", {path + ".by", "Who disagrees", {}, false});
    of.rows.field(dissent, "reasons", {path + ".reasons", "Their reasons", {}, false});
    of.rows.closes();
  }
  of.rows.add(list, count == 0 ? "Add a differing view" : "Add another differing view");
}

void ended(const Arranging& of) {
  of.rows.field(*v1::MeetingEnded::descriptor(), "quorate",
                {"meetingEnded.quorate", "Was it quorate?",
                 quorum_words(of.meeting) + " Leave this unanswered to go by who came."});
  of.rows.field(*v1::MeetingEnded::descriptor(), "chair",
                {"meetingEnded.chair", "Who chaired it?",
                 "Leave it empty if it was chaired by whoever was to chair it. The submission to the National Panel "
                 "names the chair."});
  of.rows.field(*v1::Entry::descriptor(), "occurred_on",
                {"occurredOn", "On which day did it end?", "Leave it empty if it was today."});
}

void cancelled(const Arranging& of) {
  of.rows.field(*v1::MeetingCancelled::descriptor(), "reasons",
                {"meetingCancelled.reasons", "Why will it not be held?", {}, false});
}

/// A rule that may be set aside asks for reasons and who authorised it.
void set_aside(const Arranging& of, int status, const json::value& problem) {
  std::vector<std::string> codes;
  for (int i = 0; i < of.typed().count("despite"); ++i)
    codes.push_back(of.typed().first(fmt::format("despite.{}.code", i)));
  const auto* refused = review::find_code(text_in(problem, "code"));
  const bool may_be = status == 409 && refused != nullptr && refused->overridable;
  const auto is_new = [&](const std::string& code) { return may_be && refused->name == code; };
  if (may_be) {
    if (std::find(codes.begin(), codes.end(), refused->name) == codes.end()) codes.emplace_back(refused->name);
  }
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const auto path = fmt::format("despite.{}", i);
    const auto* row = review::find_code(codes[i]);
    of.rows.opens(path, row == nullptr ? codes[i] : std::string(row->title),
                  "If it happened all the same, record it despite this. It will show that the rule was not kept.");
    of.rows.hidden(path + ".code", codes[i]);
    if (is_new(codes[i])) of.rows.way_on("Record it all the same, with reasons", path);
    of.rows.field(*v1::Despite::descriptor(), "reasons", {path + ".reasons", "Why was the rule not kept?", {}, false});
    of.rows.field(*v1::Despite::descriptor(), "authorised_by",
                  {path + ".authorisedBy", "Who authorised it?", {}, false});
    of.rows.closes();
  }
  if (!codes.empty()) of.rows.hidden("despite.count", std::to_string(codes.size()));
}

/// The API speaks of items where the form asks for cases, and of seats that the form may have left out.
std::vector<FormError> errors_for(const json::value& problem) {
  auto errors = problem.is_object() ? errors_of(problem) : std::vector<FormError>();
  for (auto& error : errors) {
    if (error.path.starts_with("meetingCalled.items")) error.path = "meetingCalled.cases";
    if (error.path.starts_with("attendanceRecorded")) error.path.clear();
  }
  return errors;
}

}  // namespace

FormRows meeting_rows(const MeetingForm& form, const json::value& meeting, int status, const json::value& problem) {
  const auto errors = errors_for(problem);
  Offers offers;
  take_registers(form.call, offers);
  ArrangedRows rows(form.typed, offers, errors);
  const Arranging of{form, meeting, rows, offers};
  const auto& kind = form.kind.name;
  // What was just refused is put first: whoever cannot keep the rule goes on there.
  if (status == 409) set_aside(of, status, problem);
  if (kind == "meeting-called") called(of);
  if (kind == "agenda-item-added") item_added(of);
  if (kind == "item-conflict-declared") conflict(of);
  if (kind == "attendance-recorded") attendance(of);
  if (kind == "item-minuted") minuted(of);
  if (kind == "item-recommended") recommended(of);
  if (kind == "meeting-ended") ended(of);
  if (kind == "meeting-cancelled") cancelled(of);
  if (status != 409) set_aside(of, status, problem);
  return rows.made();
}

}  // namespace reviewd
