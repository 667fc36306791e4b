#include "libreview/desk/nearest.hpp"

#include <utility>

#include "libreview/desk/likest.hpp"
#include "libreview/desk/what_became.hpp"
#include "libreview/views/day_of.hpp"
#include "libreview/vocabulary/record_name.hpp"

namespace review {
Earlier earlier_of(ReadCases& cases, const v1::Entry& made) {
  const auto& said = made.recommendation_made();
  return {.case_id = made.case_(),
          .recommendation = said.recommendation(),
          .entry = made.entry(),
          .made_on = day_of(made),
          .text = said.text(),
          .to = {said.to().begin(), said.to().end()},
          .themes = {said.themes().begin(), said.themes().end()},
          .state = what_became(cases, made.case_(), said.recommendation())};
}

std::vector<Earlier> nearest(ReadCases& cases, const NearestWanted& wanted) {
  const auto words = telling_words(wanted.text);
  const auto not_in = wanted.not_in.empty() ? std::string() : record_of(wanted.not_in);
  auto rows = cases.views().learned().alike({words, not_in}, cases.reader(), cases.today());
  return likest(cases, candidates_among(std::move(rows), words, wanted.from), words, wanted.from, wanted.most);
}

}  // namespace review
