#include "reviewd/web/programme/audit_form.hpp"

#include <fmt/format.h>

#include <charconv>

#include "libreview/vocabulary/names.hpp"
#include "reviewd/web/frame/form_body.hpp"
#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;
namespace v1 = review::v1;
using Sort = Question::Sort;

constexpr const char* result_of = "result-";
constexpr const char* why_of = "why-";
constexpr const char* texts[] = {"strengths", "toChange", "toChangeTogether", "auditor"};

void add_standards(std::vector<Question>& questions, const AskedLine& line, const NameValues& typed) {
  const std::vector<std::pair<std::string, std::string>> choices = {
      {"", "Not answered yet"},
      {"MET", choice_words("AuditResult", "MET")},
      {"EXCEEDED", choice_words("AuditResult", "EXCEEDED")},
      {"NOT_MET", choice_words("AuditResult", "NOT_MET")},
      {"NOT_APPLICABLE", choice_words("AuditResult", "NOT_APPLICABLE")}};
  for (const auto& standard : line.standards) {
    const auto result = result_of + standard.id;
    const auto why = why_of + standard.id;
    // A line asks its question once, above the first of its standards.
    const bool first = &standard == &line.standards.front();
    questions.push_back(
        {result, standard.text, first ? line.question : std::string(), Sort::choice, value_of(typed, result), choices});
    questions.push_back({why,
                         "Why, or what shows it?",
                         "Needed if it is not met or not applicable. Name nobody",
                         Sort::area,
                         value_of(typed, why),
                         {},
                         2,
                         standard.text});
  }
}

std::vector<std::string> names_of(const AskedAudits& asked) {
  std::vector<std::string> names{"involvement"};
  for (const auto& line : asked.lines) {
    for (const auto& standard : line.standards) {
      names.push_back(result_of + standard.id);
      names.push_back(why_of + standard.id);
    }
  }
  names.insert(names.end(), std::begin(texts), std::end(texts));
  return names;
}

/// The standard of the so-manieth answer; empty where there is none.
std::string answered_at(const json::object& said, std::string_view place) {
  const auto* answers = said.if_contains("answers");
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(place.data(), place.data() + place.size(), index);
  if (error != std::errc() || end != place.data() + place.size()) return {};
  if (answers == nullptr || !answers->is_array() || index >= answers->get_array().size()) return {};
  return text_in(answers->get_array()[index], "standard");
}

std::string question_at(const std::string& pointer, const json::object& said) {
  constexpr std::string_view kind = "/agencyAuditedCase";
  constexpr std::string_view answers = "/answers/";
  if (!pointer.starts_with(kind)) return pointer;
  const auto rest = pointer.substr(kind.size());
  if (!rest.starts_with(answers)) return rest == "/answers" ? "/involvement" : rest;
  const auto slash = rest.find('/', answers.size());
  const auto standard = answered_at(said, std::string_view(rest).substr(answers.size(), slash - answers.size()));
  const bool is_why = slash != std::string::npos && rest.substr(slash) == "/why";
  return std::string("/") + (is_why ? why_of : result_of) + standard;
}

}  // namespace

std::vector<Question> audit_questions(const AskedAudits& asked, const NameValues& typed) {
  std::vector<Question> questions{{"involvement",
                                   "Was your agency involved in this case?",
                                   "If it was not, you need answer nothing else",
                                   Sort::choice,
                                   value_of(typed, "involvement"),
                                   {{"", "Yes"}, {"NOT_INVOLVED", "No, not at all"}}}};
  for (const auto& line : asked.lines) add_standards(questions, line, typed);
  questions.push_back({"strengths",
                       "What went well?",
                       "In your own agency's work. Name nobody",
                       Sort::area,
                       value_of(typed, "strengths"),
                       {}});
  questions.push_back(
      {"toChange", "What needs to change in your agency?", "", Sort::area, value_of(typed, "toChange"), {}});
  questions.push_back({"toChangeTogether",
                       "What needs to change in how agencies work together?",
                       "And what your agency did about it",
                       Sort::area,
                       value_of(typed, "toChangeTogether"),
                       {}});
  questions.push_back({"auditor", "Who did the audit?", "Name and role", Sort::line, value_of(typed, "auditor"), {}});
  return questions;
}

NameValues typed_of(const v1::AgencyAuditedCase& said) {
  NameValues typed;
  if (said.involvement() == v1::INVOLVEMENT_NOT_INVOLVED) typed.emplace_back("involvement", "NOT_INVOLVED");
  for (const auto& one : said.answers()) {
    typed.emplace_back(result_of + one.standard(), review::short_name_of(one.result(), v1::AuditResult_descriptor()));
    typed.emplace_back(why_of + one.standard(), one.why());
  }
  typed.emplace_back("strengths", said.strengths());
  typed.emplace_back("toChange", said.to_change());
  typed.emplace_back("toChangeTogether", said.to_change_together());
  typed.emplace_back("auditor", said.auditor());
  return typed;
}

NameValues typed_of_said(const json::value& said) {
  NameValues typed;
  if (text_in(said, "involvement") == "NOT_INVOLVED") typed.emplace_back("involvement", "NOT_INVOLVED");
  for (const auto& one : list_in(said, "answers")) {
    typed.emplace_back(result_of + text_in(one, "standard"), text_in(one, "result"));
    typed.emplace_back(why_of + text_in(one, "standard"), text_in(one, "why"));
  }
  for (const auto* name : texts) typed.emplace_back(name, text_in(said, name));
  return typed;
}

json::object draft_of(const AskedAudits& asked, const NameValues& typed) {
  json::object draft;
  for (const auto& name : names_of(asked)) {
    if (const auto value = value_of(typed, name); !value.empty()) draft[name] = value;
  }
  return draft;
}

NameValues typed_of(const json::object& draft) {
  NameValues typed;
  for (const auto& [name, value] : draft) {
    if (value.is_string()) typed.emplace_back(std::string(name), std::string(value.get_string()));
  }
  return typed;
}

json::object audit_said(const AskedAudits& asked, const std::string& audit_case, const NameValues& typed) {
  json::object said{{"auditCase", audit_case}};
  const bool involved = value_of(typed, "involvement") != "NOT_INVOLVED";
  said["involvement"] = involved ? "INVOLVED" : "NOT_INVOLVED";
  json::array answers;
  for (const auto& line : asked.lines) {
    for (const auto& standard : line.standards) {
      const auto result = value_of(typed, result_of + standard.id);
      if (result.empty() || !involved) continue;
      json::object answer{{"standard", standard.id}, {"result", result}};
      if (const auto why = value_of(typed, why_of + standard.id); !why.empty()) answer["why"] = why;
      answers.push_back(std::move(answer));
    }
  }
  if (!answers.empty()) said["answers"] = std::move(answers);
  for (const auto* name : texts) {
    if (const auto value = value_of(typed, name); !value.empty()) said[name] = value;
  }
  return said;
}

json::value audit_problem(const review::Refusal& refusal, const json::object& said) {
  json::array violations;
  for (const auto& one : refusal.violations) {
    violations.push_back(json::object{{"pointer", question_at(one.pointer, said)}, {"message", one.message}});
  }
  return json::object{{"detail", refusal.says}, {"violations", std::move(violations)}};
}

json::value audit_problem(const json::value& problem, const json::object& said) {
  json::array violations;
  for (const auto& one : list_in(problem, "violations")) {
    violations.push_back(
        json::object{{"pointer", question_at(text_in(one, "pointer"), said)}, {"message", text_in(one, "message")}});
  }
  return json::object{{"detail", text_in(problem, "detail")}, {"violations", std::move(violations)}};
}

}  // namespace reviewd
