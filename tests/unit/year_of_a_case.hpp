#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "tests/unit/deed.hpp"

namespace review::test {

/// The other cases that a review covers, and what each of them calls it.
struct Joins {
  std::map<std::string, std::string> cases{};
  bool quiet = false;  ///< nothing holds any of them from then on, so that some reviews come to be published
};

/// An invented case that lives through a year by the dice: notified late or withdrawn, asked about and answered,
/// decided, reviewed, held and released, planned, moved, published, recalled, closed and opened again, corrected on the
/// way. It may lead a review that covers others, be joined to one in place of its own, and to another one besides.
class YearOfACase {
 public:
  explicit YearOfACase(unsigned seed) : dice_(seed) {}

  /// What begins it. Every sixth is no notification but a death to be told of, or nothing to be told of at all.
  [[nodiscard]] Deed begin(Day today);
  /// What is recorded next. The rules may refuse it, and then nothing has happened.
  /// `joins`: what its review covers, where it is commissioned now.
  [[nodiscard]] Deed next(Day today, const Joins& joins);
  /// A publication is recalled within the hour: of a review over several cases always the first time.
  [[nodiscard]] std::optional<Deed> second_thoughts(Day today);

  [[nodiscard]] bool awaits_reviewer() const { return stage_ == Stage::answered && !led_; }
  /// Whether another case may join it: its rapid review is sent, and its own report is not out.
  [[nodiscard]] bool can_be_joined() const { return !joined_ && stage_ >= Stage::sent && stage_ < Stage::over; }
  /// What it calls a review that joins it.
  [[nodiscard]] std::string called() const { return stage_ < Stage::reviewed ? the_review : "review-2"; }
  [[nodiscard]] bool was_never_held() const { return open_.empty() && orders_ == 0 && embargoes_ == 0; }
  [[nodiscard]] bool is_quiet() const { return quiet_; }
  [[nodiscard]] bool is_shared() const { return shared_; }

  /// Another case joins it to the review that it leads.
  void join(bool quiet);
  /// That review is published or declined, or this was taken back.
  void follow(bool over) { over_elsewhere_ = led_ && over; }

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
  [[nodiscard]] Deed onward(Day today, const Joins& joins);
  [[nodiscard]] Deed of_returns(Day today);
  [[nodiscard]] Deed of_actions(Day today);
  [[nodiscard]] Deed of_recommendations(Day today);
  [[nodiscard]] Deed of_holds(Day today);
  [[nodiscard]] Deed of_embargoes(Day today);
  [[nodiscard]] Deed of_review(Day today);
  [[nodiscard]] Deed of_publication(Day today);
  [[nodiscard]] Deed of_the_end(Day today);

  /// Its own review, or the one that it is joined to in place of it.
  inline static const std::string the_review = "review-1";
  /// In entries: a case with two reviews has to say which one it means.
  inline static const std::string of_it_ = "'review':'review-1'";
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
  int recommended_ = 0;
  std::vector<bool> open_{};  ///< of each of its proceedings
  int orders_ = 0;
  int embargoes_ = 0;
  int draft_ = 0;
  int accepted_ = 0;
  int copy_ = 0;
  Day copy_on_{};
  bool copy_out_ = false;
  Day planned_{};
  int checked_ = 0;  ///< the version that was checked for names
  Day checked_on_{};
  bool out_ = false;         ///< it is published
  bool checked_b_ = false;   ///< the document that takes the place of what is published was checked for names
  std::string published_{};  ///< the entry, while nobody thought again
  bool recalled_ = false;
  bool shared_ = false;  ///< its review covers several cases, or one of those does
  bool joined_ = false;
  bool led_ = false;  ///< in place of a review of its own
  bool quiet_ = false;
  bool over_elsewhere_ = false;
};

}  // namespace review::test
