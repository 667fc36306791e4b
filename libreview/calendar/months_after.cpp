#include "libreview/calendar/counting.hpp"

namespace review {

Date months_after(Date from, int months) {
  const auto fields = from.fields();
  const auto month = fields.year() / fields.month() + std::chrono::months{months};
  const auto last = month / std::chrono::last;
  return Date{month / (fields.day() < last.day() ? fields.day() : last.day())};
}

}  // namespace review
