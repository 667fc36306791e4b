#include "libreview/law/read_publication.hpp"

#include <optional>

namespace review {
namespace {

constexpr int days_in_a_week = 7;
constexpr int months_in_a_year = 12;
constexpr int most_in_a_month = 4;

std::optional<std::chrono::weekday> find_weekday(std::string_view name) {
  for (unsigned day = 0; day < days_in_a_week; ++day) {
    if (weekday_name(std::chrono::weekday(day)) == name) return std::chrono::weekday(day);
  }
  return std::nullopt;
}

std::string read_kind(LawTable& table) { return table.one_of("kind", {"pre-election", "family-day"}); }

void days_in_order(LawTable& table, const PublicEvent& event) {
  if (event.to < event.from) table.refuse_at("to", "'to' must not be before 'from'");
}

PublicEvent read_event(LawTable table) {
  PublicEvent event{.id = table.text("id"),
                    .kind = read_kind(table),
                    .title = table.text("title"),
                    .from = table.date("from"),
                    .to = table.date("to"),
                    .references = table.citations("cites"),
                    .cites = {},
                    .grade = table.text("grade"),
                    .note = table.text_or_empty("note")};
  days_in_order(table, event);
  table.no_other_keys();
  return event;
}

/// A number from 1 to `most`.
unsigned from_one(LawTable& table, std::string_view key, int most) {
  const int value = table.number(key);
  if (value < 1 || value > most) table.refuse_at(key, "'" + std::string(key) + "' is out of range");
  return static_cast<unsigned>(value);
}

YearlyEvent read_yearly(LawTable table) {
  YearlyEvent event{.id = table.text("id"),
                    .kind = read_kind(table),
                    .title = table.text("title"),
                    .month = from_one(table, "month", months_in_a_year),
                    .weekday = table.choice("weekday", find_weekday),
                    .nth = from_one(table, "nth", most_in_a_month),
                    .working_days_before = table.number("working-days-before"),
                    .references = table.citations("cites"),
                    .cites = {},
                    .grade = table.text("grade"),
                    .note = table.text_or_empty("note")};
  table.no_other_keys();
  return event;
}

}  // namespace

PublicationRules read_publication(LawTable root) {
  PublicationRules rules;
  if (root.has("near")) rules.near = root.number("near");
  for (LawTable& table : root.tables("event")) rules.events.push_back(read_event(table));
  for (LawTable& table : root.tables("yearly")) rules.yearly.push_back(read_yearly(table));
  root.no_other_keys();
  return rules;
}

PublicEvent read_local_event(LawTable table) {
  PublicEvent event{.id = table.text("id"),
                    .kind = "local",
                    .title = table.text("title"),
                    .from = table.date("from"),
                    .to = table.date("to"),
                    .references = {},
                    .cites = {},
                    .grade = {},
                    .note = table.text_or_empty("note")};
  days_in_order(table, event);
  table.no_other_keys();
  return event;
}

}  // namespace review
