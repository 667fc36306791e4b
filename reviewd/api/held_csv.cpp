#include "reviewd/api/held_csv.hpp"

#include <algorithm>

#include "libreview/access/entry_access.hpp"
#include "libreview/vocabulary/names.hpp"
#include "reviewd/api/csv_parts.hpp"
#include "reviewd/api/held_embargoes.hpp"

namespace reviewd {
namespace {

namespace v1 = review::v1;

std::string yes_or_no(bool yes) { return yes ? "YES" : "NO"; }

std::string covers_of(const v1::Embargo& embargo) {
  std::string all;
  for (const auto one : embargo.covers())
    all += (all.empty() ? "" : "; ") + review::short_name_of(one, v1::Covered_descriptor());
  return all;
}

std::string why(const HeldEmbargo& held) {
  std::string all;
  for (const auto& one : held.of_case->proceedings()) {
    if (hangs_on(*held.embargo, one)) all += (all.empty() ? "" : "; ") + kind_of_proceedings(one);
  }
  return all;
}

/// Whether it is on record on whose authority it was placed; empty for who does not read the update that says so.
std::string authority_of(Call& call, const HeldEmbargo& held) {
  const auto& case_id = held.of_case->case_();
  const auto file = call.storage.views().find_for(call.reader, case_id, call.moment.today);
  if (!file) return {};
  for (const auto& entry : call.desk().entries_that_count(case_id)) {
    if (!entry.has_embargo_placed() || entry.embargo_placed().embargo() != held.embargo->embargo()) continue;
    if (!review::reads_entry(call.reader, *file, entry, call.moment.today)) return {};
    return yes_or_no(!entry.embargo_placed().authority().empty());
  }
  return {};
}

std::string state_of(const v1::Embargo& embargo) {
  if (embargo.lifted()) return "LIFTED";
  if (embargo.agreed_beforehand()) return "LIFT_AGREED";
  return embargo.lift_proposed() ? "LIFT_PROPOSED" : "HOLDS";
}

std::vector<std::string> cells_of(Call& call, const HeldEmbargo& held) {
  const auto& embargo = *held.embargo;
  const auto length = held_for(call, embargo);
  return {held.of_case->case_(),
          covers_of(embargo),
          why(held),
          embargo.since(),
          length ? std::to_string(length->days) : std::string(),
          length && length->working_days ? std::to_string(*length->working_days) : std::string(),
          embargo.review_on(),
          yes_or_no(is_overdue(embargo, call.moment.today)),
          authority_of(call, held),
          std::to_string(embargo.readers_size()),
          state_of(embargo),
          embargo.lifted_on()};
}

review::Result<CsvPart> next_embargoes(Call& call, const std::vector<std::string>& after) {
  auto held = held_embargoes(call, after, csv_step);
  if (!held) return review::refuse(held.error());
  CsvPart part{{}, std::move(held->next)};
  for (const auto& one : held->held) {
    call.desk().note_shown(one.of_case->case_(), "list");
    part.lines.push_back(cells_of(call, one));
  }
  return part;
}

}  // namespace

Response embargoes_csv(Call& call) {
  const CsvLines heads = {
      {"case", "covers", "why", "since", "daysHeld", "workingDaysHeld", "reviewOn", "overdue", "authority", "readers",
       "state", "liftedOn"},
      {"Case", "What is held", "Why: the proceedings", "Since", "Days held", "Working days held", "To be looked at by",
       "That day is over", "Authority is on record", "Named readers", "How it stands", "Lifted on"}};
  return csv_in_parts(call, "embargoes", heads, next_embargoes);
}

}  // namespace reviewd
