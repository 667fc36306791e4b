#include "libreview/law/read_prompts.hpp"

#include <optional>
#include <sstream>
#include <stdexcept>

#include "libreview/base/embedded.hpp"
#include "libreview/law/law_table.hpp"

namespace review {
namespace {

std::optional<LooksAt> find_looks_at(std::string_view name) {
  if (name == "text") return LooksAt::text;
  if (name == "who") return LooksAt::who;
  if (name == "by-when") return LooksAt::by_when;
  if (name == "measure") return LooksAt::measure;
  return std::nullopt;
}

std::set<std::string> words(const std::string& text) {
  std::istringstream in(text);
  std::set<std::string> all;
  for (std::string word; in >> word;) all.insert(word);
  return all;
}

Prompt read_prompt(LawTable table) {
  Prompt prompt{.id = table.text("id"),
                .looks_at = table.choice("looks-at", find_looks_at),
                .question = table.text("question"),
                .says = table.text("says"),
                .vague = table.texts("vague"),
                .acts = words(table.text_or_empty("acts")),
                .phrases = table.texts("phrases")};
  for (const auto& one : table.texts("of")) {
    if (one != "recommendation" && one != "action") table.refuse_at("of", one + " is not known");
    (one == "action" ? prompt.of_action : prompt.of_recommendation) = true;
  }
  if (prompt.vague.empty() != prompt.acts.empty()) table.refuse_at("id", "vague words and acts come together");
  table.no_other_keys();
  return prompt;
}

}  // namespace

Result<PromptRules> read_prompts(std::string_view text) {
  LawReading reading{.file = "prompts.toml"};
  const auto table = parse_law(text, reading);
  if (!table) return refuse(std::move(*reading.fault));
  LawTable root(*table, reading);
  PromptRules rules{.prompts = {}, .cites = root.citations("cites"), .grade = root.text("grade")};
  for (auto& one : root.tables("prompt")) rules.prompts.push_back(read_prompt(one));
  root.no_other_keys();
  if (reading.fault) return refuse(std::move(*reading.fault));
  return rules;
}

const PromptRules& prompt_rules() {
  static const PromptRules rules = [] {
    const auto text = embedded("law/england/prompts.toml");
    if (!text) throw std::logic_error("law/england/prompts.toml is not compiled in");
    auto read = read_prompts(*text);
    if (!read) throw std::logic_error("law/england: " + read.error().says);
    return std::move(*read);
  }();
  return rules;
}

}  // namespace review
