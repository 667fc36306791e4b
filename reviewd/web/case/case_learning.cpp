#include "reviewd/web/case/case_learning.hpp"

#include <fmt/format.h>

#include <boost/json/object.hpp>
#include <string>

#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/fact_item.hpp"
#include "reviewd/web/words/joined_words.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

json::object block(std::string_view heading, json::array items) {
  return {{"heading", heading}, {"items", std::move(items)}};
}

json::array learned(const json::array& counted, const Register& known) {
  json::array items;
  int number = 0;
  for (const auto& entry : counted) {
    const json::value captured = object_in(entry, "learningCaptured");
    for (const auto& finding : list_in(captured, "findings")) {
      FactItem item(fmt::format("Finding {}", ++number));
      std::string themes;
      for (const auto& theme : list_in(finding, "themes")) {
        themes += (themes.empty() ? "" : ", ") + name_words(std::string(theme.as_string()));
      }
      item.say("What was found", text_in(finding, "finding"))
          .say("Why it happened", text_in(finding, "why"))
          .say("Themes", themes)
          .say("Found by", choice_words("AssuranceSource", text_in(finding, "source")));
      items.push_back(item.made());
    }
  }
  for (const auto& entry : counted) {
    const json::value made = object_in(entry, "recommendationMade");
    if (made.as_object().empty()) continue;
    const auto to = joined_words(made, "to", [&](const std::string& one) { return known.agency(one); });
    FactItem item(name_words(text_in(made, "recommendation")));
    item.say("What is recommended", text_in(made, "text")).say("To", to);
    items.push_back(item.made());
  }
  return items;
}

/// Whether the update is about the action. One that names none is about the only one there is.
bool is_about(const json::value& update, const std::string& action, bool only) {
  const auto named = text_in(update, "action");
  return named == action || (named.empty() && only);
}

json::array actions(const json::value& of_case, const json::array& counted, const Register& known) {
  json::array items;
  const auto& all = list_in(of_case, "actions");
  for (const auto& action : all) {
    const auto name = text_in(action, "action");
    json::value agreed = json::object();
    std::string progress;
    std::string reached;
    for (const auto& entry : counted) {
      const json::value one = object_in(entry, "actionAgreed");
      if (!one.as_object().empty() && is_about(one, name, all.size() == 1)) agreed = one;
      // An immediate action of a rapid review is followed as any other.
      const json::value taken = object_in(entry, "immediateActionTaken");
      if (text_in(taken, "action") == name) agreed = taken;
      const json::value moved = object_in(entry, "actionUpdated");
      if (moved.as_object().empty() || !is_about(moved, name, all.size() == 1)) continue;
      progress = text_in(moved, "progress");
      if (const auto step = text_in(moved, "reached"); !step.empty()) reached = step;
    }
    FactItem item(name_words(name));
    item.say("What is to be done", text_in(agreed, "what"))
        .say("Owner", known.agency(text_in(action, "owner")))
        .day("Due on", action, "dueOn")
        .say("How it stands", progress.empty() ? flag_in(action, "complete") ? "Complete" : "Agreed, nothing said since"
                                               : choice_words("Progress", progress))
        .say("How far it has reached", choice_words("Reached", reached))
        .say("How to know that it made a difference", text_in(agreed, "measure"));
    items.push_back(item.made());
  }
  return items;
}

}  // namespace

json::array learning_blocks(const json::value& of_case, const json::array& counted, const Register& known) {
  json::array blocks;
  if (auto items = learned(counted, known); !items.empty()) blocks.push_back(block("Learning", std::move(items)));
  if (auto items = actions(of_case, counted, known); !items.empty())
    blocks.push_back(block("Actions", std::move(items)));
  return blocks;
}

}  // namespace reviewd
