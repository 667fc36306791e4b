#pragma once

#include <set>
#include <string>
#include <string_view>

#include "review/v1/case_file.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

/// What stands where the words of a draft are kept back. It says the same whatever the draft draws on.
inline constexpr std::string_view words_before_check = "Not shown before it is checked for names";

/// Whether what an entry says counts, or a correction took its place.
enum class ProductWords { count, were_taken_back };

/// Takes its words out of an entry that drafts a learning product, or corrects such a draft, where the product draws on
/// a case or programme that is hidden from the reader: they may tell of it. They are shown once that version, the
/// newest, was checked with nothing left, or shared: those that count alone, never those that a correction took back,
/// which no check looked at. `now` is the record as it stands. Whether anything was taken out.
[[nodiscard]] bool withhold_drafts(v1::Entry& entry, const v1::CaseFile& now, const std::set<std::string>& hidden,
                                   ProductWords words);

}  // namespace review
