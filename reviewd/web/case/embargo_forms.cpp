#include "reviewd/web/case/embargo_forms.hpp"

#include <array>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <sstream>

#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

/// What a form says, field by field: the question, and the field of the entry that it fills.
struct Asked {
  const char* question;
  const char* field;
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

json::array lines_of(const std::string& text) {
  json::array lines;
  std::istringstream in(text);
  for (std::string line; in >> line;) lines.push_back(json::string(line));
  return lines;
}

Question area(const char* name, const char* label, const char* hint, const NameValues& typed) {
  return {name, label, hint, Question::Sort::area, value_of(typed, name), {}, 3};
}

std::string readers_typed(const json::value& embargo, const NameValues& typed) {
  if (!typed.empty()) return value_of(typed, "readers");
  std::string all;
  for (const auto& one : list_in(embargo, "readers")) all += std::string(one.as_string()) + "\n";
  return all;
}

}  // namespace

std::vector<Section> embargo_forms(const json::value& embargo, const std::string& address, int version,
                                   const NameValues& typed) {
  if (flag_in(embargo, "lifted")) return {};
  const std::vector<std::pair<std::string, std::string>> hidden = {{"version", std::to_string(version)}};
  const auto day = typed.empty() ? std::string() : day_typed(typed, "reviewOn");
  std::vector<Section> forms;
  forms.push_back({.heading = "Extend it",
                   .paragraphs = {"The embargo holds on in any case. This says when it is looked at next, and why it "
                                  "must go on. Whoever agreed to lift it before has to agree again."},
                   .form = {address,
                            {{"reviewOn", "Look at it again on", {}, Question::Sort::day, day},
                             area("extendReason", "Why does it go on?", "", typed)},
                            {{"extend", "Extend the embargo"}},
                            hidden}});
  Question readers =
      area("readers", "Who may read what it covers?",
           "The short names of all of them, one on each line. Who is not here cannot read it any more", typed);
  readers.value = readers_typed(embargo, typed);
  forms.push_back({.heading = "Name its readers",
                   .form = {address,
                            {std::move(readers), area("readersReason", "Why do they need it?", "", typed)},
                            {{"name", "Name these readers", true}},
                            hidden}});
  forms.push_back(
      {.heading = "Propose to lift it",
       .paragraphs = {"Lifting takes two people. Two can also agree beforehand, each here, on what must have happened "
                      "first: then one of them confirms it on the day."},
       .form = {address,
                {area("conditions", "What must have happened first?", "If it is agreed beforehand", typed),
                 area("proposeEvidence", "What shows that it can be lifted?", "If it is to be lifted now", typed)},
                {{"propose", "Propose to lift it", true}},
                hidden}});
  if (flag_in(embargo, "liftProposed")) {
    forms.push_back({.heading = "Lift it",
                     .paragraphs = {"Only somebody else than who proposed it can do this, unless two agreed "
                                    "beforehand. Then everybody who sees the case can read what it covered."},
                     .form = {address,
                              {area("liftEvidence", "What shows that the conditions are met?",
                                    "For example the verdict, or a letter from the prosecutors", typed)},
                              {{"lift", "Lift the embargo", true}},
                              hidden}});
  }
  return forms;
}

json::value embargo_entry(const std::string& embargo, const NameValues& typed) {
  const auto* deed = find_deed(value_of(typed, "do"));
  if (deed == nullptr) return {};
  json::object said{{"embargo", embargo}};
  for (const auto& one : deed->asked) {
    const std::string question = one.question;
    const auto text = question == "reviewOn" ? day_typed(typed, question) : value_of(typed, question);
    if (text.empty()) continue;
    if (question == "readers") {
      said[one.field] = lines_of(text);
    } else {
      said[one.field] = text;
    }
  }
  return json::object{{deed->kind, std::move(said)}};
}

json::value at_questions(json::value problem, const std::string& name) {
  const auto* deed = find_deed(name);
  auto* object = problem.if_object();
  auto* violations = object == nullptr ? nullptr : object->if_contains("violations");
  if (deed == nullptr || violations == nullptr || !violations->is_array()) return problem;
  for (auto& violation : violations->as_array()) {
    const auto pointer = text_in(violation, "pointer");
    for (const auto& one : deed->asked) {
      if (pointer == "/" + std::string(deed->kind) + "/" + one.field)
        violation.as_object()["pointer"] = "/" + std::string(one.question);
    }
  }
  return problem;
}

}  // namespace reviewd
