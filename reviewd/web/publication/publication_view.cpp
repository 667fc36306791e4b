#include "reviewd/web/publication/publication_view.hpp"

#include <fmt/format.h>

#include "libreview/calendar/london.hpp"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/form/form_day.hpp"
#include "reviewd/web/form/form_summary.hpp"
#include "reviewd/web/publication/day_seen.hpp"
#include "reviewd/web/words/case_words.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/practice_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

struct Tag {
  std::string words;
  const char* colour;
};

/// How a step stands, for who only glances.
Tag tag_of(const json::value& step) {
  if (flag_in(step, "done")) return {"Done", "green"};
  if (flag_in(step, "outOfDate")) return {"To do again", "yellow"};
  const auto state = text_in(step, "state");
  if (state == "OVERDUE") return {"Out of timescale", "red"};
  if (state == "DUE_TODAY") return {"Due today", "orange"};
  return {"To do", "blue"};
}

/// Whoever has a role that has no part in a case is given no step of it.
bool may_be_given(const std::string& role) {
  return role != "administrator" && role != "script" && role != "information-governance";
}

/// The choices for who does a step: nobody is chosen until somebody has it.
json::array owners(const json::array& people, const std::string& owner, const Register& known) {
  json::array all;
  all.push_back(json::object{{"value", ""}, {"words", "Choose a person"}, {"chosen", owner.empty()}});
  for (const auto& person : people) {
    const auto id = text_in(person, "person");
    if (id != owner && !may_be_given(text_in(person, "role"))) continue;
    all.push_back(json::object{{"value", id}, {"words", known.person(id)}, {"chosen", id == owner}});
  }
  return all;
}

json::object step_view(const json::value& step, const PublicationFacts& facts, const std::string& case_address) {
  const auto name = text_in(step, "step");
  const auto owner = text_in(step, "owner");
  const auto done_on = text_in(step, "doneOn");
  const auto due_on = text_in(step, "dueOn");
  const bool copy = name == "ADVANCE_COPY";
  const bool check = name == "REPORT_CHECK";
  const bool done = flag_in(step, "done");
  const auto tag = tag_of(step);
  const auto since = check ? "before a newer version or a recall" : "with an older version";
  const auto says = !done_on.empty() && !done ? fmt::format("Done on {}, {}. ", day_words(done_on), since)
                    : done                    ? fmt::format("Done on {}. ", day_words(done_on))
                                              : std::string();
  const bool mine = facts.may_plan && text_in(facts.standing, "publishedOn").empty();
  return {{"step", name},
          {"id", "step-" + text_in(step, "clock")},
          {"stepTitle", text_in(step, "title")},
          {"why", text_in(step, "state").empty()
                      ? json::value(false)
                      : json::value(case_address + "/clocks/" + percent_encoded(text_in(step, "clock")))},
          {"says", says},
          {"due", shown(due_on.empty() || done ? std::string() : "Due " + day_words(due_on))},
          {"isFree", owner.empty() && !done && !copy},
          {"owner", shown(owner.empty() ? std::string() : facts.known.person(owner))},
          {"tag", tag.words},
          {"colour", tag.colour},
          {"offersDone", mine && !done && !copy && !check},
          {"offersOwner", mine && !done && !copy && !check && !facts.people.empty()},
          {"offersCopy", mine && !done && copy},
          {"owners", owners(facts.people, owner, facts.known)}};
}

json::array texts_of(const json::array& all, std::string_view key) {
  json::array out;
  for (const auto& one : all) out.push_back(json::value(practice_words(text_in(one, key))));
  return out;
}

/// Why it went out although a rule was not kept.
std::string despite_words(const json::value& one, const Register& known) {
  return fmt::format("{}. {} Authorised by {}.", text_in(one, "title"), text_in(one, "reasons"),
                     known.person(text_in(one, "authorisedBy")));
}

void put_published(View& view, const PublicationFacts& facts, const std::string& here) {
  const auto& standing = facts.standing;
  const auto published = text_in(standing, "publishedOn");
  view["isPublished"] = !published.empty();
  if (published.empty()) return;
  const auto taken_down = text_in(standing, "takenDownOn");
  const auto until = text_in(standing, "recallUntil");
  json::array rows;
  const auto row = [&](const char* key, const std::string& value) {
    if (!value.empty()) rows.push_back(json::object{{"key", key}, {"value", value}});
  };
  row("Title", text_in(standing, "title"));
  row("Published on", day_words(published));
  row("Form", choice_words("PublicationForm", text_in(standing, "form")));
  row("Version", std::to_string(number_in(standing, "publishedVersion")));
  row("Web address", text_in(standing, "address"));
  for (const auto& one : list_in(standing, "despite"))
    row("Recorded although a rule was not kept", despite_words(one, facts.known));
  if (const auto kept = text_in(standing, "keptUntil"); taken_down.empty() && !kept.empty())
    row("Stays published until at least", day_words(kept));
  if (!taken_down.empty()) {
    row("Taken down on", day_words(taken_down));
    row("Why", choice_words("TakeDownReason", text_in(standing, "takenDownFor")));
  }
  view["published"] = std::move(rows);
  view["recallUntil"] = shown(until.empty() ? std::string() : until_words(until));
  view["takeDown"] =
      shown(facts.may_take_down && taken_down.empty() && until.empty() ? here + "/take-down" : std::string());
  view["bundle"] = shown(flag_in(standing, "out") ? here + "/bundle" : std::string());
}

void put_plan(View& view, const PublicationFacts& facts, const std::string& case_address) {
  Typed boxes;
  put_day(boxes, "plannedOn", facts.day);
  view["day"] = boxes.first("plannedOn.day");
  view["month"] = boxes.first("plannedOn.month");
  view["year"] = boxes.first("plannedOn.year");
  view["reasons"] = facts.reasons;
  const auto planned = text_in(facts.standing, "plannedOn");
  view["plannedOn"] = shown(planned.empty() ? std::string() : day_words(planned));
  json::array steps;
  for (const auto& step : list_in(facts.standing, "steps")) steps.push_back(step_view(step, facts, case_address));
  view["steps"] = std::move(steps);
  view["earliest"] = shown(practice_words(text_in(facts.forecast, "says")));
  put_day_seen(view, facts);
  view["seen"] = facts.day;
}

}  // namespace

std::string until_words(const std::string& instant) {
  const auto parsed = review::parse_instant(instant);
  if (!parsed) return instant;
  return fmt::format("{} on {}", review::london_time(*parsed), day_words(review::london_day(*parsed).iso()));
}

View publication_view(const PublicationFacts& facts) {
  const auto& standing = facts.standing;
  const auto reference = text_in(standing, "case");
  const auto case_address = "/cases/" + percent_encoded(reference);
  const auto here = case_address + "/reviews/" + percent_encoded(text_in(standing, "review"));
  const bool published = !text_in(standing, "publishedOn").empty();
  View view{{"title", published ? "Publication of the report" : "Plan the publication"},
            {"reference", reference},
            {"caseAddress", case_address},
            {"here", here},
            {"action", here + "/publication"},
            {"version", number_in(standing, "version")},
            {"mayPlan", facts.may_plan && !published},
            {"mayPublish", facts.may_publish},
            {"mayRecall", facts.may_recall},
            {"wording", text_in(standing, "wording")},
            {"isPrepared", !published && text_in(standing, "declinedOn").empty()}};
  put_published(view, facts, here);
  put_plan(view, facts, case_address);
  json::array holds;
  for (const auto& hold : list_in(standing, "holds")) holds.push_back(hold_words(hold));
  view["hasHolds"] = !holds.empty();
  view["holds"] = std::move(holds);
  json::array warnings = texts_of(list_in(standing, "warnings"), "why");
  view["hasWarnings"] = !warnings.empty();
  view["warnings"] = std::move(warnings);
  const auto& missing = list_in(standing, "missing");
  view["hasMissing"] = !missing.empty();
  view["missing"] = missing;
  view["ledBy"] = shown(text_in(standing, "ledBy"));
  if (const auto declined = text_in(standing, "declinedOn"); !declined.empty()) view["declined"] = day_words(declined);
  return view;
}

}  // namespace reviewd
