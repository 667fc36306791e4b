#include "libreview/desk/embargoed_case.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace review {

Embargoed all_open(const v1::CaseFile& file, const std::shared_ptr<const IdentityBlot>& blot) {
  Embargoed embargoed;
  for (const auto& embargo : file.embargoes()) {
    if (embargo.lifted()) continue;
    embargoed.open.push_back({file.case_(), embargo.embargo(), {}});
    auto& coverage = embargoed.open.back().coverage;
    cover(coverage, file, embargo);
    if (coverage.identity) coverage.blots.push_back(blot);
  }
  return embargoed;
}

void withhold_all(std::vector<v1::Entry>& entries, const std::vector<Embargoed>& embargoes) {
  for (const auto& embargoed : embargoes) {
    for (auto& entry : entries) static_cast<void>(withhold(entry, embargoed.kept));
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
