#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/access/embargoed.hpp"
#include "libreview/desk/desk.hpp"
#include "review/v1/case_file.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

/// What the reader may read through where a whole store is moved: every live embargo of the case. `blot` is of its
/// whole record.
[[nodiscard]] Embargoed all_open(const v1::CaseFile& file, const std::shared_ptr<const IdentityBlot>& blot);

/// Takes out of each entry what any of these keeps back.
void withhold_all(std::vector<v1::Entry>& entries, const std::vector<Embargoed>& embargoes);

/// How a read of something covered stands in the record of reads: `embargo/embargo-1`, with the document behind it
/// where it was one.
[[nodiscard]] std::string covered_read(std::string_view embargo, std::string_view document = {});

/// Notes for each embargo that the reader reads through that these entries hold something which it covers.
void note_covered(Desk& desk, const std::vector<v1::Entry>& shown, const Embargoed& embargoed);

}  // namespace review
