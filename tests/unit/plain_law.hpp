#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace review::test {

using Day = std::chrono::sys_days;

/// The same day so many months on, or the last of that month where there is no such day.
[[nodiscard]] Day months_on(Day from, int months);

/// The files of the law as plain text, and days counted by them a second time: it shares no code with the program.
class PlainLaw {
 public:
  struct Version {
    Day from;
    int length = 0;
    std::string unit;
    bool same_day = false;
    bool back = false;
  };
  struct Rule {
    std::string id;
    std::set<std::string> starts, stops, cancelled_by;
    std::string per;
    bool always_suffixed = false;
    bool given = false;
    bool once = false;
    std::vector<int> warnings;
    std::vector<Version> versions;
  };
  /// Working days after a missed day.
  struct Ladder {
    int chase = 0;
    int escalate = 0;
    int again = 0;
  };

  /// Reads what lies below `folder` (libreview/law). The holidays are known up to `last`.
  PlainLaw(const std::string& folder, Day last);

  /// A day on which nobody works after all.
  void add_holiday(Day day);

  [[nodiscard]] const std::vector<Rule>& rules() const { return rules_; }
  /// What is told besides the clocks, by its name.
  [[nodiscard]] const std::map<std::string, Rule>& watches() const { return watches_; }
  [[nodiscard]] const Ladder& ladder() const { return ladder_; }
  /// Months before the last day that is known.
  [[nodiscard]] const std::vector<int>& calendar_ends() const { return calendar_ends_; }

  [[nodiscard]] Day last() const { return last_; }
  [[nodiscard]] bool known(Day day) const { return first_ <= day && day <= last_; }
  /// How many working days there are from the first day to this one.
  [[nodiscard]] int up_to(Day day) const;
  /// The due day of what began `on`, counted from `from`; nothing where no rule was in force, or beyond what is known.
  [[nodiscard]] std::optional<Day> counted(const Rule& rule, Day on, Day from) const;

 private:
  void read_holidays(const std::string& file);
  void read_rules(const std::string& folder);
  void number_the_days();

  Day first_{};
  Day last_;
  std::set<Day> holidays_;
  std::vector<int> working_;
  std::vector<Rule> rules_;
  std::map<std::string, Rule> watches_;
  std::vector<int> calendar_ends_;
  Ladder ladder_;
};

}  // namespace review::test
