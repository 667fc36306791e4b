#pragma once

#include <string>
#include <vector>

#include "libreview/law/citation.hpp"

namespace review {

/// From when on two recommendations, or two rows of chronologies, are taken to say the same.
struct LikenessRule {
  std::string of;  ///< `nearest`: worth showing; `repeated`: all but equal; `same-event`: of chronologies
  int percent;     ///< so like at least
  std::vector<Citation> references;  ///< what it stands on, as `law_check` checks it
  std::string grade;                 ///< as in `ClockVersion`
  std::string note;
};

}  // namespace review
