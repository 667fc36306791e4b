#include "reviewd/letters/letter_text.hpp"

#include <fmt/format.h>

#include "reviewd/letters/letter_words.hpp"

namespace reviewd {

LetterText::LetterText(const LetterFacts& facts, std::string title) {
  auto& paper = letter_.paper;
  paper.title = std::move(title);
  paper.above = "Case " + facts.of_case.case_();
  paper.marking = "OFFICIAL-SENSITIVE";
  paper.practice = facts.of_case.practice();
  const auto day = letter_day(facts.today.iso());
  paper.foot =
      fmt::format("Case {}, version {} of the record, {}", facts.of_case.case_(), facts.of_case.version(), day);
  say(
      fmt::format("Made on {} from version {} of the record. It holds what whoever made it may read, and nothing that "
                  "is not recorded. Read it before you send it.",
                  day, facts.of_case.version()));
}

std::vector<paper::Fact>& LetterText::last_facts() {
  auto& blocks = letter_.paper.blocks;
  if (blocks.empty() || !std::holds_alternative<paper::Facts>(blocks.back())) add(paper::Facts{});
  return std::get<paper::Facts>(blocks.back()).facts;
}

void LetterText::add(paper::Block block) { letter_.paper.blocks.push_back(std::move(block)); }

void LetterText::heading(const std::string& words) { add(paper::Heading{2, words}); }

void LetterText::part(const std::string& words) { add(paper::Heading{3, words}); }

void LetterText::say(const std::string& words) {
  if (!words.empty()) add(paper::Paragraph{words});
}

void LetterText::tell(const std::string& words, const std::string& what) { words.empty() ? missing(what) : say(words); }

void LetterText::need(const std::string& name, const std::string& value) {
  last_facts().push_back({name, value.empty() ? "Not recorded" : value});
  if (value.empty()) letter_.missing.push_back(name);
}

void LetterText::may(const std::string& name, const std::string& value) {
  if (!value.empty()) last_facts().push_back({name, value});
}

void LetterText::facts(std::vector<paper::Fact> facts) {
  if (!facts.empty()) add(paper::Facts{std::move(facts)});
}

void LetterText::table(paper::Table table, const std::string& what) {
  if (table.rows.empty()) return missing(what);
  add(std::move(table));
}

void LetterText::list(std::vector<std::string> items, const std::string& what) {
  if (items.empty()) return missing(what);
  add(paper::List{std::move(items)});
}

void LetterText::missing(const std::string& what) {
  add(paper::Paragraph{fmt::format("Not recorded: {}.", what), paper::Paragraph::Look::note});
  letter_.missing.push_back(what);
}

}  // namespace reviewd
