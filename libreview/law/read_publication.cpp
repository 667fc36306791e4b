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

StandingWarning read_warning(LawTable table) {
  StandingWarning warning{.id = table.text("id"),
                          .kind = table.one_of("kind", {"LIFELONG_ANONYMITY"}),
                          .says = table.text("says"),
                          .references = table.citations("cites"),
                          .cites = {},
                          .grade = table.text("grade"),
                          .note = table.text_or_empty("note")};
  table.no_other_keys();
  return warning;
}

std::vector<ToldBody> read_bodies(LawTable& table) {
  constexpr std::string_view parts = ": ";
  std::vector<ToldBody> bodies;
  for (const auto& one : table.texts("bodies")) {
    const auto colon = one.find(parts);
    if (colon == std::string::npos) table.refuse_at("bodies", one + " has no colon");
    bodies.push_back({one.substr(0, colon), colon == std::string::npos ? one : one.substr(colon + parts.size())});
  }
  if (bodies.empty()) table.refuse_at("bodies", "nobody is told");
  return bodies;
}

MustTell read_told(LawTable table) {
  MustTell told{.id = table.one_of("id", {"advance-copy-sent", "delay-reported", "publication-declined"}),
                .bodies = read_bodies(table),
                .references = table.citations("cites"),
                .cites = {},
                .grade = table.text("grade"),
                .note = table.text_or_empty("note")};
  table.no_other_keys();
  return told;
}

}  // namespace

PublicationRules read_publication(LawTable root) {
  PublicationRules rules;
  if (root.has("near")) rules.near = root.number("near");
  for (LawTable& table : root.tables("event")) rules.events.push_back(read_event(table));
  for (LawTable& table : root.tables("yearly")) rules.yearly.push_back(read_yearly(table));
  for (LawTable& table : root.tables("warning")) rules.warnings.push_back(read_warning(table));
  for (LawTable& table : root.tables("told")) rules.told.push_back(read_told(table));
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
