#pragma once

#include <array>
#include <string>
#include <string_view>
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

/// Whom a product goes to: to agencies by name, to groups of the partnership, to everybody.
inline constexpr std::array<std::string_view, 3> product_audiences = {"agencies", "groups", "public"};

/// The form of products that are drafted from a day on, until a later version.
struct ProductForm {
  Date from;
  std::vector<ProductHeading> headings;          ///< in their order; a seven-minute briefing fills each
  int most_characters = 0;                       ///< of all that stands under them: longer is not read in one go
  std::vector<std::string> second_person_for{};  ///< `public`: of whom it takes another person than who wrote it
  std::vector<Citation> references;              ///< what it stands on, as `law_check` checks it
  std::vector<std::string> cites;                ///< the same, as people read it
  std::string grade;                             ///< as in `ClockVersion`
  std::string note;
};

}  // namespace review
