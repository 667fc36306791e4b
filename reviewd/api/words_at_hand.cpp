#include "reviewd/api/words_at_hand.hpp"

#include <algorithm>

#include "libreview/record/fold.hpp"

namespace reviewd {

WordsAtHand::OfCase& WordsAtHand::of(const std::string& case_id) {
  const auto [at, is_new] = cases_.try_emplace(case_id);
  if (is_new) {
    const auto read = call_.desk().entries(case_id, call_.reader, call_.moment, as_at_, review::Desk::Notes::asker);
    if (read) at->second.entries = review::effective(*read);
    // A reader to whom corrections are not told would get the words that one of them took back.
    std::erase_if(at->second.entries, [](const auto& one) { return one.has_corrected_by(); });
  }
  return at->second;
}

const review::v1::Entry* WordsAtHand::find(const std::string& case_id, const std::string& entry) {
  auto& read = of(case_id);
  const auto found = std::ranges::find_if(read.entries, [&](const auto& one) { return one.entry() == entry; });
  if (entry.empty() || found == read.entries.end()) return nullptr;
  read.shown.push_back(*found);
  return &*found;
}

void WordsAtHand::note() {
  for (const auto& [case_id, read] : cases_) {
    if (!read.shown.empty()) call_.desk().note_entries(case_id, read.shown, call_.reader, call_.moment);
  }
}

}  // namespace reviewd
