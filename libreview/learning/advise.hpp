#pragma once

#include <optional>
#include <string>
#include <vector>

#include "libreview/law/prompt_rules.hpp"
#include "review/v1/entries.pb.h"

namespace review {

/// A recommendation or an action as it is being written.
struct DraftWords {
  bool is_action = false;
  std::string text{};     ///< what is recommended, or to be done
  bool has_who = false;   ///< somebody is named who does it
  bool has_day = false;   ///< a day is given
  std::string measure{};  ///< of an action, how anybody will know
};

/// What is asked of the draft: advice, never a refusal.
struct Advice {
  std::string id;  ///< of the prompt
  std::string question;
  std::string says;
  std::string found;  ///< the words that say no act, as they stand; empty where nothing was found
};

/// The draft in an entry; nothing where it makes no recommendation and agrees no action.
[[nodiscard]] std::optional<DraftWords> draft_of(const v1::Entry& entry);

/// The questions that the draft leaves open, in the order of the rules. Of a draft without words nothing is asked.
[[nodiscard]] std::vector<Advice> advise(const DraftWords& draft, const PromptRules& rules);

}  // namespace review
