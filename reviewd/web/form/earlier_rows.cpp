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

std::string address_of(const json::value& one) { return record_address(record_in(one)); }

/// `case 26-0007`, `programme p26-0001`.
std::string named_record(const json::value& one) {
  const auto reference = record_in(one);
  return record_word(reference) + " " + reference;
}

std::string entry_address(const json::value& one, std::string_view entry) {
  return address_of(one) + "/entries/" + percent_encoded(text_in(one, entry));
}

std::string named(const json::value& one) {
  return fmt::format("{} of {}", name_words(text_in(one, "recommendation")), named_record(one));
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
    if (text_in(action, "evidenceEntry").empty()) continue;
    const bool elsewhere = record_in(action) != record_in(one);
    links.push_back(json::object{{"address", entry_address(action, "evidenceEntry")},
                                 {"words", "Evidence for " + name_words(text_in(action, "action")) +
                                               (elsewhere ? " of " + named_record(action) : "")}});
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
  say(facts, "What was answered", answered_words(state, known));
  say(facts, "Words that both have", joined(list_in(one, "shared"), [](const std::string& word) { return word; }));
  say(facts, "How like yours it is", fmt::format("{} per cent", number_in(one, "alike")));
  return {{"title", named(one)},
          {"address", entry_address(one, "entry")},
          {"said", text_in(one, "text")},
          {"facts", std::move(facts)},
          {"evidence", evidence(one)}};
}

json::object said_in(const json::value& one, const Register& known) {
  const json::value state = object_in(one, "state");
  const auto answered = answered_words(state, known);
  return {{"address", entry_address(one, "entry")},
          {"words", fmt::format("{}, {}", named(one), day_words(text_in(one, "madeOn")))},
          {"became", became_words(state) + (answered.empty() ? "" : " " + answered)}};
}

/// `2 other cases and 1 programme`.
std::string records_words(int cases, int programmes) {
  std::string words;
  if (cases > 0) words = counted_words(cases, "other case", "other cases");
  if (programmes > 0) words += (cases > 0 ? " and " : "") + counted_words(programmes, "programme", "programmes");
  return words;
}

/// `Found 13 times and recommended on 2 times`.
std::string said_words(const json::value& theme) {
  const auto findings = number_in(theme, "findings");
  const auto recommended = number_in(theme, "recommended");
  std::string words;
  if (findings > 0) words = "Found " + counted_words(findings, "time", "times");
  if (recommended > 0)
    words += (words.empty() ? "Recommended on " : " and recommended on ") + counted_words(recommended, "time", "times");
  return words;
}

/// A theme that no list of the law has is a short name.
std::string theme_words(const json::value& theme) {
  const auto title = text_in(theme, "title");
  return title == text_in(theme, "theme") ? name_words(title) : title;
}

json::object theme_row(const json::value& theme, const Register& known) {
  json::array said;
  for (const auto& told : list_in(theme, "newest")) {
    const auto& recommendations = list_in(told, "recommendations");
    for (const auto& one : recommendations) said.push_back(said_in(one, known));
    if (!recommendations.empty()) continue;
    said.push_back(json::object{{"address", address_of(told)},
                                {"words", record_caption(record_in(told)) + ", " + day_words(text_in(told, "saidOn"))},
                                {"became", "Nothing was recommended on it."}});
  }
  const auto cases = number_in(theme, "cases");
  const auto programmes = number_in(theme, "programmes");
  const auto shown = static_cast<int>(list_in(theme, "newest").size());
  return {{"what", "Theme: " + theme_words(theme)},
          {"count", fmt::format("{} before, in {}.{}", said_words(theme), records_words(cases, programmes),
                                cases + programmes > shown ? fmt::format(" The newest {} are:", shown) : "")},
          {"saidIn", std::move(said)}};
}

json::object recommendation_row(const json::value& repeated, const Register& known) {
  const json::value made = object_in(repeated, "made");
  const auto& before = list_in(repeated, "before");
  json::array said;
  for (const auto& one : before) said.push_back(said_in(one, known));
  const auto times = number_in(repeated, "times");
  const auto shown = static_cast<int>(before.size());
  return {{"what", name_words(text_in(made, "recommendation")) + ": " + text_in(made, "text")},
          {"count", fmt::format("Made {} before in all but the same words.{}", counted_words(times, "time", "times"),
                                times > shown ? fmt::format(" The {} most like it are:", shown) : "")},
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
  const auto reached = text_in(state, "reached");
  if (reached == "NOT_KNOWN") {
    words += " Nobody knows how far all its actions have reached.";
  } else if (!reached.empty()) {
    words += fmt::format(" All its actions reached at least: {}.", choice_words("Reached", reached));
  }
  return words;
}

std::string answered_words(const json::value& state, const Register& known) {
  std::string words;
  for (const auto& one : list_in(state, "answers")) {
    const auto on = text_in(one, "on");
    words += fmt::format("{}{}: {}{}.", words.empty() ? "" : " ", known.agency(text_in(one, "by")),
                         choice_words("RecommendationState", text_in(one, "state")),
                         on.empty() ? "" : " on " + day_words(on));
    for (const auto* more : {"modified", "reasons"}) {
      if (const auto says = text_in(one, more); !says.empty()) words += " “" + says + "”";
    }
  }
  return words;
}

json::array earlier_rows(const json::value& nearest, const Register& known) {
  json::array rows;
  for (const auto& one : list_in(nearest, "nearest")) rows.push_back(row_of(one, known));
  return rows;
}

json::array repeat_rows(const json::value& repeats, const Register& known) {
  json::array rows;
  for (const auto& theme : list_in(repeats, "themes")) {
    if (number_in(theme, "findings") + number_in(theme, "recommended") > 0) rows.push_back(theme_row(theme, known));
  }
  for (const auto& one : list_in(repeats, "recommendations")) {
    if (!list_in(one, "before").empty()) rows.push_back(recommendation_row(one, known));
  }
  return rows;
}

}  // namespace reviewd
