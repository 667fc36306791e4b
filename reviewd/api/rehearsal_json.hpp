#pragma once

#include <boost/json/object.hpp>
#include <vector>

#include "libreview/rehearsal/identity.hpp"
#include "libreview/rehearsal/jigsaw.hpp"
#include "reviewd/documents/document_text.hpp"

namespace reviewd {

/// What a rehearsal found.
struct Rehearsed {
  std::vector<review::IdentityFinding> findings;
  std::vector<review::JigsawKind> jigsaw;  ///< only where there are so many kinds that they tell together
  std::vector<review::WordingKind> wording;
  DocumentText read;
};

[[nodiscard]] boost::json::object rehearsal_json(const Rehearsed& rehearsed);

}  // namespace reviewd
