#pragma once

#include "reviewd/api/monitoring_rounds.hpp"
#include "reviewd/api/paper_answer.hpp"

namespace reviewd {

/// Whose names stand in the papers of a round.
struct RoundNames {
  const AgencyNames& agencies;
  const review::Partnership& partnership;

  /// An agency, a body of the law or a group of the partnership, as people call it.
  [[nodiscard]] std::string of(const std::string& body) const;
};

/// For the group: what is late, off track or moved, who has not answered, what was escalated; action by action, with
/// the words that the reader may read.
[[nodiscard]] Paper exception_report(const RoundAsked& asked, const RoundFound& found, const RoundNames& names);

/// For the board: how many actions stand how, and what changed since the last round. No word of an action is in it.
[[nodiscard]] Paper headline_page(const RoundAsked& asked, const RoundFound& found, const RoundFound& last);

}  // namespace reviewd
