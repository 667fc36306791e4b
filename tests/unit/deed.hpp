#pragma once

#include <functional>
#include <string>
#include <utility>
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
  bool recalls = false;     ///< that entry is a publication
  std::string person = "ann";

  /// It is recorded so many days late: it happened before.
  void happened_before(std::chrono::days late) {
    auto& what = brings.front();
    what.known = what.on;
    what.on -= late;
    json.insert(json.size() - 1, ",'occurredOn':'" + Date(what.on).iso() + "'");
  }
};

/// An entry that brings one thing, which is named after it.
inline Deed plain(Day today, std::string json, std::string name, std::string subject = {}) {
  return {std::move(json), {{std::move(name), today, std::move(subject)}}};
}

/// An entry that gives a day.
inline Deed due(Day today, std::string json, std::string name, Day on, std::string subject = {}) {
  return {std::move(json), {{std::move(name), today, std::move(subject), {}, on}}};
}

/// A day as an entry has it.
inline std::string iso(Day day) { return Date(day).iso(); }

}  // namespace review::test
