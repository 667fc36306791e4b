#include "reviewd/web/case_view.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/case_facts.hpp"
#include "reviewd/web/form_words.hpp"
#include "reviewd/web/next_steps.hpp"
#include "reviewd/web/words/case_words.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/clock_words.hpp"
#include "reviewd/web/words/practice_words.hpp"
#include "reviewd/web/words/stage_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

bool earlier_due(const json::value* left, const json::value* right) {
  return text_in(*left, "dueOn") < text_in(*right, "dueOn");
}

/// Clocks that ask for something first, by due day; then those that are done or ask for nothing.
void put_clocks(View& view, const json::value& of_case) {
  std::vector<const json::value*> open;
  json::array done;
  json::array overdue;
  for (const auto& clock : list_in(of_case, "clocks")) {
    if (is_open_clock(clock)) {
      open.push_back(&clock);
    } else {
      done.push_back(clock_row(clock));
    }
  }
  std::stable_sort(open.begin(), open.end(), earlier_due);
  json::array rows;
  for (const auto* clock : open) {
    rows.push_back(clock_row(*clock));
    if (text_in(*clock, "state") == "OVERDUE") overdue.push_back(clock_row(*clock));
  }
  view["hasClocks"] = !rows.empty();
  view["clocks"] = std::move(rows);
  view["doneCount"] = counted_words(static_cast<int>(done.size()), "timescale", "timescales");
  view["hasDone"] = !done.empty();
  view["done"] = std::move(done);
  view["overdueCount"] = counted_words(static_cast<int>(overdue.size()), "date is", "dates are");
  view["hasOverdue"] = !overdue.empty();
  view["overdue"] = std::move(overdue);
}

void put_holds(View& view, const json::value& of_case) {
  json::array holds;
  for (const auto& hold : list_in(of_case, "holds")) holds.push_back(hold_words(hold));
  view["hasHolds"] = !holds.empty();
  view["holds"] = std::move(holds);
}

void put_incident(View& view, const json::value& of_case) {
  json::array children;
  for (const auto& child : list_in(of_case, "children")) children.push_back(child_words(child));
  view["hasChildren"] = !children.empty();
  view["children"] = std::move(children);
  json::array rows;
  const auto say = [&](std::string_view key, const std::string& words) {
    if (!words.empty()) rows.push_back(json::object{{"key", key}, {"value", words}});
  };
  say("Most serious harm", choice_words("Harm", text_in(of_case, "harm")));
  say("Abuse or neglect", choice_words("AbuseOrNeglect", text_in(of_case, "abuseOrNeglect")));
  say("Local authority", name_words(text_in(of_case, "localAuthority")));
  say("Opened here on", day_words(text_in(of_case, "openedOn")));
  view["incident"] = std::move(rows);
}

void put_irregularities(View& view, const json::value& of_case, const std::string& address) {
  json::array rows;
  for (const auto& one : list_in(of_case, "irregularities")) {
    const auto day = text_in(one, "occurredOn");
    rows.push_back(json::object{{"says", practice_words(text_in(one, "says"))},
                                {"day", day.empty() ? "" : day_words(day)},
                                {"by", person_words(text_in(one, "authorisedBy"))},
                                {"address", address + "/entries/" + percent_encoded(text_in(one, "entry"))}});
  }
  view["hasIrregularities"] = !rows.empty();
  view["irregularities"] = std::move(rows);
}

/// How many documents there are among the updates that the visitor sees.
}  // namespace

void put_identity(View& view, const json::value& of_case) {
  const auto reference = text_in(of_case, "case");
  view["reference"] = reference;
  view["name"] = case_name(of_case);
  view["stage"] = stage_words(text_in(of_case, "stage"));
  view["caseAddress"] = "/cases/" + percent_encoded(reference);
}

View case_view(const json::value& of_case, const Updates& updates, bool may_record) {
  View view;
  put_identity(view, of_case);
  const std::string address(view["caseAddress"].as_string());
  view["title"] = "Case " + text_in(of_case, "case");
  const auto* legacy = of_case.as_object().if_contains("legacy");
  view["legacy"] = legacy != nullptr && legacy->is_bool() && legacy->get_bool();
  put_clocks(view, of_case);
  put_holds(view, of_case);
  put_incident(view, of_case);
  put_irregularities(view, of_case, address);
  view["blocks"] = case_facts(of_case);
  for (auto& [name, value] : timeline(updates, address)) view[name] = value;
  view["documents"] = address + "/documents";
  view["mayRecord"] = may_record;
  if (may_record) view["next"] = next_steps(of_case);
  return view;
}

}  // namespace reviewd
