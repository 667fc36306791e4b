#include <algorithm>
#include <boost/json/array.hpp>
#include <utility>
#include <vector>

#include "libreview/vocabulary/write_message.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/standing.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using Notes = review::Desk::Notes;
using review::Right;
using review::v1::Case;
using review::v1::Clock;

constexpr std::size_t most_cases = 400;
constexpr std::size_t most_dates = 50;
constexpr int soon_working_days = 5;

/// The last day that the service takes; where no date waits, the list of cases has one that sorts after it.
constexpr const char* last_day = "2199-12-31";

struct Waiting {
  const Case* of_case;
  const Clock* clock;
};

bool is_ours(const Clock& clock) { return clock.owed_by() == review::v1::OWED_BY_US; }

bool is_late(const Clock& clock) { return clock.state() == review::v1::CLOCK_STATE_OVERDUE; }

bool is_soon(const Clock& clock) {
  return clock.state() == review::v1::CLOCK_STATE_DUE_TODAY ||
         (clock.state() == review::v1::CLOCK_STATE_RUNNING && clock.working_days_left() <= soon_working_days);
}

json::object part_of(const Call& call, const std::vector<Case>& cases, bool (*belongs)(const Clock&)) {
  std::vector<Waiting> all;
  for (const auto& one : cases) {
    for (const auto& clock : one.clocks()) {
      if (waits(clock) && belongs(clock)) all.push_back({&one, &clock});
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const Waiting& left, const Waiting& right) {
    return left.clock->due_on() < right.clock->due_on();
  });
  json::array items;
  for (const auto& each : all) {
    if (items.size() == most_dates) break;
    call.desk().note_shown(each.of_case->case_(), "list");
    items.push_back(
        json::object{{"pseudonyms", write_pseudonyms(*each.of_case)}, {"clock", write_listed(*each.clock)}});
  }
  return {{"items", std::move(items)}, {"more", all.size() > most_dates}};
}

json::array held_of(const Call& call, const std::vector<Case>& cases) {
  json::array held;
  for (const auto& one : cases) {
    if (one.holds().empty()) continue;
    call.desk().note_shown(one.case_(), "list");
    json::array holds;
    for (const auto& hold : one.holds()) holds.push_back(review::write_message(hold));
    held.push_back(
        json::object{{"case", one.case_()}, {"pseudonyms", write_pseudonyms(one)}, {"holds", std::move(holds)}});
  }
  return held;
}

/// Of the cases looked through only those are shown that stand in a part of it: those are noted.
Response worklist_of(const Call& call, const std::vector<Case>& cases) {
  return json_answer(
      200, json::object{
               {"overdue", part_of(call, cases, [](const Clock& clock) { return is_ours(clock) && is_late(clock); })},
               {"soon", part_of(call, cases, [](const Clock& clock) { return is_ours(clock) && is_soon(clock); })},
               {"waiting", part_of(call, cases, [](const Clock& clock) { return !is_ours(clock); })},
               {"held", held_of(call, cases)},
               {"asOf", call.moment.today.iso()}});
}

/// Whoever reads only the own agency's part of a case cannot ask by dates that are not theirs: they get all that they
/// see looked through.
Response get_worklist(Call& call) {
  const auto today = call.moment.today;
  if (!review::reads_incidents(call.reader.role)) {
    const auto own = whole_list(call, {{}, {"case"}, today, 0, {}}, most_cases, Notes::asker);
    if (!own) return refused(call, own.error());
    return worklist_of(call, *own);
  }
  auto cases =
      whole_list(call, {{{"nextDueOn", "<=", last_day}}, {"nextDueOn"}, today, 0, {}}, most_cases, Notes::asker);
  if (!cases) return refused(call, cases.error());
  auto others = whole_list(call, {{{"held", "=", "true"}, {"nextDueOn", ">", last_day}}, {"case"}, today, 0, {}},
                           most_cases, Notes::asker);
  if (!others) return refused(call, others.error());
  for (auto& one : *others) cases->push_back(std::move(one));
  return worklist_of(call, *cases);
}

}  // namespace

std::vector<Endpoint> worklist_endpoints() {
  return {{"GET",
           "/v1/worklist",
           "getWorklist",
           "What is late, due within five working days, owed by others, and held, with the names of the cases",
           {Right::read_cases},
           Use::read,
           {},
           "",
           "Worklist",
           200,
           get_worklist}};
}

}  // namespace reviewd
