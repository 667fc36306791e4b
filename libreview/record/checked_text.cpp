#include "libreview/record/checked_text.hpp"

#include <algorithm>

#include "libreview/base/refuse_at.hpp"
#include "libreview/record/case_file.hpp"
#include "libreview/record/fold.hpp"

namespace review {
namespace {

/// The entry with the words: the draft itself, or the one that `target` corrected.
const v1::Entry* draft_behind(const std::vector<v1::Entry>& entries, const v1::Entry& target) {
  if (target.has_product_drafted()) return &target;
  if (!target.has_entry_corrected()) return nullptr;
  const auto draft = std::ranges::find(entries, target.entry_corrected().entry(), &v1::Entry::entry);
  return draft != entries.end() && draft->has_product_drafted() ? &*draft : nullptr;
}

/// Whether a check that counts was made while this draft was the newest version.
bool is_checked(const std::vector<v1::Entry>& entries, const v1::Entry& draft) {
  bool checked = false;
  static_cast<void>(fold(entries, [&](const v1::CaseFile& before, const v1::Entry& entry) {
    if (!entry.has_product_checked()) return;
    const auto* product = find_product(before, entry.product_checked().product());
    checked = checked || (product != nullptr && product->entry() == draft.entry());
  }));
  return checked;
}

}  // namespace

Result<void> checked_text_stands(const std::vector<v1::Entry>& entries, const v1::Entry& target,
                                 const v1::Entry& correction) {
  // A draft that goes altogether takes its check with it, which is asked of every later entry.
  if (correction.has_entry_withdrawn() && target.has_product_drafted()) return {};
  const auto* draft = draft_behind(entries, target);
  if (draft == nullptr || !is_checked(entries, *draft)) return {};
  return refuse_at(Code::not_in_this_stage,
                   "This version was checked for names as it stands. Draft another version, or withdraw the check "
                   "first.",
                   correction.has_entry_withdrawn() ? "/entryWithdrawn/entry" : "/entryCorrected/entry");
}

}  // namespace review
