#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/write_message.hpp"
#include "reviewd/api/csv_file.hpp"
#include "reviewd/api/endpoint.hpp"
#include "reviewd/api/words_at_hand.hpp"

namespace reviewd {
namespace {

namespace v1 = review::v1;
using review::Result;
using review::Right;

/// The entries of one programme, of which the words are taken.
class WordsOfPlan {
 public:
  WordsOfPlan(Call& call, std::optional<review::Date> as_at)
      : programme_(call.path("programme")), words_(call, as_at) {}

  void put(v1::ImprovementPlan& plan) {
    for (auto& theme : *plan.mutable_themes()) {
      if (const auto* entry = find(theme.entry())) theme.set_title(entry->plan_theme_named().title());
    }
    for (auto& objective : *plan.mutable_objectives()) put(objective);
    for (auto& risk : *plan.mutable_risks()) put(risk);
    words_.note();
  }

 private:
  const v1::Entry* find(const std::string& entry) { return words_.find(programme_, entry); }

  void put(v1::PlanObjective& objective) {
    if (const auto* entry = find(objective.entry())) {
      const auto& set = entry->plan_objective_set();
      if (set.has_what()) objective.set_what(set.what());
      if (set.has_outcome()) objective.set_outcome(set.outcome());
      // Those of cases that the reader does not see are in neither.
      objective.mutable_aligned_to()->CopyFrom(set.aligned_to());
    }
    for (auto& said : *objective.mutable_history()) {
      const auto* entry = find(said.entry());
      if (entry != nullptr && entry->plan_objective_updated().has_update())
        said.set_update(entry->plan_objective_updated().update());
    }
    const auto& history = objective.history();
    if (!history.empty() && history.rbegin()->has_update()) objective.set_update(history.rbegin()->update());
    for (auto& action : *objective.mutable_actions()) {
      const auto* entry = find(action.entry());
      if (entry != nullptr && entry->action_agreed().has_what()) action.set_what(entry->action_agreed().what());
    }
  }

  /// What is said of a risk later takes the place of what was said before.
  void put(v1::PlanRisk& risk) {
    if (const auto* entry = find(risk.entry())) {
      const auto& raised = entry->plan_risk_raised();
      if (raised.has_what()) risk.set_what(raised.what());
      if (raised.has_mitigation()) risk.set_mitigation(raised.mitigation());
    }
    for (const auto& name : risk.update_entries()) {
      const auto* entry = find(name);
      if (entry == nullptr) continue;
      const auto& updated = entry->plan_risk_updated();
      if (updated.has_mitigation()) risk.set_mitigation(updated.mitigation());
      if (updated.has_update()) risk.set_update(updated.update());
    }
  }

  std::string programme_;
  WordsAtHand words_;
};

Result<v1::ImprovementPlan> plan_asked(Call& call) {
  const auto day = as_at(call);
  if (!day) return review::refuse(day.error());
  auto plan = call.desk().show_plan(call.path("programme"), call.reader, call.moment, *day);
  if (plan) WordsOfPlan(call, *day).put(*plan);
  return plan;
}

Response get_plan(Call& call) {
  const auto plan = plan_asked(call);
  if (!plan) return refused(call, plan.error());
  return json_answer(200, review::write_message(*plan, review::Part::whole, review::EmptyLists::shown));
}

std::string title_of(const v1::ImprovementPlan& plan, const std::string& plan_theme) {
  for (const auto& theme : plan.themes()) {
    if (theme.plan_theme() == plan_theme) return theme.title().empty() ? plan_theme : theme.title();
  }
  return plan_theme;
}

std::string sources_of(const v1::PlanObjective& objective) {
  std::string all;
  for (const auto& one : objective.aligned_to()) {
    all += (all.empty() ? "" : "; ") + review::short_name_of(one.source(), v1::AssuranceSource_descriptor());
    if (!one.part().empty()) all += ": " + one.part();
    for (const auto& object : {one.finding(), one.recommendation()}) all += object.empty() ? "" : ", " + object;
    if (!one.of_case().empty()) all += " of " + one.of_case();
  }
  return all;
}

/// A column: what the schema calls it, what people call it, what stands in it.
struct PlanColumn {
  std::string name;
  std::string label;
  std::string (*value)(const v1::PlanObjective&);
};

std::string yes_or_no(bool holds) { return holds ? "yes" : "no"; }

const std::vector<PlanColumn>& columns() {
  using One = const v1::PlanObjective&;
  static const std::vector<PlanColumn> all = {
      {"objective", "Objective", [](One one) { return one.objective(); }},
      {"what", "What is to be achieved", [](One one) { return one.what(); }},
      {"alignedTo", "What it follows from", sources_of},
      {"owner", "Owner", [](One one) { return one.owner(); }},
      {"dueOn", "Due on", [](One one) { return one.due_on(); }},
      {"late", "Late", [](One one) { return yes_or_no(one.late()); }},
      {"timesMoved", "Times its date moved later", [](One one) { return std::to_string(one.times_moved()); }},
      {"status", "Status",
       [](One one) { return review::short_name_of(one.status(), v1::ObjectiveStatus_descriptor()); }},
      {"statusOn", "Status said on", [](One one) { return one.status_on(); }},
      {"outOfDate", "Not updated since the last round", [](One one) { return yes_or_no(one.out_of_date()); }},
      {"before", "Status at the last round",
       [](One one) { return review::short_name_of(one.before(), v1::ObjectiveStatus_descriptor()); }},
      {"moved", "Moved since the last round",
       [](One one) { return review::short_name_of(one.moved(), v1::ObjectiveMove_descriptor()); }},
      {"update", "Update", [](One one) { return one.update(); }},
      {"actions", "Delivery actions", [](One one) { return std::to_string(one.actions_size()); }},
      {"actionsComplete", "Complete delivery actions", [](One one) { return std::to_string(one.actions_complete()); }}};
  return all;
}

Response plan_csv(Call& call) {
  const auto plan = plan_asked(call);
  if (!plan) return refused(call, plan.error());
  CsvLines lines{{"theme"}, {"Theme of the plan"}};
  for (const auto& column : columns()) {
    lines[0].push_back(column.name);
    lines[1].push_back(column.label);
  }
  for (const auto& objective : plan->objectives()) {
    auto& line = lines.emplace_back();
    line.push_back(title_of(*plan, objective.plan_theme()));
    for (const auto& column : columns()) line.push_back(column.value(objective));
  }
  return csv_file(call, "plan", lines);
}

}  // namespace

std::vector<Endpoint> plan_endpoints() {
  return {
      {"GET",
       "/v1/programmes/{programme}/plan",
       "getPlan",
       "An improvement plan as its board sees it: how each objective stands and moved since the last round, what is "
       "late, what may keep the plan from working; now or as it stood at the end of an earlier day",
       {Right::read_cases},
       Use::read,
       {"asAt"},
       "",
       "ImprovementPlan",
       200,
       get_plan},
      {"GET",
       "/v1/programmes/{programme}/plan:csv",
       "getPlanAsCsv",
       "The objectives of an improvement plan for a spreadsheet",
       {Right::read_cases},
       Use::read,
       {"asAt"},
       "",
       "Csv",
       200,
       plan_csv},
  };
}

}  // namespace reviewd
