#include <boost/json/array.hpp>
#include <utility>

#include "libreview/vocabulary/names.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/returns/asked_actions.hpp"
#include "reviewd/web/form/plain_form.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/return_link/link_visit.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"

/// What an agency says of its actions by a link, without an account.
namespace reviewd {
namespace {

namespace json = boost::json;

/// By a link for the actions of their agency.
struct ActionVisit : LinkVisit {
  AskedActions asked;
};

std::optional<ActionVisit> action_visit_of(ReturnCall& call) {
  auto came = link_visit_of(call);
  auto asked = came ? asked_actions(call.storage, came->link) : std::nullopt;
  if (!asked) return std::nullopt;
  return ActionVisit{std::move(*came), std::move(*asked)};
}

constexpr std::string_view actions_path = "/actions";

std::string title_of(const AskedAction& asked) {
  return asked.what.empty() ? name_words(asked.action.action()) : asked.what;
}

std::string standing_of(const AskedAction& asked) {
  const auto& action = asked.action;
  auto says =
      action.has_progress()
          ? choice_words("Progress", review::short_name_of(action.progress(), review::v1::Progress_descriptor()))
          : std::string("Nothing said yet");
  return asked.update.empty() ? says : says + ". " + asked.update;
}

Response show_actions(ReturnCall& call) {
  const auto visit = action_visit_of(call);
  if (!visit) return door(call);
  if (!note_reads(call, visit->link, visit->asked.reads)) return Response{507};
  json::array rows;
  for (const auto& one : visit->asked.actions) {
    rows.push_back(json::object{{"title", title_of(one)},
                                {"address", call.address("/actions/" + percent_encoded(one.action.action()))},
                                {"due", day_words(one.action.due_on())},
                                {"standing", standing_of(one)},
                                {"open", !one.action.complete()}});
  }
  return render_link_list(call, *visit, actions_path, "return_actions",
                          {{"title", "Your agency's actions"},
                           {"sent", !visit->link.sent.empty()},
                           {"when", instant_words(visit->link.sent)},
                           {"rows", std::move(rows)}});
}

const AskedAction* action_of_address(const ReturnCall& call, const ActionVisit& visit) {
  for (const auto& one : visit.asked.actions) {
    if (one.action.action() == call.match.parameter("action")) return &one;
  }
  return nullptr;
}

using Choices = std::vector<std::pair<std::string, std::string>>;

Choices choices_of(const char* none, const char* type, std::initializer_list<const char*> values) {
  Choices choices{{"", none}};
  for (const auto* value : values) choices.emplace_back(value, choice_words(type, value));
  return choices;
}

std::vector<Question> questions_of(const NameValues& typed) {
  using Sort = Question::Sort;
  const auto value = [&](const char* name) { return value_of(typed, name); };
  return {
      {"progress", "How does it stand?", "", Sort::choice, value("progress"),
       choices_of("Choose", "Progress", {"GREEN", "AMBER", "RED", "COMPLETE"})},
      {"update",
       "What happened since the last update?",
       "Name no child and no family",
       Sort::area,
       value("update"),
       {}},
      {"reached", "How far has it reached?", "", Sort::choice, value("reached"),
       choices_of("Nothing new", "Reached", {"SAID", "DONE", "CHECKED", "CHANGED", "NOT_KNOWN"})},
      {"evidence", "What shows it?", "Needed from “Tested” on", Sort::area, value("evidence"), {}},
      {"dueOn", "New due date (optional)", "Only if the date has to move", Sort::day, day_typed(typed, "dueOn"), {}},
      {"reason", "Why does the date move?", "Needed if it moves later", Sort::area, value("reason"), {}, 3}};
}

Response action_page(const ReturnCall& call, const ActionVisit& visit, const AskedAction& asked,
                     const NameValues& typed, int status, const json::value& problem) {
  PlainForm form{call.address("/actions/" + percent_encoded(asked.action.action())),
                 questions_of(typed),
                 {{"send", "Send the update"}}};
  PlainFaults faults;
  if (problem.is_object()) faults = faults_of(problem, form.questions);
  View view{{"title", title_of(asked)}, {"due", day_words(asked.action.due_on())},
            {"measure", asked.measure}, {"standing", standing_of(asked)},
            {"errors", faults.summary}, {"hasErrors", !faults.summary.empty()}};
  add_form(view, form, faults);
  return render_link(call, visit, actions_path, status, "return_action", std::move(view));
}

Response show_action(ReturnCall& call) {
  const auto visit = action_visit_of(call);
  const auto* asked = visit ? action_of_address(call, *visit) : nullptr;
  if (asked == nullptr) return door(call);
  if (!note_reads(call, visit->link, visit->asked.reads)) return Response{507};
  return action_page(call, *visit, *asked, {}, 200, {});
}

Response send_action(ReturnCall& call) {
  const auto visit = action_visit_of(call);
  const auto* asked = visit ? action_of_address(call, *visit) : nullptr;
  if (asked == nullptr) return door(call);
  json::object update{{"action", asked->action.action()}};
  for (const auto* name : {"progress", "update", "reached", "evidence", "reason"}) {
    if (const auto value = value_of(call.form, name); !value.empty()) update[name] = value;
  }
  if (const auto day = day_typed(call.form, "dueOn"); !day.empty()) update["dueOn"] = day;
  const auto recorded = submit_action(call.storage, visit->link, asked->action.owner(), std::move(update));
  if (!recorded) {
    if (!note_reads(call, visit->link, visit->asked.reads)) return Response{507};
    return action_page(call, *visit, *asked, call.form, 400, problem_below(recorded.error(), "actionUpdated"));
  }
  call.storage.return_links().sent(visit->link.link, recorded->entry_id, false, call.storage.moment().now);
  return see_other(call.address(actions_path));
}

}  // namespace

std::vector<ReturnPage> return_action_pages() {
  return {{"GET", "/return/{return}/actions", "returnActions", show_actions},
          {"GET", "/return/{return}/actions/{action}", "returnAction", show_action},
          {"POST", "/return/{return}/actions/{action}", "sendReturnAction", send_action}};
}

}  // namespace reviewd
