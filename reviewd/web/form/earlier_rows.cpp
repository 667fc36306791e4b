#include "reviewd/web/form/earlier_rows.hpp"

#include <fmt/format.h>

#include <boost/json/object.hpp>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/record_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

std::string case_address(const json::value& one) { return record_address(text_in(one, "case")); }

std::string entry_address(const json::value& one, std::string_view entry) {
  return case_address(one) + "/entries/" + percent_encoded(text_in(one, entry));
}

std::string named(const json::value& one) {
  return fmt::format("{} of case {}", name_words(text_in(one, "recommendation")), text_in(one, "case"));
}

template <class Words>
std::string joined(const json::array& all, Words words) {
  std::string out;
  for (const auto& one : all) out += (out.empty() ? "" : ", ") + words(std::string(one.as_string()));
  return out;
}

void say(json::array& facts, std::string_view key, const std::string& value) {
  if (!value.empty()) facts.push_back(json::object{{"key", key}, {"value", value}});
}

json::array evidence(const json::value& one) {
  json::array links;
  const json::value state = object_in(one, "state");
  for (const auto& action : list_in(state, "actions")) {
    const auto entry = text_in(action, "evidenceEntry");
    if (entry.empty()) continue;
    links.push_back(json::object{{"address", case_address(one) + "/entries/" + percent_encoded(entry)},
                                 {"words", "Evidence for " + name_words(text_in(action, "action"))}});
  }
  return links;
}

json::object row_of(const json::value& one, const Register& known) {
  const json::value state = object_in(one, "state");
  json::array facts;
  say(facts, "Made", day_words(text_in(one, "madeOn")));
  say(facts, "To", joined(list_in(one, "to"), [&](const std::string& body) { return known.agency(body); }));
  say(facts, "Themes", joined(list_in(one, "themes"), name_words));
  say(facts, "What became of it", became_words(state));
  say(facts, "Words that both have", joined(list_in(one, "shared"), [](const std::string& word) { return word; }));
  say(facts, "How like yours it is", fmt::format("{} per cent", number_in(one, "alike")));
  return {{"title", named(one)},
          {"address", entry_address(one, "entry")},
          {"said", text_in(one, "text")},
          {"facts", std::move(facts)},
          {"evidence", evidence(one)}};
}

json::object said_in(const json::value& one) {
  const json::value state = object_in(one, "state");
  return {{"address", entry_address(one, "entry")},
          {"words", fmt::format("{}, {}", named(one), day_words(text_in(one, "madeOn")))},
          {"became", became_words(state)}};
}

/// A theme that no list of the law has is a short name.
std::string theme_words(const json::value& theme) {
  const auto title = text_in(theme, "title");
  return title == text_in(theme, "theme") ? name_words(title) : title;
}

json::object theme_row(const json::value& theme) {
  json::array said;
  for (const auto& told : list_in(theme, "newest")) {
    const auto& recommendations = list_in(told, "recommendations");
    for (const auto& one : recommendations) said.push_back(said_in(one));
    if (!recommendations.empty()) continue;
    said.push_back(
        json::object{{"address", case_address(told)},
                     {"words", fmt::format("Case {}, {}", text_in(told, "case"), day_words(text_in(told, "saidOn")))},
                     {"became", "Nothing was recommended on it."}});
  }
  const auto cases = number_in(theme, "cases");
  const auto shown = static_cast<int>(list_in(theme, "newest").size());
  return {{"what", "Theme: " + theme_words(theme)},
          {"count", fmt::format("Found {} before, in {}.{}", counted_words(number_in(theme, "times"), "time", "times"),
                                counted_words(cases, "other case", "other cases"),
                                cases > shown ? fmt::format(" The newest {} are:", shown) : "")},
          {"saidIn", std::move(said)}};
}

json::object recommendation_row(const json::value& repeated) {
  const json::value made = object_in(repeated, "made");
  const auto& before = list_in(repeated, "before");
  json::array said;
  for (const auto& one : before) said.push_back(said_in(one));
  return {{"what", name_words(text_in(made, "recommendation")) + ": " + text_in(made, "text")},
          {"count", fmt::format("Made {} before in all but the same words.",
                                counted_words(static_cast<int>(before.size()), "time", "times"))},
          {"saidIn", std::move(said)}};
}

}  // namespace

std::string became_words(const json::value& state) {
  const auto all = static_cast<int>(list_in(state, "actions").size());
  const auto complete = number_in(state, "completeActions");
  const auto standing = text_in(state, "standing");
  std::string words = "No action was agreed.";
  if (standing == "OPEN") {
    words = fmt::format("Open: {} of {} complete.", complete, counted_words(all, "action", "actions"));
  } else if (standing == "COMPLETE") {
    words = fmt::format("Complete: {}.", counted_words(all, "action", "actions"));
  }
  if (const auto progress = choice_words("Progress", text_in(state, "progress")); !progress.empty())
    words += fmt::format(" {}.", progress);
  if (const auto reached = choice_words("Reached", text_in(state, "reached")); !reached.empty())
    words += fmt::format(" All its actions reached at least: {}.", reached);
  return words;
}

json::array earlier_rows(const json::value& nearest, const Register& known) {
  json::array rows;
  for (const auto& one : list_in(nearest, "nearest")) rows.push_back(row_of(one, known));
  return rows;
}

json::array repeat_rows(const json::value& repeats) {
  json::array rows;
  for (const auto& theme : list_in(repeats, "themes")) {
    if (number_in(theme, "times") > 0) rows.push_back(theme_row(theme));
  }
  for (const auto& one : list_in(repeats, "recommendations")) {
    if (!list_in(one, "before").empty()) rows.push_back(recommendation_row(one));
  }
  return rows;
}

}  // namespace reviewd
