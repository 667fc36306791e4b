#include "reviewd/web/form/plain_form.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "reviewd/web/form/form_day.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/words/members.hpp"
#include "reviewd/web/words/practice_words.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

bool has_line(const std::string& lines, const std::string& line) {
  return ("\n" + lines + "\n").find("\n" + line + "\n") != std::string::npos;
}

json::object question_view(const Question& question, const PlainFaults& faults) {
  const auto fault = faults.by_name.find(question.name);
  const auto error = fault == faults.by_name.end() ? std::string() : fault->second;
  auto described = question.hint.empty() ? std::string() : question.name + "-hint";
  if (!error.empty()) described += (described.empty() ? "" : " ") + question.name + "-error";
  json::array choices;
  const bool ticks = question.sort == Question::Sort::ticks;
  for (const auto& [value, words] : question.choices) {
    // An error leads to the first box.
    const auto id = choices.empty() ? question.name : question.name + "-" + value;
    choices.push_back(json::object{{"choice", value},
                                   {"choiceId", id},
                                   {"choiceWords", words},
                                   {"chosen", ticks ? has_line(question.value, value) : value == question.value}});
  }
  Typed boxes;
  if (question.sort == Question::Sort::day) put_day(boxes, question.name, question.value);
  return {{"id", question.name},
          {"name", question.name},
          {"label", question.label},
          {"labelOf", question.label_of},
          {"hint", question.hint},
          {"error", error},
          {"described", described},
          {"value", question.value},
          {"isLine", question.sort == Question::Sort::line},
          {"isArea", question.sort == Question::Sort::area},
          {"isDay", question.sort == Question::Sort::day},
          {"isSelect", question.sort == Question::Sort::choice},
          {"isTicks", ticks},
          {"lines", question.lines},
          {"choices", std::move(choices)},
          {"day", boxes.first(question.name + ".day")},
          {"month", boxes.first(question.name + ".month")},
          {"year", boxes.first(question.name + ".year")}};
}

/// The API names a field that is missing as programs do; whoever typed reads what to do, at the question.
std::string message_at(const json::value& violation, const Question& question) {
  auto message = text_in(violation, "message");
  const bool missing = message == "Give " + question.name + "." || message.starts_with("Give this: ") ||
                       message.starts_with("Answer this: ");
  if (!missing) return practice_words(message);
  const auto* verb = question.sort == Question::Sort::choice ? "Choose" : "Enter";
  const bool asks =
      question.label.ends_with('?') || question.label.starts_with("Who") || question.label.starts_with("Say");
  if (asks) return fmt::format("{} an answer to “{}”", verb, question.label);
  auto label = question.label;
  if (!label.empty() && label[0] >= 'A' && label[0] <= 'Z') label[0] = static_cast<char>(label[0] - 'A' + 'a');
  return fmt::format("{} the {}", verb, label);
}

}  // namespace

void add_form(json::object& view, const PlainForm& form, const PlainFaults& faults) {
  json::array questions;
  for (const auto& question : form.questions) questions.push_back(question_view(question, faults));
  json::array buttons;
  for (const auto& button : form.buttons) {
    buttons.push_back(
        json::object{{"deed", button.deed}, {"buttonWords", button.words}, {"secondary", button.secondary}});
  }
  json::array hidden;
  for (const auto& [name, value] : form.hidden) {
    hidden.push_back(json::object{{"hiddenName", name}, {"hiddenValue", value}});
  }
  view["hasForm"] = !buttons.empty();
  view["formAction"] = form.action;
  view["asks"] = form.asks;
  view["questions"] = std::move(questions);
  view["buttons"] = std::move(buttons);
  view["hidden"] = std::move(hidden);
}

PlainFaults faults_of(const json::value& problem, const std::vector<Question>& questions) {
  PlainFaults faults;
  for (const auto& violation : list_in(problem, "violations")) {
    const auto pointer = text_in(violation, "pointer");
    const auto found = std::find_if(questions.begin(), questions.end(),
                                    [&](const Question& one) { return pointer == "/" + one.name; });
    if (found == questions.end()) {
      faults.summary.push_back(json::object{{"text", practice_words(text_in(violation, "message"))}, {"href", ""}});
      continue;
    }
    const auto message = message_at(violation, *found);
    const auto box = found->sort == Question::Sort::day ? found->name + "-day" : found->name;
    faults.summary.push_back(json::object{{"text", message}, {"href", "#" + box}});
    auto& at = faults.by_name[found->name];
    at += (at.empty() ? "" : " ") + message;
  }
  if (faults.summary.empty()) {
    faults.summary.push_back(json::object{{"text", text_in(problem, "detail")}, {"href", ""}});
  }
  return faults;
}

std::string day_typed(const NameValues& form, const std::string& name, bool partial) {
  Typed boxes;
  for (const auto* part : {".day", ".month", ".year"}) boxes.put(name + part, value_of(form, name + part));
  return typed_day(boxes, name, partial);
}

}  // namespace reviewd
