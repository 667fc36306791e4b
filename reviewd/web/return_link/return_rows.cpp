#include <fmt/format.h>

#include <algorithm>

#include "reviewd/web/return_link/return_form.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
using Choice = ReturnQuestion::Choice;
using Shape = ReturnQuestion::Shape;

std::string row_box(std::string_view name) { return below("agencyReturnReceived", name); }

std::string id_of(std::string_view name) {
  std::string id = row_box(name);
  std::replace(id.begin(), id.end(), '.', '-');
  return id;
}

class Rows {
 public:
  Rows(const Typed& typed, const std::vector<ReturnFault>& faults) : typed_(typed), faults_(faults) {}

  void add(const ReturnQuestion& question) {
    if (question.shape == Shape::chronology) return add_lines();
    add(question.name, question);
  }

  [[nodiscard]] json::array take() { return std::move(rows_); }

 private:
  void add(const std::string& name, const ReturnQuestion& question) {
    auto row = start(name, question);
    switch (question.shape) {
      case Shape::line:
        row["width"] = "full";
        row["mode"] = "text";
        row["value"] = typed_.first(row_box(name));
        return push("text", std::move(row));
      case Shape::partial_day:
        for (const auto* part : {"day", "month", "year"}) row[part] = typed_.first(below(row_box(name), part));
        return push("date", std::move(row));
      case Shape::choice:
        row["choices"] = choices(name, question.choices);
        row["inline"] = false;
        return push("radios", std::move(row));
      default:
        row["rows"] = "6";
        row["value"] = typed_.first(row_box(name));
        return push("area", std::move(row));
    }
  }

  [[nodiscard]] json::object start(const std::string& name, const ReturnQuestion& question) const {
    const auto id = id_of(name);
    const auto fault = std::find_if(faults_.begin(), faults_.end(), [&](const auto& one) { return one.name == name; });
    const auto says = fault == faults_.end() ? std::string() : fault->says;
    std::string described = question.hint.empty() ? "" : id + "-hint";
    if (!says.empty()) described += (described.empty() ? "" : " ") + id + "-error";
    return {{"id", id},      {"name", row_box(name)},   {"label", question.label}, {"hint", question.hint},
            {"error", says}, {"describedBy", described}};
  }

  [[nodiscard]] json::array choices(const std::string& name, const std::vector<Choice>& offered) const {
    json::array all;
    const auto chosen = typed_.first(row_box(name));
    for (const auto& choice : offered) {
      const auto id = all.empty() ? id_of(name) : fmt::format("{}-{}", id_of(name), all.size() + 1);
      all.push_back(json::object{
          {"choiceId", id}, {"value", choice.value}, {"words", choice.words}, {"chosen", chosen == choice.value}});
    }
    return all;
  }

  void add_lines() {
    const auto list = row_box("chronology");
    const int count = std::max(typed_.count(list), 1);
    push("hidden", {{"name", list + ".count"}, {"value", std::to_string(count)}});
    for (int i = 0; i < count; ++i) {
      const auto name = below("chronology", i);
      push("opens", {{"id", id_of(name)}, {"legend", fmt::format("Line {}", i + 1)}, {"size", "m"}});
      add(below(name, "on"), {"on", "When", "A year, or a month and a year, will do.", Shape::partial_day, "", {}});
      add(below(name, "what"), {"what", "What happened", "", Shape::area, "", {}});
      add(below(name, "source"), {"source", "Where it is written down", "", Shape::line, "", {}});
      add(below(name, "childSeen"), {"childSeen",
                                     "Was the child seen?",
                                     "",
                                     Shape::choice,
                                     "",
                                     {{"YES", "Yes"}, {"NO", "No"}, {"NOT_KNOWN", "Not known"}}});
      if (count > 1) button("remove", row_box(name), fmt::format("Remove line {}", i + 1), id_of("chronology.0"));
      push("closes", {{"id", id_of(name)}});
    }
    button("add", list, "Add another line", id_of(below("chronology", count)));
  }

  void button(const char* what, const std::string& path, const std::string& words, const std::string& lands) {
    push(what, {{"path", path}, {"words", words}, {"lands", lands}});
  }
  void push(const char* what, json::object row) { rows_.push_back(json::object{{what, std::move(row)}}); }

  const Typed& typed_;
  const std::vector<ReturnFault>& faults_;
  json::array rows_;
};

}  // namespace

json::array return_rows(const ReturnStep& step, const Typed& typed, const std::vector<ReturnFault>& faults) {
  Rows rows(typed, faults);
  for (const auto& question : step.questions) rows.add(question);
  return rows.take();
}

json::array fault_rows(const ReturnStep& step, const std::vector<ReturnFault>& faults) {
  json::array rows;
  for (const auto& fault : faults) {
    const bool is_day = fault.name.ends_with(".on") ||
                        std::any_of(step.questions.begin(), step.questions.end(), [&](const auto& question) {
                          return question.name == fault.name && question.shape == Shape::partial_day;
                        });
    rows.push_back(json::object{{"text", fault.says}, {"href", "#" + id_of(fault.name) + (is_day ? "-day" : "")}});
  }
  return rows;
}

}  // namespace reviewd
