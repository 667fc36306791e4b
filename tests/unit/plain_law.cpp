#include "tests/unit/plain_law.hpp"

#include <toml++/toml.h>

#include <string_view>
#include <utility>

namespace review::test {
namespace {

using std::chrono::days;

Day day_of(const toml::node* node) {
  const auto date = node->value<toml::date>().value();
  return std::chrono::year(date.year) / date.month / date.day;
}

std::set<std::string> names_of(const toml::table& table, std::string_view key) {
  std::set<std::string> names;
  if (const auto* list = table[key].as_array()) {
    for (const auto& one : *list) names.insert(one.value<std::string>().value());
  }
  return names;
}

std::vector<int> numbers_of(const toml::table& table, std::string_view key) {
  std::vector<int> numbers;
  if (const auto* list = table[key].as_array()) {
    for (const auto& one : *list) numbers.push_back(one.value<int>().value());
  }
  return numbers;
}

}  // namespace

Day months_on(Day from, int months) {
  const std::chrono::year_month_day date(from);
  const auto month = date.year() / date.month() + std::chrono::months(months);
  const auto same = month / date.day();
  return same.ok() ? Day(same) : Day(month / std::chrono::last);
}

PlainLaw::PlainLaw(const std::string& folder, Day last) : last_(last) {
  read_holidays(folder + "/bank-holidays/england-and-wales.toml");
  read_rules(folder + "/england");
  number_the_days();
}

void PlainLaw::add_holiday(Day day) {
  holidays_.insert(day);
  number_the_days();
}

void PlainLaw::read_holidays(const std::string& file) {
  const auto table = toml::parse_file(file);
  first_ = day_of(table["first"].node());
  for (const auto& one : *table["holidays"].as_array()) holidays_.insert(day_of(one.as_table()->get("date")));
}

void PlainLaw::read_rules(const std::string& folder) {
  const auto version_of = [](const toml::table& table) {
    return Version{day_of(table.get("from")), table["length"].value_or(0), table["unit"].value_or(std::string()),
                   table["counting"].value_or(std::string()) == "same-day", table["back"].value_or(false)};
  };
  const auto partnership = toml::parse_file(folder + "/partnership.toml");
  ladder_.chase = partnership["chase-after"].value<int>().value();
  ladder_.escalate = partnership["escalate-after"].value<int>().value();
  ladder_.again = partnership["again-every"].value<int>().value();
  const auto clocks = toml::parse_file(folder + "/clocks.toml");
  for (const auto& one : *clocks["clock"].as_array()) {
    const auto& table = *one.as_table();
    if (table["record"].value_or(std::string()) != "case") continue;
    Rule rule{table["id"].value<std::string>().value(),
              names_of(table, "starts"),
              names_of(table, "stops"),
              names_of(table, "cancelled-by"),
              table["per"].value_or(std::string()),
              table["always-suffixed"].value_or(false),
              table["given"].value_or(false),
              table["minimum"].value_or(false),
              numbers_of(table, "warnings"),
              {}};
    if (const auto* versions = table["version"].as_array()) {
      for (const auto& version : *versions) rule.versions.push_back(version_of(*version.as_table()));
    } else {
      for (const auto& local : *partnership["local"].as_array()) {
        const auto& given = *local.as_table();
        if (given["clock"].value_or(std::string()) == rule.id) rule.versions.push_back(version_of(given));
      }
    }
    rules_.push_back(std::move(rule));
  }
  const auto alerts = toml::parse_file(folder + "/alerts.toml");
  calendar_ends_ = numbers_of(alerts, "calendar-ends");
  for (const auto& one : *alerts["watch"].as_array()) {
    const auto& table = *one.as_table();
    Rule rule;
    rule.id = table["id"].value<std::string>().value();
    rule.once = table["once"].value_or(false);
    rule.warnings = numbers_of(table, "warnings");
    watches_[rule.id] = rule;
  }
}

void PlainLaw::number_the_days() {
  working_.clear();
  int number = 0;
  for (Day day = first_; day <= last_; day += days(1)) {
    const std::chrono::weekday weekday(day);
    const bool weekend = weekday == std::chrono::Sunday || weekday == std::chrono::Saturday;
    if (!weekend && !holidays_.contains(day)) ++number;
    working_.push_back(number);
  }
}

int PlainLaw::up_to(Day day) const { return working_.at(static_cast<std::size_t>((day - first_).count())); }

std::optional<Day> PlainLaw::counted(const Rule& rule, Day on, Day from) const {
  const Version* version = nullptr;
  for (const auto& one : rule.versions) {
    if (one.from <= on && (version == nullptr || one.from > version->from)) version = &one;
  }
  if (version == nullptr || !known(from)) return std::nullopt;
  const int length = version->back ? -version->length : version->length;
  if (version->unit == "months" || version->unit == "calendar-days") {
    const auto due = version->unit == "months" ? months_on(from, length) : from + days(length);
    return known(due) ? std::optional(due) : std::nullopt;
  }
  const int step = length < 0 ? -1 : 1;
  int left = length * step;
  Day due = from;
  if (version->same_day && left > 0 && up_to(due) != up_to(due - days(1))) --left;
  while (left > 0) {
    due += days(step);
    if (!known(due)) return std::nullopt;
    if (up_to(due) != up_to(due - days(1))) --left;
  }
  return due;
}

}  // namespace review::test
