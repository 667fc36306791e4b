#include "libreview/desk/nearest.hpp"

#include <algorithm>
#include <utility>

#include "libreview/desk/stored.hpp"
#include "libreview/desk/what_became.hpp"
#include "libreview/learning/likeness.hpp"
#include "libreview/views/day_of.hpp"

namespace review {
namespace {

/// A recommendation that may be shown, with how like it is at most; where nothing can be kept from anybody, that is how
/// like it is.
struct Candidate {
  AlikeRow row;
  double at_most = 0;
};

struct Found {
  Likeness like;
  const v1::Entry* entry = nullptr;  ///< of the cases read
  SaidAt at;
};

bool comes_first(const Found& one, const Found& other) {
  if (one.like.measure != other.like.measure) return one.like.measure > other.like.measure;
  return one.at > other.at;
}

std::vector<Candidate> candidates(ReadCases& cases, const NearestWanted& wanted,
                                  const std::vector<TellingWord>& words) {
  const auto not_in = wanted.not_in.empty() ? std::string() : record_of(wanted.not_in);
  std::vector<Candidate> all;
  for (auto& row : cases.views().learned().alike({words, not_in, wanted.before}, cases.reader(), cases.today())) {
    const double at_most = row.may_be_covered ? most_likeness(words, row.words) : likeness(words, row.words).measure;
    if (in_percent(at_most) >= wanted.from) all.push_back({std::move(row), at_most});
  }
  std::ranges::stable_sort(all, [](const Candidate& one, const Candidate& other) {
    if (one.at_most != other.at_most) return one.at_most > other.at_most;
    return one.row.said.at > other.row.said.at;
  });
  return all;
}

/// Whether nothing that is yet to come can take the place of one of these.
bool is_enough(const std::vector<Found>& found, std::size_t most, double at_most) {
  return found.size() >= most && found[most - 1].like.measure > at_most;
}

}  // namespace

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
  std::vector<Found> found;
  for (const auto& candidate : candidates(cases, wanted, words)) {
    if (is_enough(found, wanted.most, candidate.at_most)) break;
    const auto& counted = cases.counted(reference_of(candidate.row.said.record));
    const auto* entry = entry_called(counted, candidate.row.said.entry);
    if (entry == nullptr || entry->recommendation_made().text() == words_under_embargo) continue;
    auto like = likeness(words, telling_words(entry->recommendation_made().text()));
    if (like.measure == 0 || in_percent(like.measure) < wanted.from) continue;
    Found one{std::move(like), entry, candidate.row.said.at};
    found.insert(std::ranges::upper_bound(found, one, comes_first), std::move(one));
  }
  if (found.size() > wanted.most) found.resize(wanted.most);
  std::vector<Earlier> shown;
  for (auto& one : found) {
    auto earlier = earlier_of(cases, *one.entry);
    earlier.alike = in_percent(one.like.measure);
    earlier.shared = std::move(one.like.shared);
    cases.note(earlier.case_id, *one.entry);
    shown.push_back(std::move(earlier));
  }
  return shown;
}

}  // namespace review
