#include "libreview/record/bearings_elsewhere.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/base/refuse_at.hpp"

namespace review {
namespace {

bool has_finding(const v1::CaseFile& file, const std::string& name) {
  return std::any_of(file.findings().begin(), file.findings().end(),
                     [&](const v1::FindingFile& one) { return one.finding() == name; });
}

Result<void> check(const v1::BearsOn& bears, const FindCase& find, const std::string& at) {
  if (!bears.has_of_case()) return {};
  const auto file = find(bears.of_case());
  if (!file) {
    return refuse_at(Code::missing_reference, fmt::format("There is no other case {}.", bears.of_case()),
                     at + "/ofCase");
  }
  if (has_finding(*file, bears.finding())) return {};
  return refuse_at(Code::missing_reference,
                   fmt::format("There is no finding {} in the case {}.", bears.finding(), bears.of_case()),
                   at + "/finding");
}

}  // namespace

Result<void> bearings_elsewhere(const v1::Entry& entry, const FindCase& find) {
  const bool corrects = entry.has_entry_corrected();
  const auto& captured =
      corrects ? entry.entry_corrected().replacement().learning_captured() : entry.learning_captured();
  for (int i = 0; i < captured.findings_size(); ++i) {
    for (int j = 0; j < captured.findings(i).bears_on_size(); ++j) {
      const auto at = fmt::format("{}/learningCaptured/findings/{}/bearsOn/{}",
                                  corrects ? "/entryCorrected/replacement" : "", i, j);
      if (const auto checked = check(captured.findings(i).bears_on(j), find, at); !checked) return checked;
    }
  }
  return {};
}

}  // namespace review
