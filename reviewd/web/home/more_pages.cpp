#include <array>
#include <utility>

#include "reviewd/web/form/sections.hpp"
#include "reviewd/web/frame/page.hpp"
#include "reviewd/web/frame/places.hpp"

namespace reviewd {
namespace {

constexpr std::array<std::pair<PlaceGroup, std::string_view>, 5> headings{
    {{PlaceGroup::cases, "Cases, meetings and dates"},
     {PlaceGroup::learning, "Learning, and what came of it"},
     {PlaceGroup::standing, "Where things stand"},
     {PlaceGroup::administration, "Agencies and administration"},
     {PlaceGroup::own, "For you"}}};

Response more_page(PageCall& call) {
  const auto places = places_of(call);
  PlainPage page{.title = "All pages"};
  for (const auto& [group, heading] : headings) {
    Section section{.heading = std::string(heading)};
    for (const auto& place : places) {
      if (place.group != group) continue;
      section.links.push_back({std::string(place.words), std::string(place.address), "", "", std::string(place.about)});
    }
    if (!section.links.empty()) page.sections.push_back(std::move(section));
  }
  return sections_page(call, page);
}

}  // namespace

std::vector<Page> more_pages() { return {{"GET", std::string(all_places), "morePage", Use::read, more_page}}; }

}  // namespace reviewd
