#include <array>
#include <utility>

#include "libreview/calendar/counting.hpp"

namespace review {
namespace {

constexpr std::array<std::pair<Unit, std::string_view>, 3> units{
    {{Unit::working_days, "working-days"}, {Unit::calendar_days, "calendar-days"}, {Unit::months, "months"}}};
constexpr std::array<std::string_view, units.size()> unit_codes{"WORKING_DAYS", "CALENDAR_DAYS", "MONTHS"};
constexpr std::array<std::pair<Counting, std::string_view>, 2> countings{
    {{Counting::day_after, "day-after"}, {Counting::same_day, "same-day"}}};

template <class Table>
auto find_in(const Table& table, std::string_view name) -> std::optional<decltype(table.front().first)> {
  for (const auto& [value, known] : table) {
    if (known == name) return value;
  }
  return std::nullopt;
}

}  // namespace

std::string_view unit_name(Unit unit) { return units.at(static_cast<std::size_t>(unit)).second; }
std::string_view unit_code(Unit unit) { return unit_codes.at(static_cast<std::size_t>(unit)); }
std::optional<Unit> find_unit(std::string_view name) { return find_in(units, name); }
std::string_view counting_name(Counting counting) { return countings.at(static_cast<std::size_t>(counting)).second; }
std::optional<Counting> find_counting(std::string_view name) { return find_in(countings, name); }

}  // namespace review
