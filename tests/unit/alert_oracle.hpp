#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace review::test {

using Day = std::chrono::sys_days;

/// Something that happened in a case: what clocks wait for, by its name in the files of the law.
struct Happened {
  std::string name;
  Day on;
  std::string subject{};
  std::optional<Day> anchor{};       ///< the day that is counted from, where it is not `on`
  std::optional<Day> due{};          ///< the day that was agreed, or that publication is expected on
  int version = 0;                   ///< of a report that is accepted, or of the copy that is sent
  bool holds = true;                 ///< proceedings: whether they hold publication until they end
  std::set<std::string> hangs_on{};  ///< the proceedings of an embargo
  std::string entry{};
  std::optional<Day> until{};  ///< the last day of an order, or that of an appeal
  std::optional<Day> known{};  ///< the day it was recorded, where that is later than `on`
};

/// What is to be told on which day, found out a second time: from the files of the law as plain text, what happened,
/// and the words of the issue. It shares no code with the program that it judges: it counts days, months and clock
/// changes by itself, knows neither arms that are kept nor a day of the next step, and looks at every case every time.
class AlertOracle {
 public:
  /// Reads the law below `folder` (libreview/law). The holidays are known up to `last`.
  AlertOracle(const std::string& folder, Day last);

  /// The day in London at so many seconds of universal time: an hour ahead from the last Sunday of March, one o'clock,
  /// to that of October.
  [[nodiscard]] static Day london_day(std::chrono::sys_seconds time);

  void happen(const std::string& case_id, Happened what);
  /// The day that a clock is counted from was another one, for all that the entry brought.
  void correct(const std::string& case_id, const std::string& entry, Day on);
  /// The entry never was.
  void withdraw(const std::string& case_id, const std::string& entry);
  /// A day on which nobody works after all. Every due day is counted anew; of a clock that has another one now, that is
  /// told, in place of the step of the day.
  void add_holiday(Day day);

  /// What is told today of a case, or of all and of the holidays, that was not told before: `case clock step`, in
  /// order.
  [[nodiscard]] std::vector<std::string> told(Day today, const std::string& case_id = {});

 private:
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
  struct Arm {
    Day due;
    std::string entry;
    std::vector<int> warnings;
    bool once = false;
  };
  using Arms = std::map<std::string, Arm>;
  struct Kept {
    Arm arm;
    bool live = false;
    std::set<std::string> steps{};
    bool moved = false;  ///< a holiday gave the clock another day, and that is not told yet
  };
  struct Case {
    std::vector<Happened> happened;
    std::map<std::string, Kept> kept;
  };
  struct Run {
    std::string name;
    std::string subject;
    bool open = false;
    std::string entry{};
    std::optional<Day> due{};
    Day on{};
    std::optional<Day> stopped{};
  };

  void read_holidays(const std::string& file);
  void read_rules(const std::string& folder);
  void number_the_days();
  [[nodiscard]] bool known(Day day) const { return first_ <= day && day <= last_; }
  /// How many working days there are from the first day to this one.
  [[nodiscard]] int up_to(Day day) const;
  [[nodiscard]] std::optional<Day> counted(const Rule& rule, Day on, Day from) const;
  [[nodiscard]] std::vector<Run> runs(const Rule& rule, const Case& one) const;
  [[nodiscard]] Arms arms(const Case& one) const;
  void watch_embargoes(const Case& one, Arms& arms) const;
  void watch_plan(const Case& one, Arms& arms) const;
  void watch_delay(const Case& one, const std::vector<Run>& publish, Arms& arms) const;
  static void keep(Case& one, const Arms& arms);
  [[nodiscard]] std::string step(const Arm& arm, Day today) const;

  Day first_{};
  Day last_;
  std::set<Day> holidays_;
  std::vector<int> working_;
  std::vector<Rule> rules_;
  std::map<std::string, Rule> watches_;
  std::vector<int> calendar_ends_;
  int chase_ = 0;
  int escalate_ = 0;
  int again_ = 0;
  std::map<std::string, Case> cases_;
};

}  // namespace review::test
