#include "libreview/chronology/chronology_flags.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace review {
namespace {

constexpr std::array<std::string_view, 7> names{"gap",          "other-day",   "other-time",  "told-differently",
                                                "before-birth", "after-death", "not-compared"};

void add(std::vector<ChronologyFlag>& all, std::vector<ChronologyFlag> more) {
  std::ranges::move(more, std::back_inserter(all));
}

}  // namespace

std::string_view flag_sort_name(ChronologyFlag::Sort sort) { return names[static_cast<std::size_t>(sort)]; }

std::vector<ChronologyFlag> chronology_out_of_life(const std::vector<ChronologyLine>& lines,
                                                   const ChronologyLives& lives) {
  std::vector<ChronologyFlag> flags;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lives.born_on && lines[i].last < *lives.born_on) {
      flags.push_back({ChronologyFlag::Sort::before_birth,
                       "This is dated before any child of the case was born. It may be about somebody else, or the day "
                       "may be wrong.",
                       {i}});
    } else if (lives.died_on && lines[i].first > *lives.died_on) {
      flags.push_back({ChronologyFlag::Sort::after_death,
                       fmt::format("This is dated after {}, when every child of the case had died. It may be about "
                                   "what followed, or the day may be wrong.",
                                   lives.died_on->words()),
                       {i}});
    }
  }
  return flags;
}

std::vector<ChronologyFlag> chronology_flags(const std::vector<ChronologyLine>& lines, const ChronologyChoice& choice,
                                             const ChronologyLives& lives) {
  auto all = chronology_gaps(lines, choice, lives);
  add(all, chronology_clashes(lines, choice));
  add(all, chronology_out_of_life(lines, lives));
  std::ranges::stable_sort(all, [](const ChronologyFlag& one, const ChronologyFlag& other) {
    return one.lines.front() < other.lines.front();
  });
  return all;
}

}  // namespace review
