#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/base/result.hpp"
#include "libreview/calendar/date.hpp"
#include "review/v1/case.pb.h"
#include "review/v1/clock.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

/// What was recorded: the entry and its case, by the names that the world gave them.
struct Deed {
  std::string case_id;
  std::string entry_id;
};

/// Somewhere that a story can happen: in memory, in a store, behind HTTP. Days are set; nothing reads a clock. Where a
/// day `as_at` is given, the answer is what was recorded by the end of it, read with it as today.
class World {
 public:
  World() = default;
  World(const World&) = delete;
  World& operator=(const World&) = delete;
  virtual ~World() = default;

  /// The day of everything that follows.
  virtual void set_today(Date today) = 0;

  /// Records an entry for a person who may decide. `case_id` is empty to open a case, or a programme
  /// where the entry opens one. Corrections and withdrawals are
  /// entries too. A decision is made on the newest version of the case.
  [[nodiscard]] virtual Result<Deed> record(std::string_view case_id, const v1::Entry& entry,
                                            const std::string& person) = 0;

  [[nodiscard]] virtual Result<v1::Case> show(std::string_view case_id, std::optional<Date> as_at) = 0;
  /// Every clock that has started, with its working.
  [[nodiscard]] virtual Result<std::vector<v1::Clock>> clocks(std::string_view case_id, std::optional<Date> as_at) = 0;
  /// The entries as a coordinator sees them, oldest first.
  [[nodiscard]] virtual Result<std::vector<v1::Entry>> entries(std::string_view case_id, std::optional<Date> as_at) = 0;
  [[nodiscard]] virtual Result<v1::Timetable> timetable(std::string_view case_id) = 0;
  /// What is told of the case today: the step of each clock or watch that is told of, by its id.
  [[nodiscard]] virtual Result<std::map<std::string, std::string>> alerts(std::string_view case_id) = 0;

  /// Called after each step of a story tagged `every-step`, and once at the end of every story: a world that keeps
  /// something opens it anew here and looks at it from outside. What is wrong comes back in words.
  [[nodiscard]] virtual std::vector<std::string> look_back() { return {}; }
};

}  // namespace review
