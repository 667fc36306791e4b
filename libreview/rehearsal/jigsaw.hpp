#pragma once

#include <string>
#include <vector>

#include "libreview/law/rehearsal_rules.hpp"
#include "libreview/rehearsal/stranger_text.hpp"
#include "review/v1/proceedings.pb.h"

namespace review {

/// What a case itself holds that a detail may be of.
struct CaseDetails {
  std::vector<std::string> days;    ///< of the incident and of deaths, whole or in part
  std::vector<std::string> areas;   ///< local authorities, as people write them
  std::vector<std::string> places;  ///< other places: towns, and what kind of place it was
};

/// Where a detail, or a word, stands in a text.
struct Mention {
  std::string place;
  TextExcerpt excerpt;  ///< where it stands first in this place
  int times = 1;        ///< in this place
};

/// A kind of detail that the texts hold.
struct JigsawKind {
  std::string id;
  std::string title;
  std::string advice;
  std::vector<Mention> mentions;
};

/// The kinds of detail that stand in the texts, in the order of the rules.
[[nodiscard]] std::vector<JigsawKind> jigsaw_kinds(const CaseDetails& details, const std::vector<StrangerText>& texts,
                                                   const RehearsalRules& rules);

/// Words that say more than was found.
struct WordingKind {
  std::string advice;
  std::vector<Mention> mentions;
};
/// `finding` as `finding_of` gives it. Proceedings that ended without deciding have not found it.
[[nodiscard]] std::vector<WordingKind> wording_kinds(v1::FactFinding finding, const std::vector<StrangerText>& texts,
                                                     const RehearsalRules& rules);

}  // namespace review
