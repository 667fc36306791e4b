#pragma once

#include <optional>

#include "libreview/law/rule_book.hpp"
#include "libreview/record/product_at_hand.hpp"
#include "libreview/record/reviewed_with.hpp"
#include "libreview/record/withdrawal_mirrors.hpp"
#include "review/v1/case_file.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

/// Where records are looked up, whoever may see them.
struct EveryRecord {
  FindCase find;
  ReadEntries read;
};

/// What bears on an entry by which a learning product is given to somebody; nothing for any other entry, and where
/// there is no such product. A correction is asked of what was known when the entry that it corrects was recorded; of
/// what it gives anew (`given_anew`), that entry is handed in. It reads more than the recorder may: no refusal that
/// rests on it may tell what was found, or where.
[[nodiscard]] std::optional<ProductAtHand> look_at_product(const v1::CaseFile& file, const v1::Entry& entry,
                                                           const EveryRecord& records, const RuleBook& law);

}  // namespace review
