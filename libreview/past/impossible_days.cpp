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

/// What cannot have been before something else.
struct OrderOfDays {
  std::string_view before;
  std::string_view after;
  bool of_birth = false;  ///< of one child, so a row of several says nothing of it
};

constexpr std::array<OrderOfDays, 15> orders_of_days{{{"born-on", "incident-on", true},
                                                      {"born-on", "died-on", true},
                                                      {"incident-on", "aware-on"},
                                                      {"incident-on", "notified-on"},
                                                      {"aware-on", "notified-on"},
                                                      {"incident-on", "rapid-review-on"},
                                                      {"notified-on", "rapid-review-on"},
                                                      {"notified-on", "decided-on"},
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

std::optional<PartialDate> readable_day(const PastRow& row, std::string_view field) {
  const auto written = row.text(field);
  const auto& reading = row.reading();
  if (written.empty()) return std::nullopt;
  const auto read = read_written_day(written, reading.words, reading.today, reading.from_1904);
  if (read.sort != WrittenDay::Sort::known) return std::nullopt;
  const auto day = PartialDate::parse(read.day);
  return day ? std::optional(*day) : std::nullopt;
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
    const auto day = readable_day(row, field);
    if (!day || (is_of_child && !of_one_child) || day->earliest() <= row.reading().today) continue;
    found.insert(field);
    row.error(field, "dated-in-the-future",
              fmt::format("{} is not here yet. Correct the day, or write \"not known\".", day->words()));
  }
  for (const auto& order : orders_of_days) {
    const bool of_incident = order.after == "incident-on";
    if (order.of_birth && (!of_one_child || (of_incident && is_of_unborn(row)))) continue;
    const auto before = readable_day(row, order.before);
    const auto after = readable_day(row, order.after);
    if (!before || !after || before->earliest() <= after->latest()) continue;
    // One day that is wrong is told once, in its own column.
    if (found.contains(order.before) || !found.insert(order.after).second) continue;
    row.error(order.after, "dated-before-start",
              fmt::format("{} is before \"{}\", which this row gives as {}. Correct the day that is wrong, or write "
                          "\"not known\" for it.",
                          after->words(), row.heading(order.before), before->words()));
  }
}

}  // namespace review
