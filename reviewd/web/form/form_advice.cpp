#include "reviewd/web/form/form_advice.hpp"

#include <fmt/format.h>

#include <boost/json/object.hpp>

#include "libreview/law/read_prompts.hpp"
#include "libreview/learning/advise.hpp"
#include "reviewd/web/words/members.hpp"

namespace reviewd {
namespace {

namespace json = boost::json;

json::object row(const std::string& question, const std::string& says, const std::string& found) {
  return {{"question", question}, {"says", found.empty() ? says : fmt::format("You wrote “{}”. {}", found, says)}};
}

review::DraftWords draft_typed(const review::Kind& kind, const Typed& typed) {
  const auto filled = [&](const char* field) { return !typed.is_blank(kind.json + "." + field); };
  const auto text = [&](const char* field) { return typed.first(kind.json + "." + field); };
  if (kind.name == "recommendation-made") return {false, text("text"), filled("to"), false, {}};
  return {true, text("what"), filled("person"), filled("dueOn"), text("measure")};
}

}  // namespace

bool takes_advice(const review::Kind& kind) {
  return kind.name == "recommendation-made" || kind.name == "action-agreed";
}

json::array advice_on(const review::Kind& kind, const Typed& typed) {
  json::array rows;
  if (!takes_advice(kind)) return rows;
  for (const auto& one : review::advise(draft_typed(kind, typed), review::prompt_rules())) {
    rows.push_back(row(one.question, one.says, one.found));
  }
  return rows;
}

json::array advice_in(const json::value& preview) {
  json::array rows;
  for (const auto& one : list_in(preview, "advice")) {
    rows.push_back(row(text_in(one, "question"), text_in(one, "says"), text_in(one, "found")));
  }
  return rows;
}

}  // namespace reviewd
