#include "libreview/access/withhold_drafts.hpp"

#include <algorithm>

#include "libreview/record/case_file.hpp"

namespace review {
namespace {

template <class List>
bool draws_on_any(const List& drawn, const std::set<std::string>& hidden) {
  return std::ranges::any_of(drawn, [&](const v1::DrawnOn& one) { return hidden.contains(one.of_case()); });
}

bool may_be_shown(const v1::Product& product, const std::string& draft) {
  if (product.entry() != draft) return false;
  const bool shared = std::ranges::any_of(
      product.shares(), [&](const v1::ProductShare& share) { return share.version() == product.version(); });
  return shared || (product.checked() && product.left() == 0);
}

}  // namespace

bool withhold_drafts(v1::Entry& entry, const v1::CaseFile& now, const std::set<std::string>& hidden,
                     ProductWords words) {
  if (hidden.empty()) return false;
  const bool corrects = entry.has_entry_corrected() && entry.entry_corrected().replacement().has_product_drafted();
  if (!corrects && !entry.has_product_drafted()) return false;
  auto& drafted = corrects ? *entry.mutable_entry_corrected()->mutable_replacement()->mutable_product_drafted()
                           : *entry.mutable_product_drafted();
  const auto* product = find_product(now, drafted.product());
  const bool of_hidden =
      draws_on_any(drafted.draws_on(), hidden) || (product != nullptr && draws_on_any(product->draws_on(), hidden));
  if (!of_hidden) return false;
  const auto& draft = corrects ? entry.entry_corrected().entry() : entry.entry();
  if (words == ProductWords::count && product != nullptr && may_be_shown(*product, draft)) return false;
  if (drafted.has_title()) drafted.set_title(std::string(words_before_check));
  for (auto& section : *drafted.mutable_sections()) section.set_text(std::string(words_before_check));
  drafted.clear_address();
  return true;
}

}  // namespace review
