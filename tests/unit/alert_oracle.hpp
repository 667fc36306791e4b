#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tests/unit/plain_law.hpp"

namespace review::test {

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
  std::optional<Day> until{};                  ///< the last day of an order, or that of an appeal
  std::optional<Day> known{};                  ///< the day it was recorded, where that is later than `on`
  std::map<std::string, std::string> joins{};  ///< a review: the other cases that it covers, and its name in each
};

/// What is to be told on which day, found out a second time: from the files of the law as plain text, what happened,
/// and the words of the issue. It shares no code with the program that it judges: it counts days, months and clock
/// changes by itself, knows neither arms that are kept nor a day of the next step, and looks at every case every time.
///
/// Of a review over several cases it knows this: what is accepted, published, declined, replaced or taken down in the
/// case that leads is so in all of them, and what is withdrawn there is gone in all. What holds one of them delays the
/// review in each; a delay that the lead told is told for all. An embargo that names no proceedings waits for those of
/// every case that is reviewed with its own, in whichever review.
class AlertOracle {
 public:
  /// Reads the law below `folder` (libreview/law). The holidays are known up to `last`.
  AlertOracle(const std::string& folder, Day last) : law_(folder, last) {}

  /// The day in London at so many seconds of universal time: an hour ahead from the last Sunday of March, one o'clock,
  /// to that of October.
  [[nodiscard]] static Day london_day(std::chrono::sys_seconds time);

  void happen(const std::string& case_id, const Happened& what);
  /// The day that a clock is counted from was another one, for all that the entry brought.
  void correct(const std::string& case_id, const std::string& entry, Day on);
  /// The entry never was, nor what followed from it in other cases.
  void withdraw(const std::string& case_id, const std::string& entry);
  /// A day on which nobody works after all. Every due day is counted anew; of a clock that has another one now, that is
  /// told, in place of the step of the day.
  void add_holiday(Day day);

  /// What is told today of a case and of those that are reviewed with it, or of all and of the holidays, that was not
  /// told before: `case clock step`, in order.
  [[nodiscard]] std::vector<std::string> told(Day today, const std::string& case_id = {});

 private:
  using Rule = PlainLaw::Rule;
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
  /// A review over several cases.
  struct Shared {
    std::string lead;
    std::map<std::string, std::string> called;  ///< by case, the lead too
  };
  struct Delay {
    Day told;
    std::optional<Day> expected;
  };
  struct Proceedings {
    bool open = false;
    std::optional<std::pair<Day, std::size_t>>
        last{};  ///< when the last of them was over, and which happening that was
  };

  /// The cases that are reviewed with this one, in any review.
  [[nodiscard]] std::set<std::string> beside(const std::string& case_id) const;
  [[nodiscard]] const Shared* shared(const std::string& case_id, const std::string& review) const;
  void join(const std::string& case_id, const Happened& what);
  void follow(const std::string& case_id, const Happened& what);

  [[nodiscard]] std::vector<Run> runs(const Rule& rule, const Case& one) const;
  [[nodiscard]] Arms arms(const std::string& case_id) const;
  [[nodiscard]] static Proceedings proceedings(const Case& one, const std::set<std::string>& hangs_on);
  void watch_embargoes(const std::string& case_id, Arms& arms) const;
  void watch_plan(const Case& one, Arms& arms) const;
  [[nodiscard]] static bool is_held_through(const Case& one, Day due);
  [[nodiscard]] static std::optional<Delay> told_delay(const Case& one, const std::string& review, Day since);
  void watch_delay(const std::string& case_id, const std::vector<Run>& publish, Arms& arms) const;
  void watch_holidays(Day today);
  static void keep(Case& one, const Arms& arms);
  void keep_all_beside(const std::string& case_id);
  [[nodiscard]] std::string step(const Arm& arm, Day today) const;

  PlainLaw law_;
  std::map<std::string, Case> cases_;
  std::vector<Shared> shared_;
};

}  // namespace review::test
