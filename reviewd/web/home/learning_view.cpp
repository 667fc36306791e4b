#include "reviewd/web/home/learning_view.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "libreview/vocabulary/names.hpp"
#include "review/v1/learning.pb.h"
#include "reviewd/http/percent.hpp"
#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/record_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

json::object option(const std::string& value, const std::string& words, const std::string& chosen) {
  return {{"value", value}, {"words", words}, {"chosen", value == chosen}};
}

json::array sources(const std::string& chosen) {
  json::array all;
  const auto& type = *review::v1::AssuranceSource_descriptor();
  for (int i = 1; i < type.value_count(); ++i) {
    all.push_back(option(review::short_name(*type.value(i)), review::choice_label(*type.value(i)), chosen));
  }
  return all;
}

/// A theme of a list that is not there any more stays chosen.
json::array theme_lists(const json::value& law, const std::string& chosen) {
  json::array lists;
  bool found = chosen.empty();
  for (const auto& list : list_in(law, "themeLists")) {
    json::array themes;
    for (const auto& theme : list_in(list, "themes")) {
      found = found || text_in(theme, "theme") == chosen;
      themes.push_back(option(text_in(theme, "theme"), text_in(theme, "title"), chosen));
    }
    lists.push_back(json::object{{"list", text_in(list, "title")}, {"themes", std::move(themes)}});
  }
  if (!found) {
    lists.push_back(json::object{{"list", "Of earlier lists"},
                                 {"themes", json::array{option(chosen, name_words(chosen), chosen)}}});
  }
  return lists;
}

std::string when_words(const json::value& row) {
  const auto until = text_in(row, "foundUntil");
  const auto on = short_day_words(text_in(row, "foundOn"));
  return until.empty() ? on : on + " to " + short_day_words(until);
}

/// `Confirms finding 3-1 of case 26-0007`: from the one that bears, or `Confirmed by …` from the other.
json::array bearing_lines(const json::value& row) {
  static const std::map<std::string, std::pair<std::string, std::string>> words = {
      {"CONFIRMS", {"Confirms", "Confirmed by"}},
      {"CONTRADICTS", {"Contradicts", "Contradicted by"}},
      {"TOO_EARLY", {"Came too early to tell about", "Looked at too early by"}}};
  json::array lines;
  const auto add = [&](std::string_view list, bool of_other) {
    for (const auto& one : list_in(row, list)) {
      const auto found = words.find(text_in(one, "bearing"));
      if (found == words.end()) continue;
      const auto reference = record_in(one);
      lines.push_back(json::object{{"how", of_other ? found->second.second : found->second.first},
                                   {"finding", name_words(text_in(one, "finding"))},
                                   {"record", record_word(reference)},
                                   {"reference", reference},
                                   {"address", record_address(reference)}});
    }
  };
  add("bearsOn", false);
  add("borneOnBy", true);
  return lines;
}

json::object row_of(const json::value& row, const Register& known) {
  const auto reference = record_in(row);
  const auto address = record_address(reference);
  const auto source = text_in(row, "source");
  std::string agencies;
  for (const auto& one : list_in(row, "agencies")) {
    agencies += (agencies.empty() ? "" : ", ") + known.agency(std::string(one.as_string()));
  }
  auto bearings = bearing_lines(row);
  return {{"found", text_in(row, "found")},
          {"why", shown(text_in(row, "why"))},
          {"name", name_words(text_in(row, "finding"))},
          {"record", record_word(reference)},
          {"reference", reference},
          {"address", address},
          {"entryAddress", address + "/entries/" + percent_encoded(text_in(row, "entry"))},
          {"source", source.empty() ? "Not said" : choice_words("AssuranceSource", source)},
          {"when", when_words(row)},
          {"agencies", shown(agencies)},
          {"bearings", std::move(bearings)}};
}

/// Rows under one theme, and from how many sources they come.
struct Group {
  std::string id{};  ///< of the theme; empty for what is under none
  std::string title{};
  std::string sentence{};
  json::array rows{};
  std::set<std::string> sources{};
};

json::object group_view(Group group) {
  const auto count = static_cast<int>(group.rows.size());
  auto counted = counted_words(count, "finding", "findings");
  if (!group.sources.empty()) {
    counted += " from " + counted_words(static_cast<int>(group.sources.size()), "source", "sources");
  }
  return {{"id", "theme-" + (group.id.empty() ? "none" : group.id)},
          {"theme", group.title},
          {"evidence", shown(group.id.empty() ? std::string() : "/learning/themes/" + percent_encoded(group.id))},
          {"sentence", shown(group.sentence)},
          {"counted", counted},
          {"rows", std::move(group.rows)}};
}

/// The themes in the order of their lists, then those of lists that are gone, then what is under none.
std::vector<Group> groups_of(const LearningFacts& facts) {
  std::vector<std::pair<std::string, Group>> order;
  for (const auto& list : list_in(facts.law, "themeLists")) {
    for (const auto& theme : list_in(list, "themes")) {
      order.emplace_back(text_in(theme, "theme"),
                         Group{text_in(theme, "theme"), text_in(theme, "title"), text_in(theme, "sentence")});
    }
  }
  Group none{.title = "Under no theme yet"};
  const auto group_called = [&](const std::string& theme) -> Group& {
    for (auto& [id, group] : order) {
      if (id == theme) return group;
    }
    return order.emplace_back(theme, Group{theme, name_words(theme)}).second;
  };
  for (const auto& row : list_in(facts.findings, "findings")) {
    const auto put = [&](Group& group) {
      group.rows.push_back(row_of(row, facts.known));
      if (const auto source = text_in(row, "source"); !source.empty()) group.sources.insert(source);
    };
    for (const auto& theme : list_in(row, "themes")) {
      const std::string id(theme.as_string());
      if (facts.query.theme.empty() || facts.query.theme == id) put(group_called(id));
    }
    if (list_in(row, "themes").empty()) put(none);
  }
  std::vector<Group> groups;
  for (auto& [id, group] : order) {
    if (!group.rows.empty()) groups.push_back(std::move(group));
  }
  if (!none.rows.empty()) groups.push_back(std::move(none));
  return groups;
}

}  // namespace

std::string address_of(const LearningQuery& query) {
  std::string all;
  const auto add = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) all += fmt::format("{}{}={}", all.empty() ? "" : "&", name, percent_encoded(value));
  };
  add("theme", query.theme);
  add("source", query.source);
  add("from", query.from);
  add("until", query.until);
  return all;
}

View learning_view(const LearningFacts& facts) {
  json::array groups;
  json::array contents;
  for (auto& group : groups_of(facts)) {
    groups.push_back(group_view(std::move(group)));
    const auto& shown = groups.back().as_object();
    contents.push_back(json::object{{"id", shown.at("id")}, {"heading", shown.at("theme")}});
  }
  const bool has_contents = contents.size() >= fewest_in_contents;
  const auto here = address_of(facts.query);
  const auto next = text_in(facts.findings, "nextPageToken");
  json::array errors;
  for (const auto& [fault, box] : {std::pair{facts.from_fault, "#from"}, std::pair{facts.until_fault, "#until"}}) {
    if (!fault.empty()) errors.push_back(json::object{{"text", fault}, {"href", box}});
  }
  const bool wrong = !errors.empty();
  const bool any = !groups.empty();
  return {{"title", "Learning"},
          {"hasErrors", wrong},
          {"errors", std::move(errors)},
          {"lists", theme_lists(facts.law, facts.query.theme)},
          {"sources", sources(facts.query.source)},
          {"from", facts.query.from},
          {"until", facts.query.until},
          {"fromFault", shown(facts.from_fault)},
          {"untilFault", shown(facts.until_fault)},
          {"filtered", !here.empty()},
          {"hasContents", has_contents},
          {"contents", std::move(contents)},
          {"hasGroups", any},
          {"groups", std::move(groups)},
          {"csv", "/learning/csv" + (here.empty() ? "" : "?" + here)},
          {"next", next.empty() ? json::value(false)
                                : json::value("/learning?" + here + (here.empty() ? "" : "&") +
                                              "page=" + percent_encoded(next))}};
}

}  // namespace reviewd
