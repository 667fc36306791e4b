#pragma once

#include <set>
#include <string>
#include <vector>

#include "libreview/calendar/date.hpp"
#include "review/v1/case_file.pb.h"

namespace review {

/// What a letter about a late publication is made of: nothing that is sealed, and nobody's name.
struct DelayFacts {
  const v1::CaseFile& file;
  const v1::ReviewFile& review;
  std::string partnership;      ///< who writes
  std::string panel_reference;  ///< the Panel's own; empty where none was recorded
  std::string time;             ///< that the law gives for it: `6 months`; empty where no law of then says so
  std::string decided_on;       ///< ISO; the day that this time counts from, empty where it is not known
  std::string due_on;           ///< ISO; the end of this time, empty where it is not computed
  int captured = 0;             ///< findings whose learning was recorded
  int briefings = 0;            ///< briefings that were shared
  Date written_on;
  std::vector<v1::CaseFile> others{};  ///< the other cases that the review covers: what holds one holds all
  std::set<std::string> hidden{};      ///< those of them that who drafts the letter does not see
};

/// The letter to the Panel and the Secretary of State, and the facts that it rests on, a sentence each. It says what
/// holds publication and since when, what was done meanwhile, and when publication is expected; it speaks of what
/// happened as `wording_for` has it. It names no other case, and says of a hidden one only that something there holds
/// publication. Somebody reads it before it is sent.
struct DelayLetter {
  std::string text;
  std::vector<std::string> facts;
};
[[nodiscard]] DelayLetter delay_letter(const DelayFacts& facts);

}  // namespace review
