#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libreview/access/embargoed.hpp"
#include "libreview/desk/desk.hpp"
#include "libreview/views/views.hpp"
#include "review/v1/case_file.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

/// See `embargoed_for`.
[[nodiscard]] Embargoed embargoed_in(Views& views, const v1::CaseFile& file, const Reader& reader, Date today);

/// What the reader may read through where a whole store is moved: every live embargo of the case.
void open_all(Embargoed& embargoed, const v1::CaseFile& file);

/// How a read of something covered stands in the record of reads: `embargo/embargo-1`, with the document behind it
/// where it was one.
[[nodiscard]] std::string covered_read(std::string_view embargo, std::string_view document = {});

/// Notes for each embargo that the reader reads through that these entries hold something which it covers.
void note_covered(Desk& desk, const std::vector<v1::Entry>& shown, const Embargoed& embargoed);

}  // namespace review
