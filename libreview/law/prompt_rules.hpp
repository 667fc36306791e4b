#pragma once

#include <set>
#include <string>
#include <vector>

#include "libreview/law/citation.hpp"

namespace review {

/// What is looked at to tell whether a question is answered.
enum class LooksAt { text, who, by_when, measure };

/// A question to whoever writes a recommendation or an action.
struct Prompt {
  std::string id;  ///< `specific`
  bool of_recommendation = false;
  bool of_action = false;
  LooksAt looks_at = LooksAt::text;
  std::string question;
  std::string says;                  ///< a sentence that helps the person write
  std::vector<std::string> vague;    ///< words in a row that say no act
  std::set<std::string> acts;        ///< words that name one, in small letters
  std::vector<std::string> phrases;  ///< words in a row of which one answers the question; `#` stands for a number
};

/// What `prompts.toml` holds.
struct PromptRules {
  std::vector<Prompt> prompts;
  std::vector<Citation> cites;
  std::string grade;
};

}  // namespace review
