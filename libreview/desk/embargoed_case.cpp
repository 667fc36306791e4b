#include "libreview/desk/embargoed_case.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/views/find_in.hpp"

namespace review {

Embargoed embargoed_in(Views& views, const v1::CaseFile& file, const Reader& reader, Date today) {
  return embargoed_for(reader, file, reviewed_with(file, find_in(views)), today);
}

void open_all(Embargoed& embargoed, const v1::CaseFile& file) {
  embargoed = {};
  for (const auto& embargo : file.embargoes()) {
    if (embargo.lifted()) continue;
    embargoed.open.push_back({file.case_(), embargo.embargo(), {}});
    cover(embargoed.open.back().coverage, file, embargo);
  }
}

std::string covered_read(std::string_view embargo, std::string_view document) {
  return document.empty() ? fmt::format("embargo/{}", embargo) : fmt::format("embargo/{}/{}", embargo, document);
}

void note_covered(Desk& desk, const std::vector<v1::Entry>& shown, const Embargoed& embargoed) {
  for (const auto& one : embargoed.open) {
    const bool covered = std::ranges::any_of(
        shown, [&](const v1::Entry& entry) { return !entry.hidden() && holds_covered(entry, one.coverage); });
    if (covered) desk.note_shown(one.case_id, covered_read(one.embargo));
  }
}

}  // namespace review
