#pragma once

#include <set>
#include <string>
#include <vector>

#include "libreview/access/reader.hpp"
#include "libreview/meeting/meeting.hpp"

namespace review {

/// The items of a meeting that a reader does not get.
struct Withheld {
  std::set<std::string> gone;  ///< about a case that the reader may not see, or the reader is excluded: as if not there
  std::set<std::string> left;  ///< the reader has left the item: that there is one, and nothing of it

  [[nodiscard]] bool has(const std::string& item) const { return gone.contains(item) || left.contains(item); }
};

/// `visible` are the cases on the agenda that the reader may see. A token for some cases has no items about none.
[[nodiscard]] Withheld withheld_items(const Meeting& meeting, const Reader& reader,
                                      const std::set<std::string>& visible);

/// Whether a reader may know of a meeting at all: whoever sees every case, and whoever is invited, sat there, or chairs
/// it. A token for some cases opens of these only meetings that take one of them.
[[nodiscard]] bool sees_meeting(const Meeting& meeting, const Reader& reader, const std::set<std::string>& visible);

/// The meeting without what is withheld.
[[nodiscard]] Meeting disclose_meeting(Meeting meeting, const Withheld& withheld);

/// The entries without those about items that are withheld. Somebody who left an item keeps the declaration about
/// themself.
[[nodiscard]] std::vector<v1::Entry> disclose_meeting(const std::vector<v1::Entry>& entries, const Withheld& withheld,
                                                      const Reader& reader);

}  // namespace review
