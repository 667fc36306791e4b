#pragma once

#include <functional>
#include <vector>

#include "reviewd/api/shown_pack.hpp"

namespace reviewd {

/// What is made of the yearly report. It needs no store, and is made where nobody waits for the store.
using OfPack = std::function<Response(const ShownPack&)>;
/// What is made of its tables before anything is left out, in the call of the last part: what it notes as shown is on
/// record before the answer leaves.
using OfTables = std::function<Response(Call&, const std::vector<review::FigureTable>&)>;

/// An answer that is made of the yearly report, for which every record is folded anew, in parts. Which numbers are left
/// out is worked out apart from the store, once it is all there.
[[nodiscard]] Response pack_in_parts(Call& call, PackAsked asked, OfPack make);
[[nodiscard]] Response tables_in_parts(Call& call, PackAsked asked, OfTables make);

}  // namespace reviewd
