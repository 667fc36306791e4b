#pragma once

#include <string>
#include <vector>

#include "libreview/calendar/date.hpp"
#include "libreview/law/citation.hpp"

namespace review {

/// A heading of a learning product.
struct ProductHeading {
  std::string id;     ///< `why-it-matters`
  std::string title;  ///< as readers see it
  std::string hint;   ///< for who writes
};

/// The form of products that are drafted from a day on, until a later version.
struct ProductForm {
  Date from;
  std::vector<ProductHeading> headings;  ///< in their order; a seven-minute briefing fills each
  int most_characters = 0;               ///< of all that stands under them: longer is not read in one go
  std::vector<Citation> references;      ///< what it stands on, as `law_check` checks it
  std::vector<std::string> cites;        ///< the same, as people read it
  std::string grade;                     ///< as in `ClockVersion`
  std::string note;
};

}  // namespace review
