#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "libreview/figures/figure_table.hpp"
#include "libreview/learning/evidence.hpp"
#include "reviewd/api/words_at_hand.hpp"

namespace reviewd {

/// A table of figures that nothing is left out of.
[[nodiscard]] boost::json::object whole_table_json(const review::FigureTable& table);
/// Actions that were looked at for evidence, with their words as far as the reader may read them.
[[nodiscard]] boost::json::array actions_evidence_json(const std::vector<review::ActionEvidence>& actions,
                                                       WordsAtHand& words);
/// A finding with its words as far as the reader may read them.
[[nodiscard]] boost::json::object placed_finding_json(const review::PlacedFinding& placed, WordsAtHand& words);
/// Which finding bears on which, with the words of both as far as the reader may read them.
[[nodiscard]] boost::json::array bearings_json(const std::vector<review::PlacedBearing>& bearings, WordsAtHand& words);
/// A recommendation by its name, with its words as far as the reader may read them.
[[nodiscard]] boost::json::object recommendation_named_json(const review::PlacedRecommendation& placed,
                                                            WordsAtHand& words);
/// Those that bear, and those that they bear on, are shown: notes that.
void note_bearings(Call& call, const std::vector<review::PlacedBearing>& bearings);
/// The questions of surveys, each with its rounds. What is shown of them is noted as read.
[[nodiscard]] boost::json::array questions_json(const std::vector<review::QuestionEvidence>& questions,
                                                WordsAtHand& words);

}  // namespace reviewd
