#include "reviewd/api/monitoring_rounds.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "libreview/access/disclose.hpp"
#include "libreview/base/refuse_at.hpp"
#include "libreview/record/monitoring_groups.hpp"
#include "reviewd/api/in_parts.hpp"

namespace reviewd {
namespace {

using review::Code;
using review::Date;
using review::Result;
using review::RoundDays;

/// To tell an action as it stood, its case is read anew.
constexpr std::size_t actions_in_part = 50;
/// There are a few programmes of rounds, one for each group.
constexpr int rounds_read_at_once = 50;

Result<Date> day_of(const Call& call, const char* name) {
  auto day = Date::parse(call.request.parameter(name).value_or(""));
  if (day) return *day;
  return review::refuse_at(Code::malformed, "Say from which day to which day, such as from=2026-04-01&to=2026-06-30.",
                           std::string("/") + name);
}

/// The day as at which the round is looked at: its last one, or today while it goes on, where nothing is said.
Result<Date> as_of(const Call& call, Date from, Date to) {
  if (!call.request.parameter("asOf")) return std::min(to, call.moment.today);
  const auto day = day_of(call, "asOf");
  if (!day) return day;
  if (*day < from) return review::refuse_at(Code::malformed, "This is before the first day of the round.", "/asOf");
  if (*day > call.moment.today) return review::refuse_at(Code::malformed, "This is after today.", "/asOf");
  return day;
}

/// As the register has them: open ones first, by due day, by case.
void put_in_order(std::vector<ListedAction>& actions) {
  std::ranges::stable_sort(actions, [](const ListedAction& one, const ListedAction& other) {
    return std::pair(one.action.complete(), std::string_view(one.action.due_on())) <
           std::pair(other.action.complete(), std::string_view(other.action.due_on()));
  });
}

RoundFound found_in(std::vector<ListedAction> listed, const RoundDays& days) {
  std::vector<review::WatchedAction> actions;
  for (const auto& one : listed) actions.push_back({&one.action, one.says_every});
  auto round = review::monitoring_round(actions, days);
  return {std::move(listed), std::move(round)};
}

/// Rounds of which some actions are there: this one, and then the last where it is asked for.
class RoundsMaking {
 public:
  RoundsMaking(RoundAsked asked, WriteRounds write) : asked_(std::move(asked)), write_(std::move(write)) {}

  [[nodiscard]] Result<ListedActions> work_out(Call& call) const {
    review::ActionsWanted wanted{.after = after_, .by_case = true};
    const bool past = days().as_at < call.moment.today;
    // What is asked for is as today: of a day before, another group may have watched over it.
    if (asked_.group && !past) wanted.terms.push_back({"monitoredBy", "=", asked_.group->id});
    auto listed =
        listed_actions(call, std::move(wanted), actions_in_part, past ? std::optional(days().as_at) : std::nullopt);
    if (!listed) return listed;
    if (asked_.group) {
      std::erase_if(listed->rows,
                    [&](const ListedAction& one) { return one.action.monitored_by() != asked_.group->id; });
    }
    const auto found = found_in(listed->rows, days());
    for (const auto& row : found.round.rows) call.desk().note_shown(found.actions[row.index].case_id, "list");
    return listed;
  }

  /// The answer, where these are the last actions of the last round. It takes nothing in.
  [[nodiscard]] std::optional<Response> whole_with(const Call& call, const ListedActions& part) const {
    if (!part.next.empty() || (!found_ && asked_.last)) return std::nullopt;
    auto round = with(part);
    if (!found_) return write_(call, round, {});
    return write_(call, *found_, round);
  }

  void take(const ListedActions& part) {
    after_ = part.next;
    if (after_.empty() && !found_) {
      found_ = with(part);
      actions_.clear();
    } else {
      actions_.insert(actions_.end(), part.rows.begin(), part.rows.end());
    }
  }

 private:
  [[nodiscard]] const RoundDays& days() const { return found_ && asked_.last ? *asked_.last : asked_.days; }

  [[nodiscard]] RoundFound with(const ListedActions& part) const {
    auto all = actions_;
    all.insert(all.end(), part.rows.begin(), part.rows.end());
    put_in_order(all);
    return found_in(std::move(all), days());
  }

  RoundAsked asked_;
  WriteRounds write_;
  std::vector<ListedAction> actions_{};
  std::vector<std::string> after_{};
  std::optional<RoundFound> found_{};  ///< this round, once all of it is there
};

std::optional<RoundDays> days_of(const review::v1::RoundHeld& held) {
  const auto from = Date::parse(held.from());
  const auto to = Date::parse(held.until());
  const auto on = Date::parse(held.held_on());
  if (!from || !to || !on) return std::nullopt;
  return RoundDays{*from, *to, *on};
}

/// The newest round of the group that began before this one.
Result<std::optional<RoundDays>> last_of(Call& call, const RoundAsked& asked) {
  std::optional<RoundDays> last;
  review::ListQuery query{
      {{"sort", "=", "MONITORING_ROUND"}}, {"programme", false}, call.moment.today, rounds_read_at_once, {}};
  do {
    const auto page = call.desk().list_programmes(query, call.reader, call.moment);
    if (!page) return review::refuse(page.error());
    for (const auto& programme : page->items) {
      for (const auto& held : programme.rounds()) {
        const auto days = days_of(held);
        const bool before = days && held.monitored_by() == asked.group->id && days->from < asked.days.from;
        if (before && (!last || last->from < days->from)) last = days;
      }
    }
    query.after = page->next;
  } while (!query.after.empty());
  return last;
}

}  // namespace

Result<RoundAsked> round_asked(const Call& call) {
  if (!review::reads_incidents(call.reader.role)) {
    return review::refuse(Code::not_permitted, "Your role does not see the monitoring of actions.");
  }
  const auto from = day_of(call, "from");
  if (!from) return review::refuse(from.error());
  const auto to = day_of(call, "to");
  if (!to) return review::refuse(to.error());
  if (*to < *from) return review::refuse_at(Code::malformed, "The last day is before the first.", "/to");
  if (*from > call.moment.today) return review::refuse_at(Code::malformed, "This has not begun yet.", "/from");
  const auto as_at = as_of(call, *from, *to);
  if (!as_at) return review::refuse(as_at.error());
  RoundAsked asked{{*from, *to, *as_at}};
  const auto& partnership = call.desk().law().partnership();
  asked.unwatched =
      review::count_unwatched(call.storage.store(), call.reader, call.moment.today, review::group_ids(partnership));
  const auto group = call.request.parameter("monitoredBy").value_or("");
  if (group.empty()) return asked;
  if (const auto* found = review::find_group(partnership, group)) {
    asked.group = *found;
    return asked;
  }
  return review::refuse_at(Code::not_a_choice,
                           "There is no such group. There are " + review::group_names(partnership) + ".",
                           "/monitoredBy");
}

Result<RoundAsked> round_and_last_asked(Call& call) {
  auto asked = round_asked(call);
  if (!asked || !asked->group) return asked;
  const auto last = last_of(call, *asked);
  if (!last) return review::refuse(last.error());
  asked->last = *last;
  return asked;
}

Response rounds_in_parts(Call& call, const RoundAsked& asked, WriteRounds write) {
  const auto making = std::make_shared<RoundsMaking>(asked, std::move(write));
  return in_parts(call, [making](Call& now) -> Result<RestInParts::Take> {
    auto part = making->work_out(now);
    if (!part) return review::refuse(std::move(part.error()));
    auto whole = making->whole_with(now, *part);
    return RestInParts::Take([making, part = std::make_shared<const ListedActions>(std::move(*part)),
                              whole = std::move(whole)]() -> std::optional<Response> {
      if (!whole) making->take(*part);
      return whole;
    });
  });
}

}  // namespace reviewd
