#include "libreview/clocks/runs.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/record/days.hpp"
#include "libreview/record/sort_of_file.hpp"

namespace review {
namespace {

bool names(const std::vector<std::string>& list, const std::string& name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

/// A due day that was given shows its working too: the day it was given and the day itself.
std::vector<WorkedDay> given_working(Date from, Date due) {
  std::vector<WorkedDay> working = {{from, false, 0, "the day it starts"}};
  if (due != from) working.push_back({due, true, 0, "the day that was given"});
  return working;
}

class RunMaker {
 public:
  RunMaker(const ClockRule& rule, const RuleBook& law, const Calendar& calendar)
      : rule_(rule), law_(law), calendar_(calendar) {}

  [[nodiscard]] std::optional<Run> start(const v1::Milestone& milestone) const {
    const auto on = whole_day(milestone.on());
    if (!on) return std::nullopt;
    if (!milestone.uncounted().empty()) {
      // Which law is in force goes by the day too.
      return Run{milestone.entry(), std::nullopt, milestone.because(), nullptr, {}, milestone.uncounted(), {}};
    }
    Run run{milestone.entry(), *on, milestone.because(), law_.version(rule_, *on), {}, {}, {}};
    if (const auto due = whole_day(milestone.due_on())) {
      run.due = due;
      run.working = given_working(*on, *due);
    } else if (rule_.given) {
      return std::nullopt;
    } else {
      count_due(run, whole_day(milestone.anchor()).value_or(*on));
    }
    return run;
  }

 private:
  void count_due(Run& run, Date from) const {
    if (run.version == nullptr) {
      run.not_computed = fmt::format("No rule for this was in force on {}.", run.started_on->words());
      return;
    }
    const auto& version = *run.version;
    auto counted =
        count(from, version.back ? -version.length : version.length, version.unit, version.counting, calendar_);
    if (!counted) {
      run.not_computed = counted.error().says;
      return;
    }
    run.due = counted->due;
    run.working = std::move(counted->working);
  }

  const ClockRule& rule_;
  const RuleBook& law_;
  const Calendar& calendar_;
};

Line& line_for(std::vector<Line>& lines, const ClockRule& rule, const std::string& subject) {
  for (auto& line : lines) {
    if (line.subject == subject) return line;
  }
  const bool bare = rule.per.empty() || (lines.empty() && !rule.always_suffixed) || subject.empty();
  lines.push_back(Line{&rule, bare ? rule.id : rule.id + ":" + subject, subject, {}});
  return lines.back();
}

void end(Run& run, const v1::Milestone& milestone, Ending how) {
  run.ending = how;
  run.ended_on = whole_day(milestone.on());
}

}  // namespace

std::vector<Line> runs_of(const ClockRule& rule, const v1::CaseFile& file, const RuleBook& law,
                          const Calendar& calendar) {
  if (!rule.is_of(sort_of(file))) return {};
  const RunMaker maker(rule, law, calendar);
  std::vector<Line> lines;
  for (const auto& milestone : file.milestones()) {
    const std::string subject = rule.per.empty() ? std::string() : milestone.subject();
    const bool stops = names(rule.stops, milestone.name());
    if (stops || names(rule.cancelled_by, milestone.name())) {
      for (auto& line : lines) {
        // What is not about one subject is about all of them: a withdrawal cancels every agency's clock.
        const bool meant = rule.per.empty() || subject.empty() || line.subject == subject;
        if (meant && line.runs.back().ending == Ending::none) {
          end(line.runs.back(), milestone, stops ? Ending::stopped : Ending::cancelled);
        }
      }
    }
    if (!names(rule.starts, milestone.name())) continue;
    if (rule.until_age > 0 && milestone.has_age() && milestone.age() >= rule.until_age) continue;
    auto run = maker.start(milestone);
    if (!run) continue;
    auto& line = line_for(lines, rule, subject);
    if (!line.runs.empty() && line.runs.back().ending == Ending::none)
      end(line.runs.back(), milestone, Ending::superseded);
    line.runs.push_back(std::move(*run));
  }
  return lines;
}

std::vector<Line> runs(const v1::CaseFile& file, const RuleBook& law, const Calendar& calendar) {
  std::vector<Line> all;
  for (const auto& rule : law.clocks()) {
    for (auto& line : runs_of(rule, file, law, calendar)) all.push_back(std::move(line));
  }
  return all;
}

}  // namespace review
