#pragma once

#include <set>
#include <string>

namespace review {

/// What bears on giving a learning product to others and no folded record says, as it is when that is recorded.
struct ProductAtHand {
  std::set<std::string> wrote{};  ///< who drafted the newest version, or corrected that draft, bare
  std::string checked_by{};       ///< who checked it as it stands; empty where nobody did
  bool outgrown = false;          ///< the check did not look for everything that by now tells who somebody is
  bool held_beside = false;  ///< an embargo on the report stands in a case that is reviewed with one of its sources
};

}  // namespace review
