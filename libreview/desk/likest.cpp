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
  return last.at >= next.row.said.at;
}

/// How like the words it is as the reader reads it; nothing where they read less that is like them.
std::optional<LikeRead> read_like(ReadCases& cases, const Candidate& candidate, const std::vector<TellingWord>& words,
                                  int from) {
  const auto& counted = cases.counted(reference_of(candidate.row.said.record));
  const auto* entry = entry_called(counted, candidate.row.said.entry);
  if (entry == nullptr || entry->recommendation_made().text() == words_under_embargo) return std::nullopt;
  auto like = likeness(words, telling_words(entry->recommendation_made().text()));
  if (like.measure == 0 || in_percent(like.measure) < from) return std::nullopt;
  return LikeRead{std::move(like), entry, candidate.row.said.at};
}

/// Recommendations are read by the role alone: none has to be looked at to count it.
bool may_be_counted(ReadCases& cases, const Candidate& candidate) {
  v1::Entry recommended;
  recommended.mutable_recommendation_made();
  return cases.reads(reference_of(candidate.row.said.record), recommended);
}

}  // namespace

std::vector<Candidate> candidates_among(std::vector<AlikeRow> rows, const std::vector<TellingWord>& words, int from) {
  std::vector<Candidate> all;
  for (auto& row : rows) {
    const double at_most = row.may_be_covered ? most_likeness(words, row.words) : likeness(words, row.words).measure;
    if (in_percent(at_most) >= from) all.push_back({std::move(row), at_most});
  }
  std::ranges::stable_sort(all, [](const Candidate& one, const Candidate& other) {
    if (one.at_most != other.at_most) return one.at_most > other.at_most;
    return one.row.said.at > other.row.said.at;
  });
  return all;
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
  return static_cast<int>(std::ranges::count_if(candidates, [&](const Candidate& one) {
    return one.row.may_be_covered ? read_like(cases, one, words, from).has_value() : may_be_counted(cases, one);
  }));
}

}  // namespace review
