#include "reviewd/api/audit_plans.hpp"

#include <algorithm>
#include <tuple>

#include "libreview/record/open_action.hpp"
#include "libreview/vocabulary/names.hpp"

namespace reviewd {

namespace json = boost::json;
namespace v1 = review::v1;

review::Result<std::vector<PlannedAction>> audit_plans(Call& call, const AuditRecord& record,
                                                       std::optional<review::Date> as_at) {
  const auto shown = call.desk().show(call.record(), call.reader, call.moment, as_at);
  if (!shown) return review::refuse(shown.error());
  std::vector<PlannedAction> plans;
  for (const auto& action : shown->actions()) {
    if (action.kind() != v1::ACTION_KIND_SINGLE_AGENCY) continue;
    const auto entry = std::ranges::find(record.entries, action.entry(), &v1::Entry::entry);
    if (entry != record.entries.end()) plans.push_back({action, review::what_is_to_be_done(*entry)});
  }
  std::ranges::stable_sort(
      plans, {}, [](const PlannedAction& one) { return std::tuple(one.action.owner(), one.action.due_on()); });
  return plans;
}

std::string progress_of(const PlannedAction& planned) {
  return planned.action.has_progress() ? review::short_name_of(planned.action.progress(), v1::Progress_descriptor())
                                       : std::string();
}

json::array plans_json(const std::vector<PlannedAction>& plans) {
  json::array out;
  for (const auto& one : plans) {
    json::object row{{"agency", one.action.owner()}, {"action", one.action.action()}};
    const auto put = [&](const char* name, const std::string& value) {
      if (!value.empty()) row[name] = value;
    };
    put("what", one.what);
    put("dueOn", one.action.due_on());
    put("progress", progress_of(one));
    row["complete"] = one.action.complete();
    put("completedOn", one.action.complete_since());
    out.push_back(std::move(row));
  }
  return out;
}

}  // namespace reviewd
