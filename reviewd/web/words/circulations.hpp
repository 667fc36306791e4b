#pragma once

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>
#include <string>
#include <vector>

#include "libreview/calendar/date.hpp"

namespace reviewd {

/// Views that were asked for between meetings.
struct Circulation {
  std::string circulation;
  std::string question;
  std::string respond_by;
  std::vector<std::string> answered;     ///< agencies, as they were asked
  std::vector<std::string> outstanding;  ///< the others that were asked
  boost::json::array answers;            ///< the updates that answer it, as the API gives them

  [[nodiscard]] bool is_over(const std::string& today) const { return outstanding.empty() || today > respond_by; }
};

/// Those of a case, oldest first. `counted` are its updates as they count.
[[nodiscard]] std::vector<Circulation> circulations_of(const boost::json::array& counted);

/// Whether two names mean one agency: `police` and `POLICE` do.
[[nodiscard]] bool is_same_agency(const std::string& left, const std::string& right);

/// How many working days lie after one day up to another, by the holidays of the API.
[[nodiscard]] int working_days(review::Date after, review::Date through, const boost::json::value& calendar);
/// The day that is so many working days after another.
[[nodiscard]] review::Date working_day_after(review::Date day, int count, const boost::json::value& calendar);

/// `3 working days left`, `The last day is today`, `The day has passed`.
[[nodiscard]] std::string days_left_words(review::Date today, const std::string& respond_by,
                                          const boost::json::value& calendar);

}  // namespace reviewd
