#include "libreview/past/serial_day.hpp"

#include <cmath>

namespace review {
namespace {

using std::chrono::sys_days;
using std::chrono::year;

/// Beyond every day that there is here.
constexpr double most = 1'000'000;
constexpr int leap_fault = 60;
constexpr sys_days before_1900{year{1899} / 12 / 31};
constexpr sys_days first_of_1904{year{1904} / 1 / 1};

}  // namespace

std::optional<Date> day_of_serial(double serial, bool from_1904) {
  if (!(serial >= 0 && serial < most)) return std::nullopt;
  const auto whole = static_cast<int>(std::floor(serial));
  if (!from_1904 && (whole == 0 || whole == leap_fault)) return std::nullopt;
  const int counted = from_1904 || whole < leap_fault ? whole : whole - 1;
  const Date day((from_1904 ? first_of_1904 : before_1900) + std::chrono::days{counted});
  if (day.iso() > last_day) return std::nullopt;
  return day;
}

}  // namespace review
