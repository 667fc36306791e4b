#include "libreview/law/known_names.hpp"

#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/milestones.hpp"

namespace review {

Names kind_names() {
  Names names;
  for (const auto& kind : every_kind()) names.insert(kind.name);
  return names;
}

Names milestone_names() {
  Names names;
  for (const auto& milestone : derived_milestones()) names.emplace(milestone.name);
  return names;
}

}  // namespace review
