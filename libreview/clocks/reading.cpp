#include "libreview/clocks/reading.hpp"

#include <fmt/format.h>

#include "libreview/clocks/in_words.hpp"
#include "libreview/clocks/local_reading.hpp"
#include "libreview/record/sort_of_file.hpp"
#include "libreview/vocabulary/names.hpp"

namespace review {
namespace {

v1::OwedBy owed_by(OwedBy who) { return static_cast<v1::OwedBy>(static_cast<int>(who) + 1); }
v1::LegalStatus legal_status(LegalStatus status) { return static_cast<v1::LegalStatus>(static_cast<int>(status) + 1); }

/// Which day of the count `end` is: working days, or calendar days where the clock counts in days or months.
std::optional<int> day_number(const Run& run, Date end, const Calendar& calendar) {
  if (run.version == nullptr || run.version->back || !run.started_on || end < *run.started_on) return std::nullopt;
  const bool same_day = run.version->counting == Counting::same_day;
  if (run.version->unit != Unit::working_days) return run.started_on->days_until(end) + (same_day ? 1 : 0);
  const auto days = working_days_between(*run.started_on, end, calendar);
  if (!days) return std::nullopt;
  return *days + (same_day && calendar.working(*run.started_on) ? 1 : 0);
}

void put_days(v1::Clock& clock, const Run& run, const Calendar& calendar, Date today) {
  const Date end = run.ended_on.value_or(today);
  if (const auto day = day_number(run, end, calendar)) clock.set_day(*day);
  if (!run.due) return;
  switch (clock.state()) {
    case v1::CLOCK_STATE_RUNNING:
    case v1::CLOCK_STATE_DUE_TODAY:
      if (const auto left = working_days_between(today, *run.due, calendar)) clock.set_working_days_left(*left);
      clock.set_working_days_late(0);
      break;
    case v1::CLOCK_STATE_OVERDUE:
    case v1::CLOCK_STATE_MET_LATE:
      if (const auto late = working_days_between(*run.due, end, calendar)) clock.set_working_days_late(*late);
      if (clock.state() == v1::CLOCK_STATE_OVERDUE) clock.set_working_days_left(0);
      break;
    default:
      clock.set_working_days_late(0);
  }
}

void put_working(v1::Clock& clock, const Run& run) {
  for (const auto& worked : run.working) {
    auto& day = *clock.add_working();
    day.set_date(worked.date.iso());
    day.set_counted(worked.counted);
    day.set_day(worked.day);
    day.set_why(worked.why);
  }
}

void put_law(v1::Clock& clock, const ClockRule& rule, const Run& run) {
  clock.set_owed_by(owed_by(rule.owed_by));
  clock.set_legal_status(legal_status(rule.legal_status));
  if (run.version == nullptr) return;
  const auto& version = *run.version;
  clock.set_law(version.law);
  for (const auto& cite : version.cites) clock.add_cites(cite);
  if (rule.given) return;
  clock.set_length(version.length);
  clock.set_unit(std::string(unit_code(version.unit)));
  clock.set_counting(std::string(counting_name(version.counting)));
}

void put_earlier(v1::Clock& clock, const Line& line, Date today) {
  for (std::size_t i = 0; i + 1 < line.runs.size(); ++i) {
    const auto& run = line.runs[i];
    auto& earlier = *clock.add_runs();
    if (run.started_on) earlier.set_started_on(run.started_on->iso());
    if (!run.started_by.empty()) earlier.set_started_by(run.started_by);
    if (run.due) earlier.set_due_on(run.due->iso());
    if (run.ended_on) earlier.set_stopped_on(run.ended_on->iso());
    earlier.set_state(state_on(*line.rule, run, today));
  }
}

}  // namespace

v1::ClockState state_on(const ClockRule& rule, const Run& run, Date today) {
  if (run.ending == Ending::cancelled || run.ending == Ending::superseded) return v1::CLOCK_STATE_CANCELLED;
  if (!run.due) return v1::CLOCK_STATE_NOT_COMPUTED;
  if (rule.minimum) {
    if (run.ending == Ending::stopped)
      return *run.ended_on < *run.due ? v1::CLOCK_STATE_CANCELLED : v1::CLOCK_STATE_MET;
    return today < *run.due ? v1::CLOCK_STATE_RUNNING : v1::CLOCK_STATE_MET;
  }
  if (run.ending == Ending::stopped) return *run.ended_on <= *run.due ? v1::CLOCK_STATE_MET : v1::CLOCK_STATE_MET_LATE;
  if (today < *run.due) return v1::CLOCK_STATE_RUNNING;
  return today == *run.due ? v1::CLOCK_STATE_DUE_TODAY : v1::CLOCK_STATE_OVERDUE;
}

v1::Clock read(const Line& line, const v1::CaseFile& file, const RuleBook& law, const Calendar& calendar, Date today) {
  const auto& rule = *line.rule;
  const auto& run = line.runs.back();
  v1::Clock clock;
  clock.set_clock(line.id);
  if (!file.case_().empty()) clock.set_case_(file.case_());
  clock.set_title(rule.title);
  clock.set_state(state_on(rule, run, today));
  if (run.started_on) clock.set_started_on(run.started_on->iso());
  // A preview has no reference yet.
  if (!run.started_by.empty()) clock.set_started_by(run.started_by);
  if (run.due) clock.set_due_on(run.due->iso());
  if (run.ended_on) clock.set_stopped_on(run.ended_on->iso());
  if (rule.minimum) clock.set_minimum(true);
  if (rule.per == "agency") clock.set_agency(line.subject.substr(0, line.subject.find(':')));
  put_law(clock, rule, run);
  put_days(clock, run, calendar, today);
  put_working(clock, run);
  put_earlier(clock, line, today);
  put_local(clock, line, file, law, calendar);
  if (!run.because.empty()) clock.set_start_because(run.because);
  if (!run.not_computed.empty()) {
    clock.set_why(run.not_computed);
  } else if (run.version != nullptr && run.version->eased) {
    clock.set_why(run.version->note);
  }
  clock.set_as_of(today.iso());
  clock.set_says(in_words(clock));
  return clock;
}

std::vector<v1::Clock> readings(const v1::CaseFile& file, const RuleBook& law, const Calendar& calendar, Date today) {
  std::vector<v1::Clock> clocks;
  for (const auto& line : runs(file, law, calendar)) clocks.push_back(read(line, file, law, calendar, today));
  return clocks;
}

Result<v1::Clock> reading_of(std::string_view id, const v1::CaseFile& file, const RuleBook& law,
                             const Calendar& calendar, Date today) {
  for (const auto& line : runs(file, law, calendar)) {
    if (line.id == id) return read(line, file, law, calendar, today);
  }
  const auto* rule = law.clock(id);
  const auto sort = sort_of(file);
  if (rule == nullptr || !rule->is_of(sort)) {
    return refuse(Code::not_found, fmt::format("There is no clock of this name in this {}.", sort));
  }
  v1::Clock clock;
  clock.set_clock(rule->id);
  if (!file.case_().empty()) clock.set_case_(file.case_());
  clock.set_title(rule->title);
  clock.set_state(v1::CLOCK_STATE_NOT_STARTED);
  clock.set_owed_by(owed_by(rule->owed_by));
  clock.set_legal_status(legal_status(rule->legal_status));
  clock.set_as_of(today.iso());
  clock.set_says(in_words(clock));
  return clock;
}

}  // namespace review
