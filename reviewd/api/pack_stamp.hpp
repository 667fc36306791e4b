#pragma once

#include <boost/json/array.hpp>
#include <string>
#include <vector>

#include "reviewd/settings/in_force.hpp"
#include "reviewd/storage/storage.hpp"

namespace reviewd {

/// Why a report as at a day may tell other figures than one that was made on that day.
enum class OtherThan {
  program,    ///< another program adds up and counts
  rules,      ///< the national law as compiled in, or rules that cannot be read any more
  days_off,   ///< other days off
  not_known,  ///< what was in force on that day was not put on record
  hidden,     ///< something that was recorded by then was hidden since
};

/// What a report was made with, and what of it was otherwise on the day as at which it is.
struct PackStamp {
  RulesStamp with;
  std::vector<OtherThan> other{};  ///< in the order above, each once
};

/// Of a report that is made with what was known on a day.
[[nodiscard]] PackStamp pack_stamp(const Storage::Known& known);

/// `RULES`
[[nodiscard]] std::string_view other_than_code(OtherThan why);
/// Whole sentences, for people: what it was made with, and then each thing that is otherwise.
[[nodiscard]] std::vector<std::string> stamp_sentences(const PackStamp& stamp);

}  // namespace reviewd
