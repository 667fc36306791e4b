#include <algorithm>
#include <boost/json/array.hpp>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "libreview/access/disclose.hpp"
#include "libreview/access/sight.hpp"
#include "libreview/vocabulary/write_message.hpp"
#include "reviewd/api/case_query.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/standing.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using Notes = review::Desk::Notes;
using review::Right;
using review::v1::Case;
using review::v1::Clock;
using Cases = std::vector<review::Desk::Listed>;

constexpr std::size_t most_cases = 400;
constexpr std::size_t most_dates = 50;

/// A case or a programme. Its dates are those of a list that others are shown too, and are not copied.
struct Task {
  review::Desk::Listed standing;
  std::optional<std::string> programme_title;  ///< nothing for a case
};
using Tasks = std::vector<Task>;

struct Waiting {
  const Task* task;
  const Clock* clock;
};

/// What somebody who answers for an agency owes is their agency's; for everybody else it is the partnership's.
bool is_ours(const Clock& clock, const review::Reader& reader) {
  return clock.owed_by() ==
         (review::reads_incidents(reader.role) ? review::v1::OWED_BY_US : review::v1::OWED_BY_AGENCY);
}

bool is_late(const Clock& clock) { return clock.state() == review::v1::CLOCK_STATE_OVERDUE; }

bool is_soon(const Clock& clock) {
  return clock.state() == review::v1::CLOCK_STATE_DUE_TODAY ||
         (clock.state() == review::v1::CLOCK_STATE_RUNNING && clock.working_days_left() <= soon_working_days);
}

/// What people call it.
json::object named(const Task& task) {
  if (task.programme_title) return {{"title", *task.programme_title}};
  return {{"pseudonyms", write_pseudonyms(*task.standing)}};
}

/// What has just become late can still be put right; what has been late for years does not stand before it.
enum class Order { by_day, newest_first };

json::object part_of(const Call& call, const Tasks& tasks, const std::function<bool(const Clock&)>& belongs,
                     Order order) {
  std::vector<Waiting> all;
  for (const auto& one : tasks) {
    for (const auto& clock : one.standing->clocks()) {
      if (waits(clock) && belongs(clock)) all.push_back({&one, &clock});
    }
  }
  std::stable_sort(all.begin(), all.end(), [&](const Waiting& left, const Waiting& right) {
    const auto& first = order == Order::by_day ? left : right;
    const auto& second = order == Order::by_day ? right : left;
    return first.clock->due_on() < second.clock->due_on();
  });
  json::array items;
  for (const auto& each : all) {
    if (items.size() == most_dates) break;
    call.desk().note_shown(each.task->standing->case_(), "list");
    auto item = named(*each.task);
    item["clock"] = write_listed(*each.clock);
    items.push_back(std::move(item));
  }
  return {{"items", std::move(items)}, {"more", all.size() > most_dates}};
}

json::array held_of(const Call& call, const Cases& cases) {
  json::array held;
  for (const auto& each : cases) {
    const auto& one = *each;
    if (one.holds().empty()) continue;
    call.desk().note_shown(one.case_(), "list");
    json::array holds;
    for (const auto& hold : one.holds()) holds.push_back(review::write_message(hold));
    held.push_back(
        json::object{{"case", one.case_()}, {"pseudonyms", write_pseudonyms(one)}, {"holds", std::move(holds)}});
  }
  return held;
}

/// The cases that wait for something, and those that are held; all where the reader may not ask which those are. They
/// are looked through: those that stand in a part of the answer are noted.
review::Result<Cases> cases_for(const Call& call, review::Date today) {
  const auto list = [&](review::ListQuery query) {
    return standings(call, std::move(query), most_cases, Notes::asker);
  };
  if (!review::reads_incidents(call.reader.role)) return list({{}, {"case"}, today, 0, {}});
  const std::string last(review::last_day);
  auto cases = list({{{"nextDueOn", "<=", last}}, {"nextDueOn"}, today, 0, {}});
  if (!cases) return cases;
  auto others = list({{{"held", "=", "true"}, {"nextDueOn", ">", last}}, {"case"}, today, 0, {}});
  if (!others) return others;
  for (auto& one : *others) cases->push_back(std::move(one));
  return cases;
}

/// A programme is the work of those who belong to it, whoever else sees it.
review::Result<Tasks> own_programmes(const Call& call) {
  const auto all =
      standings(call, {{}, {"programme"}, call.moment.today, 0, {}, "programme"}, most_cases, Notes::asker);
  if (!all) return review::refuse(all.error());
  Tasks own;
  for (const auto& one : *all) {
    const auto file = call.storage.views().find_for(call.reader, one->case_(), call.moment.today);
    if (!file || !review::is_member(*file, call.reader.person, call.moment.today)) continue;
    own.push_back({one, call.desk().programme_title(one->case_(), call.reader, call.moment)});
  }
  return own;
}

Tasks tasks_of(const Cases& cases, Tasks programmes) {
  auto all = std::move(programmes);
  for (const auto& one : cases) all.push_back({one, std::nullopt});
  return all;
}

Response get_worklist(Call& call) {
  const auto today = call.moment.today;
  const auto cases = cases_for(call, today);
  if (!cases) return refused(call, cases.error());
  auto programmes = own_programmes(call);
  if (!programmes) return refused(call, programmes.error());
  const auto tasks = tasks_of(*cases, std::move(*programmes));
  const auto ours = [&](const Clock& clock) { return is_ours(clock, call.reader); };
  const auto part = [&](const std::function<bool(const Clock&)>& belongs, Order order = Order::by_day) {
    return part_of(call, tasks, belongs, order);
  };
  return json_answer(
      200, json::object{{"overdue",
                         part([&](const Clock& clock) { return ours(clock) && is_late(clock); }, Order::newest_first)},
                        {"soon", part([&](const Clock& clock) { return ours(clock) && is_soon(clock); })},
                        {"waiting", part([&](const Clock& clock) { return !ours(clock); })},
                        {"held", held_of(call, *cases)},
                        {"asOf", today.iso()}});
}

}  // namespace

std::vector<Endpoint> worklist_endpoints() {
  return {
      {"GET",
       "/v1/worklist",
       "getWorklist",
       "What is late, due within five working days, owed by others, and held, with the names of the cases, and of the "
       "programmes that the reader belongs to",
       {Right::read_cases},
       Use::read,
       {},
       "",
       "Worklist",
       200,
       get_worklist}};
}

}  // namespace reviewd
