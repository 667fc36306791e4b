#include "reviewd/web/case/case_learning.hpp"

#include <fmt/format.h>

#include <boost/json/object.hpp>
#include <string>

#include "reviewd/http/percent.hpp"
#include "reviewd/web/words/action_words.hpp"
#include "reviewd/web/words/answer_words.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/fact_item.hpp"
#include "reviewd/web/words/joined_words.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

json::object block(std::string_view heading, json::array items) {
  return {{"heading", heading}, {"items", std::move(items)}};
}

json::array learned(const json::value& of_case, const json::array& counted, const Register& known) {
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
    const auto name = text_in(made, "recommendation");
    FactItem item(name_words(name));
    item.say("What is recommended", text_in(made, "text"))
        .say("To", fmt::format("{}", fmt::join(answer_words(of_case, name, known), "\n")));
    items.push_back(item.made());
  }
  return items;
}

/// The entry of these that has this id; null where the reader does not read it.
json::value entry_called(const json::array& counted, const std::string& id) {
  for (const auto& entry : counted) {
    if (!id.empty() && text_in(entry, "entry") == id) return entry;
  }
  return {};
}

/// Why the action was escalated the last time, as far as the reader reads it.
std::string why_escalated(const json::value& action, const json::array& counted) {
  const auto raised = list_in(action, "escalations");
  if (raised.empty()) return {};
  const auto entry = entry_called(counted, text_in(raised.back(), "entry"));
  const json::value said = object_in(entry, "actionEscalated");
  return text_in(said, "why");
}

json::array actions(const json::value& of_case, const json::array& counted, const Register& known) {
  json::array items;
  for (const auto& stands : list_in(of_case, "actions")) {
    json::value action = stands;
    const auto agreed_in = entry_called(counted, text_in(action, "entry"));
    // An immediate action of a rapid review is followed as any other.
    const char* kind = agreed_in.is_object() && agreed_in.as_object().contains("immediateActionTaken")
                           ? "immediateActionTaken"
                           : "actionAgreed";
    const json::value agreed = object_in(agreed_in, kind);
    const auto said_in = entry_called(counted, text_in(action, "updateEntry"));
    action.as_object()["update"] = text_in(object_in(said_in, "actionUpdated"), "update");
    action.as_object()["whyEscalated"] = why_escalated(action, counted);
    FactItem item(name_words(text_in(action, "action")));
    item.say("What is to be done", text_in(agreed, "what"))
        .say("Owner", action_owner(action, known))
        .say("Due on", action_due(action))
        .say("How it stands", action_standing(action))
        .say("How far it has reached", action_reached(action))
        .say("How to know that it made a difference", text_in(agreed, "measure"));
    for (const auto& found : list_in(action, "rechecks")) {
      item.say("Looked at again on " + day_words(text_in(found, "on")),
               choice_words("RecheckFinding", text_in(found, "finding")));
    }
    items.push_back(item.made());
  }
  return items;
}

}  // namespace

json::array product_links(const json::value& of_case, const std::string& address) {
  json::array links;
  for (const auto& one : list_in(of_case, "products")) {
    const auto name = text_in(one, "product");
    links.push_back(
        json::object{{"href", address + "/products/" + percent_encoded(name)},
                     {"words", name_words(name) + ": " + choice_words("ProductSort", text_in(one, "sort"))}});
  }
  return links;
}

json::array learning_blocks(const json::value& of_case, const json::array& counted, const Register& known) {
  json::array blocks;
  if (auto items = learned(of_case, counted, known); !items.empty())
    blocks.push_back(block("Learning", std::move(items)));
  if (auto items = actions(of_case, counted, known); !items.empty())
    blocks.push_back(block("Actions", std::move(items)));
  return blocks;
}

}  // namespace reviewd
