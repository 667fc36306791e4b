#include "libreview/story/run_story.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/clocks/changes.hpp"
#include "libreview/story/cast.hpp"
#include "libreview/story/check_expectation.hpp"
#include "libreview/story/closing_checks.hpp"
#include "libreview/vocabulary/names.hpp"

namespace review {
namespace {

/// Where a refusal points, for what it says of itself.
std::string pointers_of(const Refusal& refusal) {
  std::string all;
  for (const auto& violation : refusal.violations) all += (all.empty() ? "" : ", ") + violation.pointer;
  return all;
}

class Telling {
 public:
  Telling(const Story& story, World& world, const StoryRules& rules, const Listener& listener)
      : story_(story), world_(world), rules_(rules), listener_(listener) {}

  bool run() {
    const auto& tags = story_.tags;
    const bool every_step = std::find(tags.begin(), tags.end(), "every-step") != tags.end();
    for (const auto& step : story_.steps) {
      step_ = &step;
      const auto told = std::visit([this](const auto& what) { return happen(what); }, step.what);
      if (!tell(told)) return false;
      if (every_step && !look_back()) return false;
    }
    for (const auto& wrong : closing_checks(world_, cast_.cases())) {
      if (!tell(Told{Told::What::looked_back, 0, false, wrong})) return false;
    }
    return look_back() && all_held_;
  }

 private:
  bool tell(const Told& told) {
    all_held_ = all_held_ && told.holds;
    return listener_(told);
  }

  bool look_back() {
    for (const auto& wrong : world_.look_back()) {
      if (!tell(Told{Told::What::looked_back, step_ == nullptr ? 0 : step_->line, false, wrong})) return false;
    }
    return true;
  }

  Told happen(const DaySet& set) {
    world_.set_today(set.day);
    today_ = set.day;
    as_at_.reset();
    return Told{Told::What::day, step_->line, true, set.day.words()};
  }

  Told happen(const PersonSet& set) {
    person_ = set.person;
    return Told{Told::What::day, step_->line, true, "as " + set.person};
  }

  Told happen(const LookedBack& back) {
    as_at_ = back.day;
    return Told{Told::What::day, step_->line, true, "as recorded by " + back.day.words()};
  }

  Told happen(const Expectation& expected) {
    const std::string found = check_expectation(expected, world_, cast_, rules_, as_at_, today_);
    return Told{Told::What::expectation, step_->line, found.empty(),
                found.empty() ? step_->text : fmt::format("{}: {}", step_->text, found)};
  }

  Told happen(const Attempt& attempt) {
    const auto case_id = cast_.case_of(attempt.letter);
    if (attempt.malformed) return refused(attempt, *attempt.malformed);
    const auto before = clocks_of(case_id);
    const auto done = world_.record(case_id, cast_.dressed(attempt.entry), person_);
    if (!done) {
      if (attempt.refused) return refused(attempt, done.error());
      return Told{Told::What::deed, step_->line, false,
                  fmt::format("{}: refused with {}: {} {}", step_->text, code_name(done.error().code),
                              done.error().says, pointers_of(done.error()))};
    }
    cast_.meet_case(attempt.letter, done->case_id);
    if (!attempt.name.empty()) cast_.meet_entry(attempt.name, done->entry_id);
    if (attempt.refused) {
      return Told{Told::What::refusal, step_->line, false, step_->text + ": it was taken"};
    }
    std::string says = step_->text;
    for (const auto& change : changes(before, clocks_of(done->case_id))) {
      const auto& clock = change.has_after() ? change.after() : change.before();
      says += fmt::format("\n    {}: {}", clock.clock(), change.has_after() ? clock.says() : "It is gone.");
    }
    return Told{Told::What::deed, step_->line, true, std::move(says)};
  }

  Told refused(const Attempt& attempt, const Refusal& refusal) {
    const auto& expected = *attempt.refused;
    const bool points =
        expected.pointer.empty() || std::any_of(refusal.violations.begin(), refusal.violations.end(),
                                                [&](const Violation& one) { return one.pointer == expected.pointer; });
    if (refusal.code == expected.code && points) {
      return Told{Told::What::refusal, step_->line, true, fmt::format("{}\n    {}", step_->text, refusal.says)};
    }
    return Told{Told::What::refusal, step_->line, false,
                fmt::format("{}: refused with {} {}: {}", step_->text, code_name(refusal.code), pointers_of(refusal),
                            refusal.says)};
  }

  std::vector<v1::Clock> clocks_of(const std::string& case_id) {
    if (case_id.empty()) return {};
    auto clocks = world_.clocks(case_id, {});
    return clocks ? std::move(*clocks) : std::vector<v1::Clock>();
  }

  const Story& story_;
  World& world_;
  StoryRules rules_;
  const Listener& listener_;
  Cast cast_;
  std::string person_ = "coordinator-1";
  std::optional<Date> as_at_;
  Date today_{std::chrono::sys_days{}};
  const StoryStep* step_ = nullptr;
  bool all_held_ = true;
};

}  // namespace

bool run_story(const Story& story, World& world, const StoryRules& rules, const Listener& listener) {
  return Telling(story, world, rules, listener).run();
}

}  // namespace review
