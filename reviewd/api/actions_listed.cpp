#include "reviewd/api/actions_listed.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "libreview/access/forget_cases.hpp"
#include "libreview/clocks/look_again.hpp"
#include "libreview/record/bodies.hpp"
#include "libreview/record/case_file.hpp"
#include "libreview/record/monitoring_groups.hpp"
#include "libreview/record/open_action.hpp"
#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/write_message.hpp"
#include "reviewd/api/record_json.hpp"
#include "reviewd/api/words_at_hand.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
namespace v1 = review::v1;
using review::Result;

/// So many rows are asked for at once.
constexpr int actions_at_once = 200;

/// The cases of an answer, each read once.
class CasesAtHand {
 public:
  CasesAtHand(Call& call, std::optional<review::Date> as_at) : call_(call), as_at_(as_at) {}

  /// Null where the reader does not see it, or it was not there then.
  const v1::CaseFile* file(const std::string& case_id) {
    const auto [at, is_new] = files_.try_emplace(case_id);
    if (is_new) at->second = call_.storage.views().find_for(call_.reader, case_id, call_.moment.today);
    return at->second ? &*at->second : nullptr;
  }

  /// The action as it stands, or stood; nothing where there is none for the reader.
  std::optional<v1::Action> action(const std::string& case_id, const std::string& name) {
    if (!as_at_) {
      const auto* of = file(case_id);
      const auto* found = of == nullptr ? nullptr : review::find_action(*of, name);
      if (found == nullptr) return std::nullopt;
      auto action = review::action_of(*found);
      if (action.complete()) review::put_look_again(action, look_again(case_id, *of));
      return action;
    }
    const auto [at, is_new] = then_.try_emplace(case_id);
    if (is_new) {
      if (auto shown = call_.desk().show(case_id, call_.reader, call_.moment, as_at_)) at->second = std::move(*shown);
    }
    for (const auto& one : at->second.actions()) {
      if (one.action() == name) return one;
    }
    return std::nullopt;
  }

 private:
  const review::LookAgainDays& look_again(const std::string& case_id, const v1::CaseFile& file) {
    const auto [at, is_new] = look_again_.try_emplace(case_id);
    if (is_new) at->second = review::look_again_days(file, call_.desk().law(), call_.desk().calendar());
    return at->second;
  }

  Call& call_;
  std::optional<review::Date> as_at_;
  std::map<std::string, std::optional<v1::CaseFile>> files_{};
  std::map<std::string, review::LookAgainDays> look_again_{};
  std::map<std::string, v1::Case> then_{};
};

/// As often as the group that watches looks, where nothing was said of the action.
void fill_interval(v1::Action& action, const review::Partnership& partnership) {
  if (action.has_monitored_every() || !action.has_monitored_by()) return;
  for (const auto& group : partnership.groups) {
    if (group.id == action.monitored_by()) action.set_monitored_every(group.every_months);
  }
}

void forget_hidden(Call& call, v1::Action& action) {
  std::set<std::string> named;
  review::name_cases(action, named);
  std::erase_if(named,
                [&](const std::string& one) { return call.storage.views().sees(call.reader, one, call.moment.today); });
  review::forget_cases(action, named);
}

ListedAction listed(Call& call, const std::string& case_id, v1::Action action, WordsAtHand& words, review::Date day) {
  forget_hidden(call, action);
  const int says_every = action.monitored_every();
  fill_interval(action, call.desk().law().partnership());
  ListedAction row{case_id, std::move(action)};
  row.says_every = says_every;
  row.overdue = !row.action.complete() && row.action.due_on() < day.iso();
  if (const auto* entry = words.find(case_id, row.action.entry())) {
    row.what = review::what_is_to_be_done(*entry);
    row.measure = entry->action_agreed().measure();
  }
  if (const auto* entry = words.find(case_id, row.action.update_entry())) row.update = entry->action_updated().update();
  if (row.action.escalations().empty()) return row;
  const auto& raised = *row.action.escalations().rbegin();
  if (const auto* entry = words.find(case_id, raised.entry())) row.why_escalated = entry->action_escalated().why();
  return row;
}

/// Walks the rows page by page. `take` says false where there is room for no more.
template <class Rows, class Take>
Result<std::vector<std::string>> walk(review::ActionsWanted wanted, Rows rows_of, Take take) {
  wanted.limit = actions_at_once;
  std::vector<std::string> last;
  for (;;) {
    const auto rows = rows_of(wanted);
    if (!rows) return review::refuse(rows.error());
    for (const auto& row : *rows) {
      const auto taken = take(row);
      if (!taken) continue;
      if (!*taken) return last;
      last = row.key();
    }
    if (rows->size() < static_cast<std::size_t>(actions_at_once)) return std::vector<std::string>();
    wanted.after = rows->back().key();
  }
}

void put_words(json::object& out, std::string_view key, const std::string& value) {
  if (!value.empty()) out[key] = value;
}

}  // namespace

Result<void> check_action_names(Call& call, const review::ActionsWanted& wanted) {
  return call.desk().check_names(wanted.terms, review::action_fields(), call.reader, call.moment);
}

Result<ListedActions> listed_actions(Call& call, review::ActionsWanted wanted, std::optional<std::size_t> most,
                                     std::optional<review::Date> as_at) {
  CasesAtHand cases(call, as_at);
  WordsAtHand words(call, as_at);
  ListedActions found;
  wanted.groups = review::group_ids(call.desk().law().partnership());
  const auto rows = [&](const review::ActionsWanted& asked) {
    return review::action_rows(call.storage.store(), asked, call.reader, call.moment.today);
  };
  // Nothing: the reader does not see it. False: there is another, and no room for it.
  const auto take = [&](const review::ActionRow& row) -> std::optional<bool> {
    auto action = cases.action(row.case_id, row.name);
    if (!action) return std::nullopt;
    if (most && found.rows.size() == *most) return false;
    found.rows.push_back(listed(call, row.case_id, std::move(*action), words, as_at.value_or(call.moment.today)));
    return true;
  };
  auto next = walk(std::move(wanted), rows, take);
  if (!next) return review::refuse(next.error());
  found.next = std::move(*next);
  words.note();
  return found;
}

json::object action_json(const ListedAction& listed) {
  auto out = review::write_message(listed.action);
  put_record(out, listed.case_id);
  out["overdue"] = listed.overdue;
  put_words(out, "what", listed.what);
  put_words(out, "measure", listed.measure);
  put_words(out, "update", listed.update);
  put_words(out, "whyEscalated", listed.why_escalated);
  return out;
}

Result<ListedRecommendations> listed_recommendations(Call& call, review::ActionsWanted wanted,
                                                     std::optional<std::size_t> most) {
  CasesAtHand cases(call, std::nullopt);
  WordsAtHand words(call);
  ListedRecommendations found;
  const auto rows = [&](const review::ActionsWanted& asked) {
    return review::recommendation_rows(call.storage.store(), asked, call.reader, call.moment.today);
  };
  const auto take = [&](const review::ActionRow& row) -> std::optional<bool> {
    const auto* file = cases.file(row.case_id);
    if (file == nullptr) return std::nullopt;
    const auto all = review::recommendations_of(*file);
    const auto made = std::ranges::find_if(all, [&](const auto& one) { return one.recommendation() == row.name; });
    if (made == all.end()) return std::nullopt;
    if (most && found.rows.size() == *most) return false;
    ListedRecommendation one{row.case_id, *made, {}};
    for (const auto& answer : made->bodies()) {
      if (review::is_same_body(answer.by(), row.body)) one.answer = answer;
    }
    if (const auto* entry = words.find(row.case_id, made->entry())) one.text = entry->recommendation_made().text();
    if (const auto* entry = words.find(row.case_id, one.answer.entry())) {
      one.modified = entry->recommendation_answered().modified();
      one.reasons = entry->recommendation_answered().reasons();
    }
    found.rows.push_back(std::move(one));
    return true;
  };
  auto next = walk(std::move(wanted), rows, take);
  if (!next) return review::refuse(next.error());
  found.next = std::move(*next);
  words.note();
  return found;
}

json::object recommendation_json(const ListedRecommendation& listed) {
  auto out = review::write_message(listed.made);
  out.erase("bodies");
  put_record(out, listed.case_id);
  out["state"] =
      review::short_name_of(listed.answer.has_state() ? listed.answer.state() : v1::RECOMMENDATION_STATE_AWAITED,
                            v1::RecommendationState_descriptor());
  put_words(out, "to", listed.answer.by());
  put_words(out, "answeredOn", listed.answer.on());
  put_words(out, "answerEntry", listed.answer.entry());
  put_words(out, "text", listed.text);
  put_words(out, "modified", listed.modified);
  put_words(out, "reasons", listed.reasons);
  return out;
}

}  // namespace reviewd
