#include "reviewd/web/home/case_filters.hpp"

#include <boost/json/array.hpp>
#include <functional>
#include <utility>

#include "libreview/calendar/date.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/stage_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

using Choices = std::vector<std::pair<std::string, std::string>>;

const Choices& dues() {
  static const Choices all{{"late", "Something is out of timescale"},
                           {"soon", "Something is late, or due in the next five working days"},
                           {"none", "No date is running"}};
  return all;
}

using Words = std::function<std::string(const std::string&)>;

Choices named(const json::array& values, const Words& words) {
  Choices choices;
  for (const auto& value : values) {
    const std::string id(value.as_string());
    choices.emplace_back(id, words(id));
  }
  return choices;
}

/// A value in the address that is no choice any more stays chosen, so that the page shows what it is narrowed to.
json::array options(Choices choices, const std::string& chosen, const Words& words) {
  json::array list;
  bool found = chosen.empty();
  for (const auto& [value, label] : choices) {
    found = found || value == chosen;
    list.push_back(json::object{{"value", value}, {"words", label}, {"chosen", value == chosen}});
  }
  if (!found) list.push_back(json::object{{"value", chosen}, {"words", words(chosen)}, {"chosen", true}});
  return list;
}

std::string due_words(const std::string& due) {
  for (const auto& [value, label] : dues()) {
    if (value == due) return label;
  }
  return due;
}

std::string stage_name(const std::string& stage) { return stage_words(stage); }

/// What the list is narrowed to, each with the address without it.
json::array selected(const CaseQuery& query, const Register& known) {
  json::array all;
  const auto add = [&](const std::string& words, auto clear) {
    auto without = query;
    without.page.clear();
    clear(without);
    all.push_back(json::object{{"words", words}, {"address", cases_address(without)}});
  };
  if (!query.stage.empty()) add("Stage: " + stage_words(query.stage), [](CaseQuery& one) { one.stage.clear(); });
  if (!query.authority.empty()) {
    add("Local authority: " + known.authority(query.authority), [](CaseQuery& one) { one.authority.clear(); });
  }
  if (!query.agency.empty()) {
    add("Agency: " + known.agency(query.agency), [](CaseQuery& one) { one.agency.clear(); });
  }
  if (!query.due.empty()) add(due_words(query.due), [](CaseQuery& one) { one.due.clear(); });
  if (query.held) add("Held from publication", [](CaseQuery& one) { one.held = false; });
  if (query.from) {
    add("Opened on or after " + day_words(query.from->iso()), [](CaseQuery& one) { one.from.reset(); });
  }
  if (query.until) {
    add("Opened on or before " + day_words(query.until->iso()), [](CaseQuery& one) { one.until.reset(); });
  }
  return all;
}

}  // namespace

void put_filters(View& view, const CasesFacts& facts) {
  const auto& query = facts.query;
  view["stages"] = options(stages(), query.stage, stage_name);
  const Words authority = [&](const std::string& id) { return facts.known.authority(id); };
  const Words agency = [&](const std::string& id) { return facts.known.agency(id); };
  view["authorities"] =
      options(named(list_in(facts.choices, "localAuthorities"), authority), query.authority, authority);
  view["agencies"] = options(named(list_in(facts.choices, "agencies"), agency), query.agency, agency);
  view["dues"] = options(dues(), query.due, due_words);
  view["held"] = query.held;
  view["from"] = day_in_box(facts.typed_from);
  view["until"] = day_in_box(facts.typed_until);
  view["sort"] = query.sort;
  view["selected"] = selected(query, facts.known);
}

}  // namespace reviewd
