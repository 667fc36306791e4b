#pragma once

#include <chrono>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "libreview/calendar/date.hpp"
#include "tests/unit/alert_oracle.hpp"

namespace review::test {

/// What somebody records, and what happens by it, where it is taken.
struct Deed {
  std::string json;
  std::vector<Happened> brings;
  std::function<void(const std::string& entry)> taken = [](const std::string&) {};
  std::string corrects{};   ///< an entry whose day is another one: that of `brings`
  std::string withdraws{};  ///< an entry that never was
  std::string person = "ann";

  /// It is recorded so many days late: it happened before.
  void happened_before(std::chrono::days late) {
    auto& what = brings.front();
    what.known = what.on;
    what.on -= late;
    json.insert(json.size() - 1, ",'occurredOn':'" + Date(what.on).iso() + "'");
  }
};

/// An invented case that lives through a year by the dice: notified late or withdrawn, asked about and answered,
/// decided, reviewed, held and released, planned, moved, published, closed and opened again, corrected on the way.
class YearOfACase {
 public:
  explicit YearOfACase(unsigned seed) : dice_(seed) {}

  /// What begins it. Every sixth is no notification but a death to be told of, or nothing to be told of at all.
  [[nodiscard]] Deed begin(Day today);
  /// What is recorded next. The rules may refuse it, and then nothing has happened.
  [[nodiscard]] Deed next(Day today);

 private:
  struct Action {
    Day due;
    bool complete;
    std::string entry;
  };
  enum class Stage { logged, notified, decided, sent, answered, reviewed, accepted, over };

  [[nodiscard]] int roll(int sides) { return static_cast<int>(dice_() % static_cast<unsigned>(sides)); }
  [[nodiscard]] Day ahead(Day today, int from, int to) { return today + std::chrono::days(from + roll(to - from)); }
  [[nodiscard]] std::string incident(Day aware) const;
  [[nodiscard]] Deed before_notifying(Day today);
  [[nodiscard]] Deed in_rapid_review(Day today);
  [[nodiscard]] Deed onward(Day today);
  [[nodiscard]] Deed of_returns(Day today);
  [[nodiscard]] Deed of_actions(Day today);
  [[nodiscard]] Deed of_holds(Day today);
  [[nodiscard]] Deed of_embargoes(Day today);
  [[nodiscard]] Deed of_review(Day today);
  [[nodiscard]] Deed of_publication(Day today);
  [[nodiscard]] Deed of_the_end(Day today);

  /// Who is told of a delay.
  inline static const std::string to_both_ = "'to':['PANEL','SECRETARY_OF_STATE'],";

  std::mt19937 dice_;
  Stage stage_ = Stage::logged;
  int kind_ = 0;
  std::string incident_entry_;
  int signed_ = 0;
  int requests_ = 0;
  bool answered_ = false;
  std::vector<Action> actions_{};
  std::vector<bool> open_{};  ///< of each of its proceedings
  int orders_ = 0;
  int embargoes_ = 0;
  int draft_ = 0;
  int accepted_ = 0;
  int copy_ = 0;
  Day copy_on_{};
  bool copy_out_ = false;
  Day planned_{};
};

}  // namespace review::test
