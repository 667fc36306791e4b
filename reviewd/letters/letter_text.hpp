#pragma once

#include <string>
#include <utility>
#include <vector>

#include "reviewd/letters/letter.hpp"

namespace reviewd {

/// Puts a letter together. What the record has not is said where it should stand, and counted.
class LetterText {
 public:
  LetterText(const LetterFacts& facts, std::string title);

  void heading(const std::string& words);
  void part(const std::string& words);
  /// A paragraph; nothing where it is empty.
  void say(const std::string& words);
  /// The same; missing where it is empty: `what` as in `missing`.
  void tell(const std::string& words, const std::string& what);
  /// What it is called and what it says; missing where it says nothing.
  void need(const std::string& name, const std::string& value);
  /// The same; left out where it says nothing.
  void may(const std::string& name, const std::string& value);
  void facts(std::vector<paper::Fact> facts);
  /// A table; missing where it has no row.
  void table(paper::Table table, const std::string& what);
  void list(std::vector<std::string> items, const std::string& what);
  /// Says that it is not recorded: `what` in the middle of a sentence.
  void missing(const std::string& what);

  [[nodiscard]] Letter letter() && { return std::move(letter_); }

 private:
  void add(paper::Block block);
  /// The facts that stand last: one that follows them joins them.
  [[nodiscard]] std::vector<paper::Fact>& last_facts();

  Letter letter_;
};

}  // namespace reviewd
