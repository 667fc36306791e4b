#include "reviewd/web/programme/audit_words.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>

#include "reviewd/web/words/choice_words.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

std::string found_in(const std::map<std::string, std::string>& words, const std::string& name) {
  const auto found = words.find(name);
  return found == words.end() || found->second.empty() ? name_words(name) : found->second;
}

}  // namespace

AuditWords::AuditWords(const json::value& audit, const Register& known) : known_(known) {
  const json::value design = object_in(audit, "design");
  const json::value said = object_in(design, "said");
  for (const auto& one : list_in(said, "priorities")) priorities_[text_in(one, "id")] = text_in(one, "title");
  for (const auto& one : list_in(said, "lines")) lines_[text_in(one, "id")] = text_in(one, "question");
  for (const auto& one : list_in(said, "criteria")) criteria_[text_in(one, "id")] = text_in(one, "text");
  for (const auto& one : list_in(audit, "standards")) {
    const auto number = number_in(one, "number");
    const auto text = text_in(one, "text");
    standards_[text_in(one, "standard")] = number == 0 ? text : fmt::format("{}. {}", number, text);
  }
}

std::string AuditWords::priority(const std::string& name) const { return found_in(priorities_, name); }
std::string AuditWords::line(const std::string& name) const { return found_in(lines_, name); }
std::string AuditWords::standard(const std::string& name) const { return found_in(standards_, name); }
std::string AuditWords::criterion(const std::string& name) const { return found_in(criteria_, name); }

std::string reached_words(const json::value& tally) {
  const auto of = number_in(tally, "applicable");
  if (of > 0) return fmt::format("{} of {} ({}%)", number_in(tally, "reached"), of, number_in(tally, "percent"));
  if (number_in(tally, "unanswered") > 0) return "Not answered yet";
  return number_in(tally, "notApplicable") > 0 ? "Not applicable" : "No involvement";
}

}  // namespace reviewd
