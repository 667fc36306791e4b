#include "libreview/desk/likest.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "libreview/desk/stored.hpp"
#include "libreview/learning/likeness.hpp"
#include "libreview/vocabulary/record_name.hpp"

namespace review {
namespace {

struct LikeRead {
  Likeness like;
  const v1::Entry* entry = nullptr;  ///< of the cases read
  SaidAt at;
};

bool comes_first(const LikeRead& one, const LikeRead& other) {
  if (one.like.measure != other.like.measure) return one.like.measure > other.like.measure;
  return one.at > other.at;
}

/// Whether nothing that is yet to come, which is no liker than this and of those as like no newer, can take the place
/// of one of these.
bool is_enough(const std::vector<LikeRead>& found, std::size_t most, const Candidate& next) {
  if (found.size() < most) return false;
  const auto& last = found[most - 1];
  if (last.like.measure != next.at_most) return last.like.measure > next.at_most;
  return last.at >= next.said.at;
}

/// How like the words it is as the reader reads it; nothing where they read less that is like them.
std::optional<LikeRead> read_like(ReadCases& cases, const Candidate& candidate, const std::vector<TellingWord>& words,
                                  int from) {
  const auto& counted = cases.counted(reference_of(candidate.said.record));
  const auto* entry = entry_called(counted, candidate.said.entry);
  if (entry == nullptr || entry->recommendation_made().text() == words_under_embargo) return std::nullopt;
  auto like = likeness(words, telling_words(entry->recommendation_made().text()));
  if (like.measure == 0 || in_percent(like.measure) < from) return std::nullopt;
  return LikeRead{std::move(like), entry, candidate.said.at};
}

}  // namespace

void put_in_order(std::vector<Candidate>& candidates) {
  std::ranges::stable_sort(candidates, [](const Candidate& one, const Candidate& other) {
    if (one.at_most != other.at_most) return one.at_most > other.at_most;
    return one.said.at > other.said.at;
  });
}

std::vector<Earlier> likest(ReadCases& cases, const std::vector<Candidate>& candidates,
                            const std::vector<TellingWord>& words, int from, std::size_t most) {
  std::vector<LikeRead> found;
  for (const auto& candidate : candidates) {
    if (is_enough(found, most, candidate)) break;
    auto one = read_like(cases, candidate, words, from);
    if (one) found.insert(std::ranges::upper_bound(found, *one, comes_first), std::move(*one));
  }
  if (found.size() > most) found.resize(most);
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

int count_like(ReadCases& cases, const std::vector<Candidate>& candidates, const std::vector<TellingWord>& words,
               int from) {
  v1::Entry recommended;
  recommended.mutable_recommendation_made();
  return static_cast<int>(std::ranges::count_if(candidates, [&](const Candidate& one) {
    return one.may_be_covered ? read_like(cases, one, words, from).has_value()
                              : cases.counts(reference_of(one.said.record), recommended);
  }));
}

}  // namespace review
