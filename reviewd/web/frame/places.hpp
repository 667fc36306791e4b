#pragma once

#include <string_view>
#include <vector>

#include "reviewd/web/frame/page.hpp"

namespace reviewd {

/// Under which heading a place stands on the page of all places.
enum class PlaceGroup { cases, learning, standing, administration, own };

/// Somewhere that people go from wherever they are.
struct Place {
  enum class From {
    menu,   ///< the menu leads there
    more,   ///< the menu does too where all of these fit into it; otherwise the page of all places
    within  ///< it belongs to another place; the page of all places leads there at once
  };

  From from;
  PlaceGroup group;
  std::string_view words;
  std::string_view address;
  std::string_view about;  ///< what is there, in a few words
  bool (*opens)(const PageCall&);
  std::string_view also{};  ///< another address that belongs to it, with what is below
};

/// The address of the page of all places.
inline constexpr std::string_view all_places = "/more";

/// Every place that this person may open, in the order of the menu.
[[nodiscard]] std::vector<Place> places_of(const PageCall& call);

}  // namespace reviewd
