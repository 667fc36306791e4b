#include "libreview/law/read_rehearsal.hpp"

#include <sstream>
#include <stdexcept>

#include "libreview/base/embedded.hpp"
#include "libreview/law/law_table.hpp"

namespace review {
namespace {

constexpr int thousand = 1000;

std::set<std::string> words(const std::string& text) {
  std::istringstream in(text);
  std::set<std::string> all;
  for (std::string word; in >> word;) all.insert(word);
  return all;
}

JigsawRule read_jigsaw(LawTable table) {
  JigsawRule rule{.id = table.text("id"),
                  .title = table.text("title"),
                  .advice = table.text("advice"),
                  .phrases = table.texts("phrases"),
                  .of = table.has("of") ? table.one_of("of", {"days", "places"}) : std::string()};
  if (rule.phrases.empty() == rule.of.empty()) table.refuse_at("id", "either phrases or what of the case it is");
  table.no_other_keys();
  return rule;
}

WordingRule read_wording(LawTable table) {
  WordingRule rule{.phrases = table.texts("phrases"), .unless = {}, .advice = table.text("advice")};
  for (auto& one : table.texts("unless")) {
    if (one != "ALLEGED" && one != "FOUND" && one != "NOT_FOUND") table.refuse_at("unless", one + " is not known");
    rule.unless.insert(std::move(one));
  }
  if (rule.phrases.empty()) table.refuse_at("phrases", "there is no phrase");
  table.no_other_keys();
  return rule;
}

std::vector<std::pair<std::string, std::string>> read_streets(LawTable& root) {
  std::vector<std::pair<std::string, std::string>> all;
  for (const auto& one : root.texts("streets")) {
    const auto colon = one.find(':');
    if (colon == std::string::npos) root.refuse_at("streets", one + " has no colon");
    all.emplace_back(one.substr(0, colon), colon == std::string::npos ? std::string() : one.substr(colon + 1));
  }
  return all;
}

RehearsalRules read(LawTable root) {
  RehearsalRules rules;
  rules.misspelt_letters = root.number("misspelt-letters");
  rules.misspelt_twice_letters = root.number("misspelt-twice-letters");
  rules.short_letters = root.number("short-letters");
  rules.jigsaw_kinds = root.number("jigsaw-kinds");
  rules.context = root.number("context");
  rules.most_characters = root.number("most-thousand-characters") * thousand;
  rules.cites = root.citations("cites");
  rules.grade = root.text("grade");
  rules.not_names = words(root.text("not-names"));
  rules.particles = words(root.text("particles"));
  rules.abbreviations = words(root.text("abbreviations"));
  rules.everyday = words(root.text("ordinary-words"));
  rules.ordinary = rules.everyday;
  rules.ordinary.merge(words(root.text("ordinary-names")));
  rules.streets = read_streets(root);
  rules.schools = words(root.text("schools"));
  for (auto& table : root.tables("jigsaw")) rules.jigsaw.push_back(read_jigsaw(table));
  for (auto& table : root.tables("wording")) rules.wording.push_back(read_wording(table));
  root.no_other_keys();
  return rules;
}

}  // namespace

Result<RehearsalRules> read_rehearsal(std::string_view text) {
  LawReading reading{.file = "rehearsal.toml"};
  const auto table = parse_law(text, reading);
  if (!table) return refuse(std::move(*reading.fault));
  auto rules = read(LawTable(*table, reading));
  if (reading.fault) return refuse(std::move(*reading.fault));
  return rules;
}

const RehearsalRules& rehearsal_rules() {
  static const RehearsalRules rules = [] {
    const auto text = embedded("law/england/rehearsal.toml");
    if (!text) throw std::logic_error("law/england/rehearsal.toml is not compiled in");
    auto read = read_rehearsal(*text);
    if (!read) throw std::logic_error("law/england: " + read.error().says);
    return std::move(*read);
  }();
  return rules;
}

}  // namespace review
