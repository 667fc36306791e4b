#include "reviewd/web/case/embargo_forms.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/names.hpp"
#include "reviewd/web/form/form_faults.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/words/field_says.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// What a form says, field by field: the question, and the field of the entry that it fills.
struct Asked {
  std::string question;
  std::string field;
};

struct Deed {
  const char* name;
  const char* kind;
  std::vector<Asked> asked;
};

const std::array<Deed, 4>& deeds() {
  static const std::array<Deed, 4> all = {
      Deed{"extend", "embargoExtended", {{"reviewOn", "reviewOn"}, {"extendReason", "reason"}}},
      Deed{"name", "embargoReadersNamed", {{"readers", "readers"}, {"readersReason", "reason"}}},
      Deed{"propose", "embargoLiftProposed", {{"conditions", "conditions"}, {"proposeEvidence", "evidence"}}},
      Deed{"lift", "embargoLifted", {{"liftEvidence", "evidence"}}}};
  return all;
}

const Deed* find_deed(const std::string& name) {
  for (const auto& one : deeds()) {
    if (one.name == name) return &one;
  }
  return nullptr;
}

/// What is wrong with an answer, as the form of that update says it.
std::string fault_at(const Deed& deed, const Asked& asked, const std::string& message, const NameValues& typed) {
  const auto* kind = review::find_kind(deed.kind);
  const auto* field = kind->field->message_type()->FindFieldByCamelcaseName(asked.field);
  Typed boxes;
  for (const auto& [name, value] : typed) boxes.put(name, value);
  return fault_words({*field, asked.question, field_label(*field)}, message, boxes);
}

/// All that were ticked.
std::vector<std::string> ticked(const NameValues& typed, const std::string& question) {
  std::vector<std::string> all;
  for (const auto& [name, value] : typed) {
    if (name == question && !value.empty()) all.push_back(value);
  }
  return all;
}

Question area(const char* name, const char* label, const char* hint, const NameValues& typed) {
  return {name, label, hint, Question::Sort::area, value_of(typed, name), {}, 3};
}

/// Of another form that was refused nothing is known of the readers: they stay who they are.
std::vector<std::string> readers_typed(const json::value& embargo, const NameValues& typed) {
  if (value_of(typed, "do") == "name") return ticked(typed, "readers");
  std::vector<std::string> all;
  for (const auto& one : list_in(embargo, "readers")) all.emplace_back(one.as_string());
  return all;
}

/// A box for everybody who has an account, and for those who were named without one.
Question readers_asked(const EmbargoFacts& facts, const NameValues& typed) {
  Question asked{.name = "readers",
                 .label = "Who may read what it covers?",
                 .hint = "Who is not ticked cannot read it any more",
                 .sort = Question::Sort::ticks};
  const auto offer = [&](const std::string& person) {
    const auto there = [&](const auto& one) { return one.first == person; };
    if (std::ranges::none_of(asked.choices, there)) asked.choices.emplace_back(person, facts.known.person(person));
  };
  for (const auto& one : facts.people) {
    const auto person = text_in(one, "person");
    offer(review::bare_reference(person).value_or(person));
  }
  for (const auto& one : list_in(facts.embargo, "readers")) offer(std::string(one.as_string()));
  for (const auto& one : readers_typed(facts.embargo, typed)) {
    offer(one);
    asked.value += (asked.value.empty() ? "" : "\n") + one;
  }
  return asked;
}

/// Whether it hangs on proceedings that no update says are over.
std::string open_proceedings(const EmbargoFacts& facts) {
  for (const auto& one : list_in(facts.of_case, "proceedings")) {
    if (!flag_in(one, "open")) continue;
    for (const auto& name : list_in(facts.embargo, "proceedings")) {
      if (text_in(one, "proceedings") != std::string(name.as_string())) continue;
      return "The proceedings that it hangs on are still recorded as open. If they are over, record that first.";
    }
  }
  return "It hangs on no proceedings that are recorded as open.";
}

using Hidden = std::vector<std::pair<std::string, std::string>>;

Section lift_form(const EmbargoFacts& facts, const Hidden& hidden, const NameValues& typed) {
  return {.heading = "Lift it",
          .paragraphs = {open_proceedings(facts), "Then everybody who sees the case can read what it covered."},
          .form = {facts.address,
                   {area("liftEvidence", "What shows that the conditions are met?",
                         "For example the verdict, or a letter from the prosecutors", typed)},
                   {{"lift", "Lift the embargo", true}},
                   hidden}};
}

Section who_can_lift(const EmbargoFacts& facts) {
  return {.heading = "Who can lift it",
          .paragraphs = {"You proposed to lift it, so you cannot be the second person. Your proposal waits. The "
                         "embargo holds until another person lifts it, on this page.",
                         facts.others.empty()
                             ? "Nobody else here may lift an embargo. Ask an administrator to invite a second person."
                             : "These people may lift an embargo, in the cases that they see: " + facts.others + "."}};
}

}  // namespace

std::vector<Section> embargo_forms(const EmbargoFacts& facts, const NameValues& typed) {
  const auto& of_case = facts.of_case;
  const auto& embargo = facts.embargo;
  const auto& address = facts.address;
  if (flag_in(embargo, "lifted")) return {};
  const Hidden hidden = {{"version", std::to_string(number_in(of_case, "version"))}};
  const auto day = typed.empty() ? std::string() : day_typed(typed, "reviewOn");
  std::vector<Section> forms;
  forms.push_back(
      {.heading = "Extend it",
       .paragraphs = {"The embargo holds on in any case. This says by when it is to be looked at next, and why "
                      "it must go on. Whoever agreed to lift it before has to agree again."},
       .form = {address,
                {{"reviewOn", "By when is it to be looked at?", {}, Question::Sort::day, day},
                 area("extendReason", "Why does it go on?", "", typed)},
                {{"extend", "Extend the embargo"}},
                hidden}});
  forms.push_back({.heading = "Name its readers",
                   .form = {address,
                            {readers_asked(facts, typed), area("readersReason", "Why do they need it?", "", typed)},
                            {{"name", "Name these readers", true}},
                            hidden}});
  auto conditions = area("conditions", "What must have happened first?", "If it is agreed beforehand", typed);
  std::vector<std::string> says = {
      "Lifting takes two people. Two can also agree beforehand, each here, on what must have happened first: then one "
      "of "
      "them confirms it on the day."};
  const bool agrees = !facts.condition.empty() && !flag_in(embargo, "agreedBeforehand");
  if (agrees) {
    says.push_back(
        fmt::format("{} proposed that this must have happened first: “{}” It stands below. To agree to it, "
                    "leave it as it is.",
                    facts.asked_by, facts.condition));
    if (typed.empty()) conditions.value = facts.condition;
  }
  forms.push_back({.heading = agrees ? "Agree to lift it" : "Propose to lift it",
                   .paragraphs = std::move(says),
                   .form = {address,
                            {std::move(conditions), area("proposeEvidence", "What shows that it can be lifted?",
                                                         "If it is to be lifted now", typed)},
                            {{"propose", agrees ? "Agree to lift it" : "Propose to lift it", true}},
                            hidden}});
  if (facts.may_lift) forms.push_back(lift_form(facts, hidden, typed));
  if (!facts.may_lift && flag_in(embargo, "liftProposed")) forms.push_back(who_can_lift(facts));
  return forms;
}

json::value embargo_entry(const std::string& embargo, const NameValues& typed) {
  const auto* deed = find_deed(value_of(typed, "do"));
  if (deed == nullptr) return {};
  json::object said{{"embargo", embargo}};
  for (const auto& one : deed->asked) {
    const auto& question = one.question;
    if (question == "readers") {
      json::array readers;
      for (const auto& person : ticked(typed, question)) readers.push_back(json::string(person));
      if (!readers.empty()) said[one.field] = std::move(readers);
      continue;
    }
    const auto text = question == "reviewOn" ? day_typed(typed, question) : value_of(typed, question);
    if (!text.empty()) said[one.field] = text;
  }
  return json::object{{deed->kind, std::move(said)}};
}

json::value at_questions(json::value problem, const NameValues& typed) {
  const auto* deed = find_deed(value_of(typed, "do"));
  auto* object = problem.if_object();
  auto* violations = object == nullptr ? nullptr : object->if_contains("violations");
  if (deed == nullptr || violations == nullptr || !violations->is_array()) return problem;
  for (auto& violation : violations->as_array()) {
    const auto pointer = text_in(violation, "pointer");
    for (const auto& one : deed->asked) {
      const auto at = fmt::format("/{}/{}", deed->kind, one.field);
      if (pointer != at && !pointer.starts_with(at + "/")) continue;
      violation.as_object()["pointer"] = "/" + one.question;
      violation.as_object()["message"] = fault_at(*deed, one, text_in(violation, "message"), typed);
    }
  }
  return problem;
}

}  // namespace reviewd
