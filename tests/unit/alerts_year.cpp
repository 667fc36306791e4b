#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>

#include "libreview/calendar/london.hpp"
#include "tests/support/places.hpp"
#include "tests/unit/desk_support.hpp"
#include "tests/unit/year_of_a_case.hpp"

namespace review::test {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;

/// The holidays of the program, as if they were known no further than this: their end comes near within the year.
Calendar known_until(Date last) {
  std::vector<BankHoliday> holidays;
  for (const auto& one : calendar().holidays()) {
    if (one.date <= last) holidays.push_back(one);
  }
  return {calendar().name(), calendar().first(), last, std::move(holidays)};
}

/// A desk that other holidays are put under, as a service does when they change.
class MovingOffice {
 public:
  explicit MovingOffice(Calendar known) : calendar_(std::move(known)) { put(calendar_); }

  void put(const Calendar& known) {
    desk_.reset();
    calendar_ = known;
    desk_ = std::make_unique<Desk>(Desk::Parts{office_.journal, office_.views, law(), calendar_, office_.random, true,
                                               fmt::format("{} holidays", calendar_.holidays().size()), office_.arms,
                                               office_.alerts, office_.roster});
    REQUIRE(desk_->rebuild_views(false));
  }
  [[nodiscard]] const Calendar& known() const { return calendar_; }

  /// The entry, or nothing where the rules refuse it.
  std::optional<Recorded> record(const std::string& case_id, const Deed& deed, Moment moment) {
    const Recording recording{case_id,
                              entry(deed.json),
                              Reader{deed.person, Role::coordinator},
                              Match{Match::Kind::version, desk_->version(case_id)},
                              {},
                              {},
                              moment};
    Transaction transaction(office_.journal);
    const auto recorded = desk_->record(recording);
    if (!recorded) return std::nullopt;
    REQUIRE(transaction.commit());
    return *recorded;
  }
  /// What the tick of a service does, at once.
  void tick(Moment moment) {
    constexpr int at_once = 500;
    for (int told = at_once; told == at_once;) {
      Transaction transaction(office_.journal);
      REQUIRE(desk_->watch_calendar(moment));
      const auto done = desk_->tell(moment, at_once);
      REQUIRE(done);
      told = *done;
      REQUIRE(transaction.commit());
    }
  }
  /// What was told since it was asked last: `case clock step`, in order.
  std::vector<std::string> told() {
    constexpr int all_of_them = 100'000;
    std::vector<std::string> all;
    Transaction transaction(office_.journal);
    for (const auto& alert : office_.alerts.to_hand_out(all_of_them)) {
      const auto of_case = alert.record.starts_with("cases/") ? alert.record.substr(6) : std::string();
      all.push_back(fmt::format("{} {} {}", of_case, alert.clock, alert.step));
      REQUIRE(office_.alerts.handed_out(alert.alert));
    }
    REQUIRE(transaction.commit());
    std::ranges::sort(all);
    return all;
  }

 private:
  DeskOffice office_;
  Calendar calendar_;
  std::unique_ptr<Desk> desk_;
};

struct Lived {
  std::string id;
  std::unique_ptr<YearOfACase> life;
  std::vector<std::string> leads{};  ///< the cases that its review covers besides
};

/// A year of ticks at half past eleven at night and half past midnight, universal time, with deeds at noon.
class Year {
 public:
  explicit Year(std::size_t cases) : cases_(cases) {}

  void live(Day from, int passed) {
    for (int number = 0; number < passed; ++number) {
      const Day day = from + days(number);
      INFO(Date(day).iso());
      tick(day + minutes(30));
      if (day == announced) add_holiday(day);
      noon(day + hours(12));
      tick(day + hours(23) + minutes(30));
    }
  }
  void check_enough() const {
    std::map<std::string, int> steps;
    std::map<std::string, int> clocks;
    for (const auto& one : all_) {
      const auto step = one.substr(one.rfind(' ') + 1);
      const auto clock = one.substr(one.find(' ') + 1, one.rfind(' ') - one.find(' ') - 1);
      ++steps[step.substr(0, step.find('-'))];
      ++clocks[clock.substr(0, clock.find(':'))];
    }
    for (const auto* step : {"before", "due", "overdue", "chase", "escalate", "again"}) CHECK(steps[step] > 0);
    for (const auto& clock : law().clocks()) {
      INFO(clock.id);
      // A report that is published in the year is kept up beyond it, and a year after an action is beyond it too.
      // Nobody in this year asks a reviewer or an agency for an answer of that sort: scenarios tell each of their
      // steps.
      const bool beyond = clock.minimum || clock.id == "action-recheck-again" || clock.id == "reviewer-answer" ||
                          clock.id == "product-confirmation";
      if (clock.record == "case" && !beyond) CHECK(clocks[clock.id] > 0);
    }
    for (const auto& watch : law().alerts().watches) {
      INFO(watch.id);
      // How the channels fare is no entry's doing.
      if (watch.id != "channel-failing") CHECK(clocks[watch.id] > 0);
    }
    CHECK(all_.size() > cases_ * 20);
    CHECK(taken_ > refused_);
    UNSCOPED_INFO(all_.size() << " alerts, " << taken_ << " entries, " << refused_ << " refused, moved "
                              << told_of_holiday_);
    CHECK(told_of_holiday_ > 0);
    UNSCOPED_INFO(joined_ << " cases joined, " << told_elsewhere_ << " told elsewhere, " << recalled_ << " recalled");
    CHECK(joined_ > cases_ / 20);
    CHECK(told_elsewhere_ > 0);
    // Of few cases none may come so far within the year.
    CHECK((recalled_ > 0 || cases_ < 1000));
  }

 private:
  // A day of mourning, proclaimed ten days before; it lies in a week full of due days.
  static constexpr Day announced = std::chrono::year(2026) / 12 / 4;
  static constexpr Day proclaimed = std::chrono::year(2026) / 12 / 14;

  static Moment moment_at(std::chrono::sys_seconds time) {
    const auto now = std::chrono::time_point_cast<Instant::duration>(time);
    return {now, london_day(now)};
  }

  void tick(std::chrono::sys_seconds time) {
    const auto moment = moment_at(time);
    const auto day = AlertOracle::london_day(time);
    REQUIRE(moment.today == Date(day));
    office_.tick(moment);
    compare(office_.told(), oracle_.told(day));
  }

  void compare(const std::vector<std::string>& told, const std::vector<std::string>& expected) {
    if (told != expected) {
      std::vector<std::string> more;
      std::vector<std::string> fewer;
      std::ranges::set_difference(told, expected, std::back_inserter(more));
      std::ranges::set_difference(expected, told, std::back_inserter(fewer));
      FAIL("told and not expected: " << Catch::Detail::stringify(more)
                                     << "\nexpected and not told: " << Catch::Detail::stringify(fewer));
    }
    all_.insert(all_.end(), told.begin(), told.end());
  }

  void add_holiday(Day day) {
    office_.put(office_.known().with_holidays({{Date(proclaimed), "Day of mourning", "one-off", "proclamation-2026"}}));
    oracle_.add_holiday(proclaimed);
    const auto before = all_.size();
    tick(day + hours(11));
    told_of_holiday_ = all_.size() - before;
  }

  void noon(std::chrono::sys_seconds time) {
    const auto day = AlertOracle::london_day(time);
    for (std::size_t i = 0; i < lives_.size(); ++i) {
      auto& one = lives_[i];
      // More is done where several cases wait for each other.
      if (dice_() % (one.life->is_shared() ? 6 : 14) != 0) continue;
      act(one, one.life->next(day, joins_of(one)), day, time);
      if (const auto deed = one.life->second_thoughts(day)) act(one, *deed, day, time);
    }
    // They come in over the first eight months.
    for (int i = 0; i < 8 && lives_.size() < cases_; ++i) {
      if (dice_() % 1900 >= cases_) continue;
      Lived one{"", std::make_unique<YearOfACase>(static_cast<unsigned>(dice_()))};
      const auto deed = one.life->begin(day);
      act(one, deed, day, time);
      lives_.push_back(std::move(one));
    }
  }

  Lived& lived(const std::string& id) { return *std::ranges::find(lives_, id, &Lived::id); }

  /// What the review of a case that awaits a reviewer covers: two times of three one other case or two.
  Joins joins_of(const Lived& lead) {
    Joins joins;
    if (!lead.life->awaits_reviewer() || dice_() % 3 == 0) return joins;
    joins.quiet = lead.life->was_never_held();
    const std::size_t most = 1 + dice_() % 2;
    const std::size_t first = dice_() % lives_.size();
    for (std::size_t i = 0; i < lives_.size() && joins.cases.size() < most; ++i) {
      const auto& other = lives_[(first + i) % lives_.size()];
      if (other.id == lead.id || !other.life->can_be_joined()) continue;
      if (joins.quiet && !other.life->was_never_held()) continue;
      joins.cases.emplace(other.id, other.life->called());
    }
    joins.quiet = joins.quiet && !joins.cases.empty();
    return joins;
  }

  /// What it does to the other cases of its review.
  void carry_over(Lived& one, const Deed& deed) {
    for (const auto& what : deed.brings) {
      for (const auto& [other, name] : what.joins) {
        lived(other).life->join(one.life->is_quiet());
        one.leads.push_back(other);
        ++joined_;
      }
      if (what.name != "report-published" && what.name != "publication-declined") continue;
      for (const auto& other : one.leads) lived(other).life->follow(true);
    }
    if (deed.recalls) {
      for (const auto& other : one.leads) lived(other).life->follow(false);
      if (!one.leads.empty()) ++recalled_;
    }
  }

  void act(Lived& one, const Deed& deed, Day day, std::chrono::sys_seconds time) {
    INFO(one.id << " " << deed.json);
    const auto recorded = office_.record(one.id, deed, moment_at(time));
    if (!recorded) {
      ++refused_;
      REQUIRE_FALSE(one.id.empty());
      return;
    }
    ++taken_;
    one.id = recorded->case_id;
    if (!deed.corrects.empty()) {
      oracle_.correct(one.id, deed.corrects, deed.brings.front().on);
    } else {
      if (!deed.withdraws.empty()) oracle_.withdraw(one.id, deed.withdraws);
      for (auto what : deed.brings) {
        what.entry = recorded->entry_id;
        oracle_.happen(one.id, std::move(what));
      }
    }
    deed.taken(recorded->entry_id);
    carry_over(one, deed);
    const auto told = office_.told();
    told_elsewhere_ += static_cast<std::size_t>(
        std::ranges::count_if(told, [&](const std::string& alert) { return !alert.starts_with(one.id + " "); }));
    compare(told, oracle_.told(day, one.id));
  }

  static constexpr Day last_known = std::chrono::year(2027) / 6 / 30;

  std::size_t cases_;
  std::mt19937 dice_{20260101};
  MovingOffice office_{known_until(Date(last_known))};
  AlertOracle oracle_{source_folder() + "/libreview/law", last_known};
  std::vector<Lived> lives_;
  std::vector<std::string> all_;
  std::size_t taken_ = 0;
  std::size_t refused_ = 0;
  std::size_t told_of_holiday_ = 0;
  std::size_t joined_ = 0;
  std::size_t recalled_ = 0;        ///< publications of a review over several cases
  std::size_t told_elsewhere_ = 0;  ///< of another case than the one in which something was recorded
};

}  // namespace

/// From Thursday 1 January 2026: Easter, both changes of the clock, Christmas and the next New Year lie within.
TEST_CASE("Over a year of days and very many cases the same is told on the same days as by an oracle of the law's text",
          "[unit]") {
  Year year(std::getenv("REVIEW_LONG") == nullptr ? 100 : 1000);
  year.live(std::chrono::year(2026) / 1 / 1, 370);
  year.check_enough();
}

}  // namespace review::test
