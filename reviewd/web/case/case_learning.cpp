#include "reviewd/web/case/case_learning.hpp"

#include <fmt/format.h>

#include <boost/json/object.hpp>
#include <string>
#include <utility>
#include <vector>

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

/// The words of an action that the record of the case keeps apart, as far as the reader reads them.
struct ActionWords {
  json::value action;  ///< as the API tells it, with its last update and why it was escalated
  json::value agreed;  ///< what was agreed
};

ActionWords action_words(const json::value& stands, const json::array& counted) {
  ActionWords words{stands, {}};
  const auto agreed_in = entry_called(counted, text_in(stands, "entry"));
  // An immediate action of a rapid review is followed as any other.
  const char* kind = agreed_in.is_object() && agreed_in.as_object().contains("immediateActionTaken")
                         ? "immediateActionTaken"
                         : "actionAgreed";
  words.agreed = object_in(agreed_in, kind);
  const auto said_in = entry_called(counted, text_in(stands, "updateEntry"));
  words.action.as_object()["update"] = text_in(object_in(said_in, "actionUpdated"), "update");
  words.action.as_object()["whyEscalated"] = why_escalated(stands, counted);
  return words;
}

/// What looking at it again found, with its day.
std::vector<std::pair<std::string, std::string>> looked_at_again(const json::value& action) {
  std::vector<std::pair<std::string, std::string>> found;
  for (const auto& one : list_in(action, "rechecks")) {
    found.emplace_back("Looked at again on " + day_words(text_in(one, "on")),
                       choice_words("RecheckFinding", text_in(one, "finding")));
  }
  return found;
}

json::object open_action(const ActionWords& words, const Register& known) {
  const auto& action = words.action;
  FactItem item(name_words(text_in(action, "action")));
  item.say("What is to be done", text_in(words.agreed, "what"))
      .say("Owner", action_owner(action, known))
      .say("Due on", action_due(action))
      .say("How it stands", action_standing(action))
      .say("How far it has reached", action_reached(action))
      .say("How to know that it made a difference", text_in(words.agreed, "measure"));
  for (const auto& [when, what] : looked_at_again(action)) item.say(when, what);
  return item.made();
}

/// A complete action in a few sentences: what is still to be done comes first, and room goes to that.
std::string complete_action(const ActionWords& words, const Register& known) {
  const auto& action = words.action;
  std::vector<std::string> said{text_in(words.agreed, "what"), action_owner(action, known)};
  const auto tell = [&](const char* what, const std::string& value) {
    if (!value.empty()) said.push_back(fmt::format("{}: {}", what, value));
  };
  tell("Due on", action_due(action));
  said.push_back(action_standing(action));
  tell("How far it has reached", action_reached(action));
  tell("How to know that it made a difference", text_in(words.agreed, "measure"));
  for (const auto& [when, what] : looked_at_again(action)) tell(when.c_str(), what);
  std::string sentences;
  for (const auto& one : said) {
    if (one.empty()) continue;
    sentences += (sentences.empty() ? "" : " ") + one + (one.ends_with('.') ? "" : ".");
  }
  return sentences;
}

json::array actions(const json::value& of_case, const json::array& counted, const Register& known) {
  json::array items;
  FactItem complete("Complete");
  for (const auto& stands : list_in(of_case, "actions")) {
    const auto words = action_words(stands, counted);
    if (text_in(stands, "progress") == "COMPLETE") {
      complete.say(name_words(text_in(stands, "action")), complete_action(words, known));
    } else {
      items.push_back(open_action(words, known));
    }
  }
  if (!complete.empty()) items.push_back(complete.made());
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
