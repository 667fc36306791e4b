#include "libreview/record/look_at_product.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "libreview/record/case_file.hpp"
#include "libreview/record/days.hpp"
#include "libreview/record/fold.hpp"
#include "libreview/record/names_since_check.hpp"
#include "libreview/record/product_embargo.hpp"
#include "libreview/record/product_words.hpp"

namespace review {
namespace {

using Entries = std::vector<v1::Entry>;

/// Where a product stands in its record: its newest draft, and the check of that.
struct NewestVersion {
  const v1::Entry* draft = nullptr;
  const v1::Entry* check = nullptr;
};

const v1::Entry* entry_named(const Entries& entries, const std::string& id) {
  const auto found = std::ranges::find(entries, id, [](const v1::Entry& one) { return one.entry(); });
  return found == entries.end() ? nullptr : &*found;
}

/// The product that an entry gives to somebody; null where it gives none.
const std::string* given_product(const v1::Entry& entry) {
  const auto& said = entry.has_entry_corrected() ? entry.entry_corrected().replacement() : entry;
  if (said.has_product_shared()) return &said.product_shared().product();
  return said.has_learning_event_held() ? &said.learning_event_held().product() : nullptr;
}

/// The record before the entry that a correction names; whole where nothing is corrected.
Entries known_then(Entries entries, const v1::Entry& entry) {
  if (!entry.has_entry_corrected()) return entries;
  const auto* target = entry_named(entries, entry.entry_corrected().entry());
  if (target != nullptr) entries.resize(static_cast<std::size_t>(target - entries.data()));
  return entries;
}

NewestVersion newest_of(const Entries& counted, const std::string& product) {
  NewestVersion newest;
  int version = 0;
  for (const auto& entry : counted) {
    if (entry.has_product_drafted() && entry.product_drafted().product() == product) {
      newest = {&entry, nullptr};
      ++version;
    } else if (entry.has_product_checked() && entry.product_checked().product() == product) {
      const auto& checked = entry.product_checked();
      if (!checked.has_version() || checked.version() == version) newest.check = &entry;
    }
  }
  return newest;
}

const std::string& recorder_of(const v1::Entry& entry) {
  return entry.source().has_recorded_by() ? entry.source().recorded_by() : entry.recorded_by();
}

std::set<std::string> writers_of(const Entries& entries, const std::string& draft) {
  std::set<std::string> all;
  for (const auto& entry : entries) {
    const bool corrects = entry.has_entry_corrected() && entry.entry_corrected().entry() == draft;
    if (corrects || entry.entry() == draft) all.insert(recorder_of(entry));
  }
  return all;
}

bool has_outgrown(const Entries& own, const NewestVersion& newest, const v1::Product& product,
                  const EveryRecord& records, const RuleBook& law, const std::string& until) {
  const auto drafted_on = whole_day(newest.draft->occurred_on());
  const auto texts = texts_of_product(product.product(), newest.draft->product_drafted(),
                                      drafted_on ? law.product_form(*drafted_on) : nullptr);
  KnownNames known;
  known.put_own(own, newest.check->entry());
  for (const auto& drawn : product.draws_on())
    known.put_other(records.read(drawn.of_case()), newest.check->recorded_time(), until);
  return known.tells_more_of(texts);
}

}  // namespace

std::optional<ProductAtHand> look_at_product(const v1::CaseFile& file, const v1::Entry& entry,
                                             const EveryRecord& records, const RuleBook& law) {
  const auto* named = given_product(entry);
  if (named == nullptr) return std::nullopt;
  const auto whole = records.read(file.case_());
  const auto own = known_then(whole, entry);
  const auto there = own.size() == whole.size() ? file : fold(own);
  const bool only = named->empty() && there.products_size() == 1;
  const auto* product = find_product(there, only ? there.products(0).product() : *named);
  if (product == nullptr) return std::nullopt;
  ProductAtHand at_hand;
  at_hand.held_beside = !entry.has_entry_corrected() && embargo_on(there, *product, records.find).beside;
  const auto counted = effective(own);
  const auto newest = newest_of(counted, product->product());
  if (newest.draft == nullptr) return at_hand;
  at_hand.wrote = writers_of(own, newest.draft->entry());
  if (newest.check == nullptr) return at_hand;
  if (const auto* check = entry_named(own, newest.check->entry())) at_hand.checked_by = recorder_of(*check);
  const auto until = own.size() == whole.size() ? std::string() : whole[own.size()].recorded_time();
  at_hand.outgrown = has_outgrown(own, newest, *product, records, law, until);
  return at_hand;
}

}  // namespace review
