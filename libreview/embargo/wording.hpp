#pragma once

#include <string_view>

#include "review/v1/proceedings.pb.h"

namespace review {

/// How letters and lists speak of abuse or neglect: by what proceedings found, and never by what was suspected first.
struct Wording {
  std::string_view about;     ///< `alleged abuse or neglect`: after `a review about`
  std::string_view sentence;  ///< a whole sentence that says how far it was decided
};

/// `finding` as `finding_of` gives it: while nothing is decided, it is alleged. Where proceedings did not find it, or
/// ended without deciding, no word of abuse or neglect stands in what is said of the case.
[[nodiscard]] Wording wording_for(v1::FactFinding finding);

}  // namespace review
