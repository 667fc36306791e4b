#pragma once

#include "reviewd/web/publication/publication_view.hpp"

namespace reviewd {

/// Puts into a view what a day of publication would mean: what speaks against it, and, where somebody asked, what would
/// move. True where anything does: nobody saves such a day unseen.
bool put_day_seen(View& view, const PublicationFacts& facts);

}  // namespace reviewd
