#include "libreview/rehearsal/find_identity.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "libreview/rehearsal/identity_hits.hpp"

namespace review {
namespace {

/// Without those inside a longer one.
std::vector<IdentityHit> outermost(std::vector<IdentityHit> hits) {
  std::stable_sort(hits.begin(), hits.end(), [](const IdentityHit& one, const IdentityHit& other) {
    return std::make_tuple(one.from, other.to) < std::make_tuple(other.from, one.to);
  });
  std::vector<IdentityHit> kept;
  std::size_t reached = 0;        // by those that began before
  std::size_t longest_here = 0;   // of those that begin where the last one did, which comes first
  std::optional<std::size_t> at;  // where that is
  for (auto& hit : hits) {
    if (at != hit.from) {
      reached = std::max(reached, longest_here);
      longest_here = hit.to;
      at = hit.from;
    }
    if (hit.to > reached && hit.to == longest_here) kept.push_back(std::move(hit));
  }
  return kept;
}

/// How much it says: of two readings of the same letters the surer is told. What is to be looked at comes last; else it
/// goes by how it is written.
std::pair<bool, int> sureness(const IdentityHit& hit) {
  const bool whole = hit.how == Writing::exact || hit.how == Writing::possessive;
  return {!hit.look, whole ? 2 : hit.how == Writing::misspelt ? 0 : 1};
}

/// One finding for all that stands at the same letters, with everybody whose it may be.
std::vector<IdentityHit> joined(const std::vector<IdentityHit>& hits) {
  std::map<std::tuple<std::size_t, std::size_t, IdentityKind>, IdentityHit> by_place;
  for (const auto& hit : hits) {
    auto& kept = by_place.try_emplace({hit.from, hit.to, hit.kind}, hit).first->second;
    auto whose = kept.whose;
    whose.insert(hit.whose.begin(), hit.whose.end());
    if (sureness(hit) > sureness(kept)) kept = hit;
    kept.whose = std::move(whose);
  }
  std::vector<IdentityHit> all;
  for (auto& [place, hit] : by_place) all.push_back(std::move(hit));
  return all;
}

}  // namespace

std::vector<IdentityFinding> find_identity(const std::vector<Identity>& identities,
                                           const std::vector<StrangerText>& texts, const RehearsalRules& rules) {
  std::vector<IdentityFinding> findings;
  std::map<std::tuple<std::string, IdentityKind, Writing, bool, std::set<std::string>, std::string>, std::size_t> told;
  HitSearch search(identities, texts, rules);
  for (const auto& text : texts) {
    for (const auto& hit : joined(outermost(search.hits(text)))) {
      const auto [same, is_new] =
          told.try_emplace({text.place, hit.kind, hit.how, hit.look, hit.whose, hit.letters}, findings.size());
      if (!is_new) {
        ++findings[same->second].times;
        continue;
      }
      findings.push_back({.kind = hit.kind,
                          .how = hit.how,
                          .place = text.place,
                          .excerpt = excerpt_of(text.text, hit.from, hit.to, rules.context),
                          .whose = {hit.whose.begin(), hit.whose.end()},
                          .times = 1,
                          .look = hit.look});
    }
  }
  return findings;
}

}  // namespace review
