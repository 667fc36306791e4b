#include "libreview/record/rounds_elsewhere.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "libreview/base/refuse_at.hpp"

namespace review {
namespace {

/// The group whose rounds the record is of once the entry is recorded, and where that is said; nothing where the entry
/// changes nothing of it.
std::pair<std::string, std::string> group_of(const v1::CaseFile& file, const v1::Entry& entry) {
  if (entry.has_entry_corrected() && entry.entry_corrected().has_replacement()) {
    auto [group, at] = group_of(file, entry.entry_corrected().replacement());
    return {group, "/entryCorrected/replacement" + at};
  }
  if (entry.has_monitoring_round_held())
    return {entry.monitoring_round_held().monitored_by(), "/monitoringRoundHeld/monitoredBy"};
  const auto& rounds = file.programme().rounds();
  if (entry.has_programme_reopened() && !rounds.empty()) return {rounds[0].monitored_by(), "/programmeReopened"};
  return {};
}

}  // namespace

Result<void> rounds_elsewhere(const v1::CaseFile& file, const v1::Entry& entry, const OpenRounds& rounds,
                              const FindCase& find) {
  const auto [group, at] = group_of(file, entry);
  if (group.empty()) return {};
  const auto open = rounds();
  const auto other = std::ranges::find_if(open, [&group = group, &file](const v1::CaseFile& one) {
    return one.case_() != file.case_() &&
           std::ranges::any_of(one.programme().rounds(),
                               [&](const v1::RoundHeld& round) { return round.monitored_by() == group; });
  });
  if (other == open.end()) return {};
  const auto which =
      find(other->case_()) ? "the programme " + other->case_() : std::string("another programme, which you do not see");
  return refuse_at(
      Code::already_recorded,
      fmt::format("The rounds of the group {} are held in {}. Record this one there, or have that programme "
                  "closed first.",
                  group, which),
      at);
}

}  // namespace review
