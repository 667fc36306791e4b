#include "reviewd/web/return_link/return_steps.hpp"

#include <algorithm>

#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

using Shape = ReturnQuestion::Shape;

ReturnQuestion author() {
  return {"author",    "Your name and your job",        "For example, A Smith, named nurse",
          Shape::line, "Enter your name and your job.", {}};
}

ReturnQuestion involvement() {
  return {"involvement",
          "Was your agency involved with the child or the family?",
          "Look under every name that we give.",
          Shape::choice,
          "Choose whether your agency was involved.",
          {{"INVOLVED", "Yes"}, {"NOT_INVOLVED", "No, we find no record"}}};
}

ReturnQuestion risk() {
  return {"currentRisk",
          "Do you know of a risk to any child now?",
          "Any child: also brothers, sisters and others in the household.",
          Shape::choice,
          "Choose whether you know of a risk to any child now.",
          {{"YES", "Yes"}, {"NO", "No"}, {"NOT_KNOWN", "We do not know"}}};
}

/// Asked once the coordinators were alerted and the agency was told to call.
ReturnStep told() {
  return {std::string(risk_told),
          "This is not a referral",
          {{"risk",
            "What is the risk, and whom did you tell?",
            "Call first. What you write here goes to the review coordinators when you save it, before the rest.",
            Shape::area,
            "Enter what the risk is, and whom you told.",
            {}}}};
}

std::vector<ReturnQuestion> known() {
  return {{"knownFrom",
           "When did your agency first know the family?",
           "A year, or a month and a year, will do.",
           Shape::partial_day,
           "",
           {}},
          {"lastInvolvedOn",
           "When was your last contact?",
           "A year, or a month and a year, will do.",
           Shape::partial_day,
           "",
           {}}};
}

ReturnQuestion summary(std::string hint) {
  return {"summary",   "What did your agency do, in brief?", std::move(hint),
          Shape::area, "Say in brief what your agency did.", {}};
}

void add_asked(std::vector<ReturnStep>& steps, std::string_view type) {
  steps.push_back({"contact", "How long you knew the family", known()});
  if (type == "CHRONOLOGY") {
    steps.push_back({"chronology",
                     "What happened, line by line",
                     {{"chronology", "Line", "", Shape::chronology, "Enter at least one line.", {}}}});
    return;
  }
  steps.push_back({"summary",
                   "What your agency did",
                   {summary(type == "SCOPING" ? "Two or three sentences are enough: the facts, and how far you were "
                                                "involved."
                                              : "The facts and the main events. Explain short forms.")}});
  if (type != "ANALYSIS") return;
  steps.push_back({"learning",
                   "What can be learned",
                   {{"goodPractice", "What went well?", "", Shape::area, "", {}},
                    {"learning",
                     "What could have been done differently, and what stood in the way?",
                     "How it looked at the time, not with what is known now.",
                     Shape::area,
                     "Say what could be learned.",
                     {}}}});
}

}  // namespace

std::vector<ReturnStep> return_steps(std::string_view type, const boost::json::object& draft) {
  std::vector<ReturnStep> steps{{"you", "Who you are", {author(), involvement()}},
                                {"risk", "Is any child at risk now?", {risk()}}};
  if (text_in(draft, "currentRisk") == "YES") steps.push_back(told());
  if (text_in(draft, "involvement") != "NOT_INVOLVED") add_asked(steps, type);
  return steps;
}

const ReturnStep& nil_return_step() {
  static const ReturnStep step{"nothing", "Your agency was not involved", {author(), risk()}};
  return step;
}

const ReturnStep* find_step(const std::vector<ReturnStep>& steps, std::string_view path) {
  const auto found = std::find_if(steps.begin(), steps.end(), [&](const auto& step) { return step.path == path; });
  return found == steps.end() ? nullptr : &*found;
}

bool is_answered(const ReturnStep& step, const boost::json::object& draft) {
  bool any = false;
  for (const auto& question : step.questions) {
    const bool given = question.shape == Shape::chronology ? !lines_in(draft).empty() : draft.contains(question.name);
    if (!given && !question.must.empty()) return false;
    any = any || given;
  }
  return any;
}

const boost::json::array& lines_in(const boost::json::object& draft) {
  static const boost::json::array none;
  const auto* lines = draft.if_contains("chronology");
  return lines != nullptr && lines->is_array() ? lines->get_array() : none;
}

std::string asked_words(std::string_view type) {
  if (type == "SCOPING") return "Whether and how your agency knew the family";
  if (type == "SUMMARY") return "A summary of what your agency did";
  if (type == "CHRONOLOGY") return "What happened, line by line: a chronology";
  if (type == "ANALYSIS") return "What your agency did, and what can be learned from it";
  return "What your agency knows, in brief";
}

std::string choice_in_words(const ReturnQuestion& question, const std::string& value) {
  for (const auto& choice : question.choices) {
    if (choice.value == value) return choice.words;
  }
  return value;
}

}  // namespace reviewd
