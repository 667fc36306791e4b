#include "reviewd/api/own_hand.hpp"

#include <algorithm>

#include "libreview/record/conflicts.hpp"
#include "libreview/record/corrections.hpp"
#include "libreview/record/product_goes_out.hpp"
#include "libreview/registers/token_maker.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "reviewd/api/two_people_table.hpp"

namespace reviewd {
namespace {

namespace v1 = review::v1;

bool is_own_hand(const Call& call) {
  if (call.token == nullptr || call.storage.store().practice()) return true;
  return !review::is_made_by_another(call.storage.store(), *call.token);
}

bool takes_two_anywhere(const v1::Entry& entry) {
  const auto& kinds = two_people_kinds();
  const auto* kind = review::kind_of(entry);
  return kind != nullptr && std::ranges::find(kinds, kind->name) != kinds.end();
}

/// What cannot be found among what counts may be a correction, whose words stand elsewhere.
bool amends_what_takes_two(Call& call, const review::Recording& recording) {
  const auto id = review::corrected_entry(recording.entry);
  const auto entries = call.desk().entries_that_count(recording.case_id);
  const auto found = std::ranges::find(entries, id, [](const v1::Entry& one) { return one.entry(); });
  return found == entries.end() || takes_two_anywhere(*found) || found->has_case_sealed() ||
         found->has_conflict_declared();
}

/// A check for names, and sharing with those for whom it takes another person: where one of them is by another person
/// than who wrote the product, two have looked at it.
bool is_second_look(const Call& call, const v1::Entry& entry) {
  const auto& said = entry.has_entry_corrected() ? entry.entry_corrected().replacement() : entry;
  if (said.has_product_checked()) return true;
  const auto* form = call.desk().law().product_form(call.moment.today);
  return said.has_product_shared() && form != nullptr && review::is_asked_of_two(*form, said.product_shared());
}

bool takes_two(Call& call, const v1::CaseFile& file, const review::Recording& recording) {
  const auto& entry = recording.entry;
  if (is_second_look(call, entry)) return true;
  if (!review::corrected_entry(entry).empty()) return amends_what_takes_two(call, recording);
  if (entry.has_conflict_declared()) {
    const auto& declared = entry.conflict_declared();
    return declared.managed() < review::conflict_in(file, declared.person(), declared.meeting());
  }
  return takes_two_anywhere(entry) || (entry.has_case_sealed() && file.sealed());
}

}  // namespace

review::Result<void> by_own_hand(const Call& call) {
  if (is_own_hand(call)) return {};
  return review::refuse(review::Code::second_person_required,
                        "This takes two people, and another person made the access token that you use: nobody can tell "
                        "which of you acts. Sign in on the pages to take part.");
}

review::Result<void> by_own_hand_in_case(Call& call, const review::Recording& recording) {
  if (is_own_hand(call)) return {};
  const auto file = call.storage.views().find_for(call.reader, recording.case_id, call.moment.today);
  if (!file || !takes_two(call, *file, recording)) return {};
  return by_own_hand(call);
}

review::Result<void> by_own_hand_in_meeting(Call& call, const review::Recording& recording) {
  if (is_own_hand(call) || !recording.entry.has_item_conflict_declared()) return {};
  const auto shown = call.desk().show_meeting(recording.case_id, call.reader, call.moment);
  if (!shown) return {};
  const auto& declared = recording.entry.item_conflict_declared();
  const auto* item = review::find_item(shown->meeting, declared.item());
  if (item == nullptr) return {};
  const auto* earlier = review::conflict_of(*item, declared.person());
  const bool lets_in = earlier != nullptr && declared.managed() < earlier->managed;
  return item->left || lets_in ? by_own_hand(call) : review::Result<void>();
}

}  // namespace reviewd
