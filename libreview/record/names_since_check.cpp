#include "libreview/record/names_since_check.hpp"

#include <algorithm>
#include <iterator>

#include "libreview/calendar/instant.hpp"
#include "libreview/law/read_rehearsal.hpp"
#include "libreview/rehearsal/find_identity.hpp"
#include "libreview/rehearsal/text_words.hpp"

namespace review {
namespace {

/// Whether a check would have shown this, in the same words and as often.
bool was_shown(const std::vector<IdentityFinding>& shown, const IdentityFinding& found) {
  return std::ranges::any_of(shown, [&](const IdentityFinding& one) {
    return one.kind == found.kind && one.place == found.place && one.look == found.look && one.times >= found.times &&
           joined_letters(one.excerpt.match) == joined_letters(found.excerpt.match);
  });
}

}  // namespace

void KnownNames::put_own(const std::vector<v1::Entry>& entries, const std::string& check) {
  const auto at = std::ranges::find(entries, check, [](const v1::Entry& one) { return one.entry(); });
  const auto later = at == entries.end() ? at : std::next(at);
  put_identity({entries.begin(), later}, then_);
  put_identity({later, entries.end()}, since_);
}

void KnownNames::put_other(const std::vector<v1::Entry>& entries, const std::string& checked,
                           const std::string& until) {
  const auto check = parse_instant(checked);
  const auto end = parse_instant(until);
  std::vector<v1::Entry> then;
  std::vector<v1::Entry> since;
  for (const auto& entry : entries) {
    const auto recorded = parse_instant(entry.recorded_time());
    if (end && recorded && *recorded >= *end) continue;
    const bool before = check && recorded && *recorded < *check;
    (before ? then : since).push_back(entry);
  }
  put_identity(then, then_);
  put_identity(since, since_);
}

bool KnownNames::tells_more_of(const std::vector<StrangerText>& texts) const {
  if (since_.identities.empty()) return false;
  const auto& rules = rehearsal_rules();
  const auto shown = find_identity(then_.identities, texts, rules);
  auto all = then_.identities;
  all.insert(all.end(), since_.identities.begin(), since_.identities.end());
  const auto found = find_identity(all, texts, rules);
  return !std::ranges::all_of(found, [&](const IdentityFinding& one) { return was_shown(shown, one); });
}

}  // namespace review
