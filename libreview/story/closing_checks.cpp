#include "libreview/story/closing_checks.hpp"

#include <fmt/format.h>
#include <google/protobuf/util/message_differencer.h>

#include "libreview/vocabulary/parts.hpp"

namespace review {
namespace {

std::string wrong_with(const v1::Clock& clock) {
  if (clock.state() == v1::CLOCK_STATE_NOT_COMPUTED || !clock.has_due_on()) {
    return clock.why().empty() ? "says no date, and not why" : "";
  }
  if (clock.working().empty()) return "shows no working";
  if (clock.working(clock.working_size() - 1).date() != clock.due_on()) return "has a working that ends on another day";
  if (clock.cites().empty()) return "has no citation";
  return clock.law().empty() ? "names no law" : "";
}

std::string wrong_with(const v1::Entry& entry) {
  v1::Entry bare = entry;
  bare.clear_entry();
  bare.clear_case_();
  bare.clear_recorded_time();
  bare.clear_recorded_by();
  bare.clear_case_version();
  bare.clear_corrected_by();
  bare.clear_withdrawn_by();
  const auto parts = split(entry);
  const auto read = join(parts.open, parts.sealed);
  if (!read) return "cannot be read again: " + read.error().says;
  const bool same = google::protobuf::util::MessageDifferencer::Equals(bare, *read);
  return same ? "" : "is another when it is read again";
}

}  // namespace

std::vector<std::string> closing_checks(World& world, const std::vector<std::string>& cases) {
  std::vector<std::string> wrong;
  for (const auto& case_id : cases) {
    const auto clocks = world.clocks(case_id, {});
    const auto entries = world.entries(case_id, {});
    if (!clocks || !entries) {
      wrong.push_back(fmt::format("The case {} cannot be read.", case_id));
      continue;
    }
    for (const auto& clock : *clocks) {
      if (const auto what = wrong_with(clock); !what.empty()) {
        wrong.push_back(fmt::format("The clock {} {}.", clock.clock(), what));
      }
    }
    for (const auto& entry : *entries) {
      if (entry.hidden()) continue;
      if (const auto what = wrong_with(entry); !what.empty()) {
        wrong.push_back(fmt::format("The entry of version {} {}.", entry.case_version(), what));
      }
    }
  }
  return wrong;
}

}  // namespace review
