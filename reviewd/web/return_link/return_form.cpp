#include "reviewd/web/return_link/return_form.hpp"

#include <algorithm>

#include "reviewd/web/form/form_day.hpp"
#include "reviewd/web/words/day_words.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using Shape = ReturnQuestion::Shape;

std::string box(std::string_view name) { return below("agencyReturnReceived", name); }

std::string item(int index, std::string_view part) { return below(below(box("chronology"), index), part); }

void put_or_erase(json::object& draft, const std::string& name, const std::string& value) {
  if (value.empty()) {
    draft.erase(name);
  } else {
    draft[name] = value;
  }
}

json::array lines_of(const Typed& typed) {
  json::array lines;
  for (int i = 0; i < typed.count(box("chronology")); ++i) {
    json::object line;
    put_or_erase(line, "on", typed_day(typed, item(i, "on"), true));
    for (const auto* part : {"what", "source", "childSeen"})
      put_or_erase(line, part, typed_text(typed.first(item(i, part))));
    if (!line.empty()) lines.push_back(std::move(line));
  }
  return lines;
}

void fill_lines(Typed& typed, const json::object& draft) {
  int count = 0;
  for (const auto& line : lines_in(draft)) {
    put_day(typed, item(count, "on"), text_in(line, "on"));
    for (const auto* part : {"what", "source", "childSeen"}) typed.put(item(count, part), text_in(line, part));
    ++count;
  }
  typed.set_count(box("chronology"), std::max(count, 1));
}

void add_line_faults(std::vector<ReturnFault>& faults, const Typed& typed, bool all) {
  for (int i = 0; i < typed.count(box("chronology")); ++i) {
    if (typed.is_blank(below(box("chronology"), i))) continue;
    const auto prefix = below("chronology", i);
    if (const auto says = fault_of_day(typed, item(i, "on"), true, "The day"); !says.empty()) {
      faults.push_back({below(prefix, "on"), says});
    } else if (all && typed_day(typed, item(i, "on"), true).empty()) {
      faults.push_back({below(prefix, "on"), "Say when it was. A year, or a month and a year, will do."});
    }
    if (all && typed_text(typed.first(item(i, "what"))).empty()) {
      faults.push_back({below(prefix, "what"), "Say what happened."});
    }
  }
}

}  // namespace

Typed typed_from(const ReturnStep& step, const json::object& draft) {
  Typed typed;
  for (const auto& question : step.questions) {
    const auto value = text_in(draft, question.name);
    if (question.shape == Shape::chronology) {
      fill_lines(typed, draft);
    } else if (question.shape == Shape::partial_day) {
      put_day(typed, box(question.name), value);
    } else {
      typed.put(box(question.name), value);
    }
  }
  return typed;
}

void take_answers(const ReturnStep& step, const Typed& typed, json::object& draft) {
  for (const auto& question : step.questions) {
    if (question.shape == Shape::chronology) {
      draft["chronology"] = lines_of(typed);
    } else if (question.shape == Shape::partial_day) {
      put_or_erase(draft, question.name, typed_day(typed, box(question.name), true));
    } else {
      put_or_erase(draft, question.name, typed_text(typed.first(box(question.name))));
    }
  }
}

std::vector<ReturnFault> faults_of(const ReturnStep& step, const Typed& typed, bool all) {
  std::vector<ReturnFault> faults;
  for (const auto& question : step.questions) {
    const auto name = box(question.name);
    if (question.shape == Shape::chronology) {
      if (all && lines_of(typed).empty()) faults.push_back({"chronology.0.what", question.must});
      add_line_faults(faults, typed, all);
      continue;
    }
    if (question.shape == Shape::partial_day) {
      if (const auto says = fault_of_day(typed, name, true, "The day"); !says.empty())
        faults.push_back({question.name, says});
      continue;
    }
    const auto value = typed_text(typed.first(name));
    const bool offered = question.choices.empty() || choice_in_words(question, value) != value;
    if (!value.empty() && !offered) faults.push_back({question.name, "Choose one of the answers."});
    if (all && value.empty() && !question.must.empty()) faults.push_back({question.name, question.must});
  }
  return faults;
}

json::array answer_rows(const ReturnStep& step, const json::object& draft) {
  json::array rows;
  const auto add = [&](const std::string& key, const std::string& value) {
    rows.push_back(json::object{{"key", key}, {"value", value.empty() ? "Not answered" : value}});
  };
  for (const auto& question : step.questions) {
    if (question.shape != Shape::chronology) {
      const auto value = text_in(draft, question.name);
      add(question.label, question.shape == Shape::partial_day ? day_words(value) : choice_in_words(question, value));
      continue;
    }
    for (const auto& line : lines_in(draft)) {
      std::string value = text_in(line, "what");
      if (const auto source = text_in(line, "source"); !source.empty()) value += " (" + source + ")";
      if (text_in(line, "childSeen") == "YES") value += " The child was seen.";
      if (text_in(line, "childSeen") == "NO") value += " The child was not seen.";
      const auto on = day_words(text_in(line, "on"));
      add(on.empty() ? "No day" : on, value);
    }
    if (lines_in(draft).empty()) add("Chronology", "");
  }
  return rows;
}

}  // namespace reviewd
