#include "libreview/embargo/planner.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json/array.hpp>
#include <set>

#include "libreview/access/disclose_holds.hpp"
#include "libreview/access/entry_access.hpp"
#include "libreview/access/named_for_publication.hpp"
#include "libreview/calendar/partial_date.hpp"
#include "libreview/clocks/in_words.hpp"
#include "libreview/clocks/runs.hpp"
#include "libreview/desk/embargoed_case.hpp"
#include "libreview/record/days.hpp"
#include "libreview/record/holds.hpp"
#include "libreview/views/find_in.hpp"
#include "reviewd/api/delay_letter_at_hand.hpp"
#include "reviewd/api/publication_endpoints.hpp"
#include "reviewd/api/published.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using review::Code;
using review::DayOfLife;
using review::Right;
using review::v1::CaseFile;

json::array texts(const std::vector<std::string>& values) {
  json::array all;
  for (const auto& value : values) all.push_back(json::string(value));
  return all;
}

void add_birth(std::vector<DayOfLife>& days, const std::string& who, const std::string& born) {
  if (const auto day = review::whole_day(born)) days.push_back({DayOfLife::Sort::birth, who, *day});
}

bool is_sibling(const std::string& relation) {
  std::string small = relation;
  for (char& c : small) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
  for (const auto* word : {"brother", "sister", "sibling", "twin"}) {
    if (small.find(word) != std::string::npos) return true;
  }
  return false;
}

void add_children(std::vector<DayOfLife>& days, const google::protobuf::RepeatedPtrField<review::v1::Child>& children) {
  for (const auto& child : children) {
    add_birth(days, child.pseudonym().empty() ? "a child" : child.pseudonym(), child.born_on());
  }
}

/// Days that are in sealed fields: only those of entries that the reader reads, and that no embargo keeps back.
void add_sealed(std::vector<DayOfLife>& days, Call& call, const CaseFile& file) {
  const auto embargoed = call.desk().embargoed(file, call.reader, call.moment);
  for (auto& entry : call.desk().entries_that_count(file.case_())) {
    if (!review::reads_entry(call.reader, file, entry, call.moment.today)) continue;
    review::note_covered(call.desk(), {entry}, embargoed);
    static_cast<void>(review::withhold(entry, embargoed.kept));
    if (entry.has_learning_referred()) add_children(days, entry.learning_referred().children());
    if (entry.has_circumstances_changed()) add_children(days, entry.circumstances_changed().children());
    if (!entry.has_incident_logged()) continue;
    const auto& logged = entry.incident_logged();
    add_children(days, logged.children());
    for (const auto& person : logged.family()) {
      if (is_sibling(person.relation())) add_birth(days, "a brother or sister", person.born_on());
    }
    if (const auto on = review::whole_day(logged.incident_on())) days.push_back({DayOfLife::Sort::incident, "", *on});
  }
}

void add_lives(std::vector<DayOfLife>& days, Call& call, const CaseFile& file) {
  add_sealed(days, call, file);
  for (auto& one : review::deaths_in(file)) days.push_back(std::move(one));
}

/// `of_life`: days of people's lives as well.
void add_case(review::PlanFacts& facts, Call& call, const CaseFile& file, bool of_life) {
  if (of_life) add_lives(facts.lives, call, file);
  for (auto& one : review::listed_days(file)) facts.listed.push_back(std::move(one));
  call.desk().note_shown(file.case_(), "case");
}

/// A day that is known twice is told once.
void tell_once(std::vector<DayOfLife>& days) {
  std::vector<DayOfLife> once;
  for (auto& day : days) {
    const bool known = std::any_of(once.begin(), once.end(), [&](const DayOfLife& one) {
      return one.sort == day.sort && one.who == day.who && one.day == day.day;
    });
    if (!known) once.push_back(std::move(day));
  }
  days = std::move(once);
}

/// What holds on a day, as a sentence; of proceedings also when they are expected to end, as far as anybody said.
std::string hold_sentence(const review::v1::Hold& hold) {
  auto says = hold.case_().empty() ? hold.why() : fmt::format("In case {}: {}", hold.case_(), hold.why());
  if (hold.kind() != "PROCEEDINGS") return says;
  const auto end = review::PartialDate::parse(hold.review_on());
  return says + (end ? fmt::format(" They are expected to end: {}.", end->words())
                     : std::string(" Nobody has said when they are expected to end."));
}

json::object warning_json(const review::PlanWarning& warning) {
  json::object out{{"kind", warning.kind},
                   {"on", warning.on.iso()},
                   {"sameDay", warning.same_day},
                   {"says", warning.says},
                   {"cites", texts(warning.cites)}};
  if (!warning.grade.empty()) out["grade"] = warning.grade;
  return out;
}

Response get_planner(Call& call) {
  const auto at_hand = review_at_hand(call);
  const auto others = at_hand
                          ? review::reviewed_with(at_hand->file, at_hand->of(), review::find_in(call.storage.views()))
                          : std::vector<CaseFile>();
  const bool named =
      at_hand && review::is_named_for_publication(call.reader, at_hand->file, at_hand->of(), others, call.moment.today);
  if (!named && !plans_publications(call.reader)) {
    return refused(call,
                   {Code::not_permitted, "Only who plans a publication, decides on it or is named for it sees this."});
  }
  if (!at_hand) return refused(call, at_hand.error());
  const auto& of = at_hand->of();
  const auto asked = call.request.parameter("on").value_or(of.planned_on());
  if (asked.empty()) return refused(call, Code::missing_field, "Give the day, or plan one first.", "/on");
  const auto on = review::Date::parse(asked);
  if (!on) return refused(call, Code::not_a_date, "There is no such day.", "/on");
  const auto& calendar = call.desk().calendar();
  if (!calendar.covers(*on)) {
    return refused(call, Code::malformed,
                   fmt::format("The holiday data ends on {}. Plan within it.", calendar.last().words()), "/on");
  }
  const bool of_life = review::sees_days_of_life(call.reader, at_hand->file, of, others, call.moment.today);
  review::PlanFacts facts{*on, {}, {}};
  facts.past = *on < call.moment.today;
  add_case(facts, call, at_hand->file, of_life);
  std::set<std::string> hidden;
  for (const auto& other : others) {
    if (call.desk().sees(other.case_(), call.reader, call.moment)) {
      add_case(facts, call, other, of_life);
    } else {
      hidden.insert(other.case_());
    }
  }
  tell_once(facts.lives);
  for (const auto& hold : review::disclose(review::holds_on(at_hand->file, others, *on), hidden)) {
    facts.holds.push_back(hold_sentence(hold));
  }
  json::array warnings;
  for (const auto& one : review::plan_warnings(facts, call.desk().law(), calendar)) {
    warnings.push_back(warning_json(one));
  }
  json::object out{
      {"case", call.path("case")}, {"review", of.review()}, {"on", on->iso()}, {"warnings", std::move(warnings)}};
  if (!of_life) out["keptBack"] = review::days_of_life_are_for_named;
  return json_answer(200, out);
}

Response get_delay_letter(Call& call) {
  const auto at_hand = review_at_hand(call);
  if (!at_hand) return refused(call, at_hand.error());
  const auto letter = delay_letter_at_hand(call, *at_hand);
  return json_answer(200, json::object{{"case", call.path("case")},
                                       {"review", at_hand->review},
                                       {"to", json::array{"PANEL", "SECRETARY_OF_STATE"}},
                                       {"text", letter.text},
                                       {"facts", texts(letter.facts)}});
}

}  // namespace

std::vector<Endpoint> planner_endpoints() {
  return {{"GET",
           "/v1/cases/{case}/reviews/{review}/planner",
           "getPublicationPlanner",
           "What speaks against publishing on a day: what holds it, birthdays, anniversaries, hearings, days off, "
           "elections",
           {Right::read_cases},
           Use::read,
           {"on"},
           "",
           "PublicationPlanner",
           200,
           get_planner},
          {"GET",
           "/v1/cases/{case}/reviews/{review}/delay-letter",
           "getDelayLetter",
           "The letter that says why publication is late, drafted from what is recorded",
           {Right::read_cases},
           Use::read,
           {},
           "",
           "DelayLetter",
           200,
           get_delay_letter}};
}

}  // namespace reviewd
