#include "libreview/access/views_asked.hpp"

#include <algorithm>

#include "libreview/access/sight.hpp"

namespace review {

std::vector<const v1::CirculationFile*> views_asked(const Reader& reader, const v1::CaseFile& file, Date today) {
  std::vector<const v1::CirculationFile*> wanted;
  for (const auto& asked : file.circulations()) {
    const bool waits = std::ranges::any_of(asked.agencies(), [&](const std::string& agency) {
      return is_own_agency(reader, file, agency, today) &&
             std::ranges::none_of(file.views_given(), [&](const v1::ViewGivenFile& given) {
               return given.circulation() == asked.circulation() && is_same_agency(given.agency(), agency);
             });
    });
    if (waits) wanted.push_back(&asked);
  }
  return wanted;
}

bool view_wanted(const Reader& reader, const v1::CaseFile& file, std::string_view meeting, std::string_view agency) {
  if (left_item(file, reader.person, meeting)) return false;
  return std::ranges::none_of(file.views_given(), [&](const v1::ViewGivenFile& given) {
    return given.meeting() == meeting && is_same_agency(given.agency(), agency);
  });
}

}  // namespace review
