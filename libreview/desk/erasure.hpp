#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace review {

/// What goes with an erasure. The words of an entry stand in its corrections too, and a document goes with all its
/// versions.
struct Erasure {
  std::vector<std::string> entries;                          ///< of the case, oldest first
  std::set<std::string> documents;                           ///< of the case, by name
  std::set<std::string> requests;                            ///< the entries that asked agencies for a return
  std::vector<std::pair<std::string, std::string>> meeting;  ///< record and entry: what meetings said of a whole case
};

}  // namespace review
