#include "libreview/clocks/local_reading.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/record/days.hpp"

namespace review {
namespace {

/// The day the local rule counts from: its own milestone where it names one, else the start of the national run.
std::optional<Date> local_start(const LocalRule& rule, const Line& line, const v1::CaseFile& file) {
  if (rule.starts.empty()) return line.runs.back().started_on;
  std::optional<Date> start;
  for (const auto& milestone : file.milestones()) {
    const bool starts = std::find(rule.starts.begin(), rule.starts.end(), milestone.name()) != rule.starts.end();
    if (starts && milestone.uncounted().empty() && (line.subject.empty() || milestone.subject() == line.subject))
      start = whole_day(milestone.on());
  }
  return start;
}

}  // namespace

void put_local(v1::Clock& clock, const Line& line, const v1::CaseFile& file, const RuleBook& law,
               const Calendar& calendar) {
  const auto& run = line.runs.back();
  if (!run.started_on) return;
  const auto* rule = law.local(line.rule->id, *run.started_on);
  if (rule == nullptr) return;
  const auto start = local_start(*rule, line, file);
  if (!start) return;
  const bool back = run.version != nullptr && run.version->back;
  const auto counted = count(*start, back ? -rule->length : rule->length, rule->unit, rule->counting, calendar);
  if (!counted) return;
  auto& local = *clock.mutable_local();
  local.set_due_on(counted->due.iso());
  local.set_counting(std::string(counting_name(rule->counting)));
  local.set_unit(std::string(unit_code(rule->unit)));
  local.set_length(rule->length);
  local.set_started_on(start->iso());
  for (const auto& cite : rule->cites) local.add_cites(cite);
  const bool later = run.due && counted->due > *run.due;
  local.set_later(later);
  if (later) {
    local.set_warning(
        fmt::format("The partnership's own date, {}, is later than the national date, {}. Work to the national date.",
                    counted->due.words(), run.due->words()));
  }
}

}  // namespace review
