#include "reviewd/web/case/case_view.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/case/case_facts.hpp"
#include "reviewd/web/case/case_incident.hpp"
#include "reviewd/web/case/case_learning.hpp"
#include "reviewd/web/case/case_people.hpp"
#include "reviewd/web/case/case_rapid_review.hpp"
#include "reviewd/web/case/next_steps.hpp"
#include "reviewd/web/words/case_words.hpp"
#include "reviewd/web/words/clock_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/practice_words.hpp"
#include "reviewd/web/words/record_words.hpp"
#include "reviewd/web/words/stage_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

bool earlier_due(const json::value* left, const json::value* right) {
  return text_in(*left, "dueOn") < text_in(*right, "dueOn");
}

/// Clocks that ask for something first, by due day; then those that are done or ask for nothing.
void put_clocks(View& view, const json::value& of_case, const Register& known) {
  std::vector<const json::value*> open;
  json::array done;
  int overdue = 0;
  for (const auto& clock : list_in(of_case, "clocks")) {
    if (is_open_clock(clock)) {
      open.push_back(&clock);
    } else {
      done.push_back(clock_row(clock, known));
    }
  }
  std::stable_sort(open.begin(), open.end(), earlier_due);
  json::array rows;
  for (const auto* clock : open) {
    rows.push_back(clock_row(*clock, known));
    if (text_in(*clock, "state") == "OVERDUE") ++overdue;
  }
  view["hasClocks"] = !rows.empty();
  view["clocks"] = std::move(rows);
  view["doneCount"] = counted_words(static_cast<int>(done.size()), "timescale", "timescales");
  view["hasDone"] = !done.empty();
  view["done"] = std::move(done);
  view["overdueCount"] = counted_words(overdue, "date is", "dates are");
  view["hasOverdue"] = overdue > 0;
}

void put_holds(View& view, const json::value& of_case) {
  json::array holds;
  for (const auto& hold : list_in(of_case, "holds")) holds.push_back(hold_words(hold));
  view["hasHolds"] = !holds.empty();
  view["holds"] = std::move(holds);
}

void put_incident(View& view, const json::value& of_case, const CaseStory& story) {
  json::array children;
  for (const auto& child : list_in(of_case, "children")) children.push_back(child_words(child, story.known));
  view["hasChildren"] = !children.empty();
  view["children"] = std::move(children);
  view["incident"] = incident_rows(of_case, story.counted, story.known);
  view["happened"] = what_happened(story.counted);
}

void put_irregularities(View& view, const json::value& of_case, const std::string& address, const Register& known) {
  json::array rows;
  for (const auto& one : list_in(of_case, "irregularities")) {
    const auto day = text_in(one, "occurredOn");
    rows.push_back(json::object{{"says", practice_words(text_in(one, "says"))},
                                {"day", day.empty() ? "" : day_words(day)},
                                {"by", known.person(text_in(one, "authorisedBy"))},
                                {"address", address + "/entries/" + percent_encoded(text_in(one, "entry"))}});
  }
  view["hasIrregularities"] = !rows.empty();
  view["irregularities"] = std::move(rows);
}

}  // namespace

void put_identity(View& view, const json::value& of_case) {
  const auto reference = record_in(of_case);
  view["recordCaption"] = record_caption(reference);
  view["recordWord"] = record_word(reference);
  view["isProgramme"] = record_word(reference) == "programme";
  view["recordTitle"] = shown(text_in(of_case, "title"));
  view["reference"] = reference;
  view["name"] = case_name(of_case);
  view["stage"] = stage_words(text_in(of_case, "stage"));
  view["caseAddress"] = record_address(reference);
}

View case_view(const json::value& of_case, const CaseStory& story) {
  View view;
  put_identity(view, of_case);
  const std::string address(view["caseAddress"].as_string());
  view["title"] = "Case " + text_in(of_case, "case");
  view["legacy"] = flag_in(of_case, "legacy");
  put_clocks(view, of_case, story.known);
  put_holds(view, of_case);
  put_incident(view, of_case, story);
  put_irregularities(view, of_case, address, story.known);
  auto blocks = case_facts(of_case, story.known);
  for (auto* const part : {rapid_review_blocks, learning_blocks, people_blocks}) {
    for (auto& block : part(of_case, story.counted, story.known)) blocks.push_back(std::move(block));
  }
  view["blocks"] = std::move(blocks);
  auto products = product_links(of_case, address);
  view["hasProducts"] = !products.empty();
  view["products"] = std::move(products);
  for (auto& [name, value] : timeline(story.updates, address, story.known)) view[name] = value;
  view["documents"] = address + "/documents";
  view["mayRecord"] = story.may_record;
  if (story.may_record) view["next"] = next_steps(of_case);
  return view;
}

}  // namespace reviewd
