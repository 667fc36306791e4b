#include "libreview/past/impossible_days.hpp"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <set>

#include "libreview/calendar/partial_date.hpp"
#include "libreview/past/past_children.hpp"
#include "libreview/past/plain_words.hpp"

namespace review {
namespace {

/// What comes before something else.
struct OrderOfDays {
  enum class Sort {
    certain,   ///< the other way round cannot have been
    of_birth,  ///< the same, of one child, so a row of several says nothing of it
    usual,     ///< the other way round has been, where a council notified late: it is warned of
  };
  std::string_view before;
  std::string_view after;
  Sort sort = Sort::certain;
};

using enum OrderOfDays::Sort;

constexpr std::array<OrderOfDays, 15> orders_of_days{{{"born-on", "incident-on", of_birth},
                                                      {"born-on", "died-on", of_birth},
                                                      {"incident-on", "aware-on"},
                                                      {"incident-on", "notified-on"},
                                                      {"aware-on", "notified-on"},
                                                      {"incident-on", "rapid-review-on"},
                                                      {"notified-on", "rapid-review-on", usual},
                                                      {"notified-on", "decided-on", usual},
                                                      {"notified-on", "submitted-on"},
                                                      {"submitted-on", "panel-replied-on"},
                                                      {"decided-on", "commissioned-on"},
                                                      {"commissioned-on", "accepted-on"},
                                                      {"commissioned-on", "published-on"},
                                                      {"accepted-on", "published-on"},
                                                      {"incident-on", "closed-on"}}};

constexpr std::array<std::string_view, 13> days_behind_us{
    "born-on",         "died-on",      "incident-on",  "aware-on",         "notified-on",
    "rapid-review-on", "decided-on",   "submitted-on", "panel-replied-on", "commissioned-on",
    "accepted-on",     "published-on", "closed-on"};

/// A day as far as the row tells it.
struct ToldDay {
  PartialDate day;
  bool inexact;  ///< "about": some days off, for all that is known
};

std::optional<ToldDay> readable_day(const PastRow& row, std::string_view field) {
  const auto written = row.text(field);
  const auto& reading = row.reading();
  if (written.empty()) return std::nullopt;
  const auto read = read_written_day(written, reading.words, reading.today, reading.from_1904);
  if (read.sort != WrittenDay::Sort::known) return std::nullopt;
  const auto day = PartialDate::parse(read.day);
  return day ? std::optional(ToldDay{*day, read.inexact}) : std::nullopt;
}

/// Harm to a child who is not born yet comes before the birth.
bool is_of_unborn(const PastRow& row) {
  const auto age = plain_words(row.text("age"));
  return age == "unborn" || age == "pre birth";
}

/// Whether the row tells the birth and the death of one child.
bool is_of_one_child(PastRow& row) { return pseudonyms_of(row).size() <= 1; }

}  // namespace

void find_impossible_days(PastRow& row) {
  std::set<std::string_view> found;
  const bool of_one_child = is_of_one_child(row);
  for (const auto field : days_behind_us) {
    const bool is_of_child = field == "born-on" || field == "died-on";
    const auto told = readable_day(row, field);
    if (!told || (is_of_child && !of_one_child) || told->day.earliest() <= row.reading().today) continue;
    found.insert(field);
    row.error(field, "dated-in-the-future",
              fmt::format("{} is not here yet. Correct the day, or write \"not known\".", told->day.words()));
  }
  for (const auto& order : orders_of_days) {
    const bool of_incident = order.after == "incident-on";
    const bool of_child = order.sort == of_birth;
    if (of_child && (!of_one_child || (of_incident && is_of_unborn(row)))) continue;
    const auto before = readable_day(row, order.before);
    const auto after = readable_day(row, order.after);
    if (!before || !after || before->day.earliest() <= after->day.latest()) continue;
    // One day that is wrong is told once, in its own column.
    if (found.contains(order.before) || found.contains(order.after)) continue;
    const auto says = fmt::format("{} is before \"{}\", which this row gives as {}.", after->day.words(),
                                  row.heading(order.before), before->day.words());
    if (order.sort == usual || before->inexact || after->inexact) {
      row.warn(order.after, says + " It comes in as it is written. If a day is wrong, correct it first.");
    } else {
      found.insert(order.after);
      row.error(order.after, "dated-before-start",
                says + " Correct the day that is wrong, or write \"not known\" for it.");
    }
  }
}

}  // namespace review
