#include "libreview/desk/nearest.hpp"

#include <utility>

#include "libreview/desk/likest.hpp"
#include "libreview/desk/what_became.hpp"
#include "libreview/learning/likeness.hpp"
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
  std::vector<Candidate> candidates;
  for (auto& row : cases.views().learned().alike({words, not_in}, cases.reader(), cases.today())) {
    const double at_most = row.may_be_covered ? most_likeness(words, row.words) : likeness(words, row.words).measure;
    if (in_percent(at_most) >= wanted.from) candidates.push_back({std::move(row.said), row.may_be_covered, at_most});
  }
  put_in_order(candidates);
  return likest(cases, candidates, words, wanted.from, wanted.most);
}

}  // namespace review
