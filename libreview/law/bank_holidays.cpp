#include "libreview/law/bank_holidays.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#include "libreview/base/embedded.hpp"

namespace review {
namespace {

constexpr int longest_closure = 31;

tl::unexpected<Refusal> refuse_at(const toml::source_region& where, std::string_view says) {
  return refuse(Code::malformed, fmt::format("Line {}: {}", where.begin.line, says));
}

Result<toml::table> read_table(std::string_view text) {
  try {
    return toml::parse(text);
  } catch (const toml::parse_error& error) {
    return refuse_at(error.source(), error.description());
  }
}

template <class... Names>
Result<void> only(const toml::table& table, const Names&... names) {
  for (const auto& [key, value] : table) {
    if (((key.str() != std::string_view(names)) && ...)) {
      return refuse_at(key.source(), fmt::format("'{}' is not known here.", key.str()));
    }
  }
  return {};
}

Result<std::string> text_at(const toml::table& table, std::string_view key) {
  const toml::node* node = table.get(key);
  const auto text = node == nullptr ? std::nullopt : node->value_exact<std::string>();
  if (!text || text->empty()) {
    return refuse_at(node == nullptr ? table.source() : node->source(), fmt::format("'{}' must be a text.", key));
  }
  return *text;
}

Result<Date> date_at(const toml::table& table, std::string_view key) {
  const toml::node* node = table.get(key);
  const auto date = node == nullptr ? std::nullopt : node->value_exact<toml::date>();
  if (!date) {
    return refuse_at(node == nullptr ? table.source() : node->source(),
                     fmt::format("'{}' must be a date without quotes, for example 2026-04-03.", key));
  }
  return Date{std::chrono::year{date->year} / date->month / date->day};
}

/// The array of tables under `key`; absent counts as empty.
Result<std::vector<const toml::table*>> tables_at(const toml::table& root, std::string_view key) {
  std::vector<const toml::table*> tables;
  const toml::node* node = root.get(key);
  if (node == nullptr) return tables;
  const toml::array* array = node->as_array();
  if (array == nullptr) return refuse_at(node->source(), fmt::format("'{}' must be an array of tables.", key));
  for (const toml::node& element : *array) {
    if (!element.is_table()) return refuse_at(element.source(), fmt::format("'{}' must hold tables only.", key));
    tables.push_back(element.as_table());
  }
  return tables;
}

Result<BankHoliday> read_holiday(const toml::table& table) {
  constexpr std::array<std::string_view, 4> kinds{"standing", "substitute", "moved", "one-off"};
  if (const auto known = only(table, "date", "name", "kind", "source"); !known) return refuse(known.error());
  const auto date = date_at(table, "date");
  if (!date) return refuse(date.error());
  const auto name = text_at(table, "name");
  if (!name) return refuse(name.error());
  const auto kind = text_at(table, "kind");
  if (!kind) return refuse(kind.error());
  const auto source = text_at(table, "source");
  if (!source) return refuse(source.error());
  if (std::ranges::find(kinds, *kind) == kinds.end()) {
    return refuse_at(table.source(), "'kind' must be standing, substitute, moved or one-off.");
  }
  if (date->weekday() == std::chrono::Saturday || date->weekday() == std::chrono::Sunday) {
    return refuse_at(table.source(), fmt::format("{} is a weekend: list the substitute day.", date->words()));
  }
  return BankHoliday{*date, *name, *kind, *source};
}

Result<void> read_closure(const toml::table& table, std::vector<BankHoliday>& closures) {
  if (auto known = only(table, "date", "through", "name", "source"); !known) return known;
  const auto date = date_at(table, "date");
  if (!date) return refuse(date.error());
  const auto through = table.contains("through") ? date_at(table, "through") : date;
  if (!through) return refuse(through.error());
  const auto name = text_at(table, "name");
  if (!name) return refuse(name.error());
  const auto source = table.contains("source") ? text_at(table, "source") : Result<std::string>{"partnership"};
  if (!source) return refuse(source.error());
  if (*through < *date || date->days_until(*through) >= longest_closure) {
    return refuse_at(table.source(), fmt::format("'through' must be within {} days of 'date'.", longest_closure));
  }
  for (Date day = *date; day <= *through; day = day.plus_days(1)) closures.push_back({day, *name, "closure", *source});
  return {};
}

}  // namespace

Result<Calendar> read_calendar(std::string_view toml_text) {
  const auto root = read_table(toml_text);
  if (!root) return refuse(root.error());
  if (const auto known = only(*root, "name", "first", "last", "holidays"); !known) return refuse(known.error());
  const auto name = text_at(*root, "name");
  if (!name) return refuse(name.error());
  const auto first = date_at(*root, "first");
  if (!first) return refuse(first.error());
  const auto last = date_at(*root, "last");
  if (!last) return refuse(last.error());
  const auto tables = tables_at(*root, "holidays");
  if (!tables) return refuse(tables.error());
  if (tables->empty()) return refuse_at(root->source(), "'holidays' must list at least one day.");
  std::vector<BankHoliday> holidays;
  for (const toml::table* table : *tables) {
    auto holiday = read_holiday(*table);
    if (!holiday) return refuse(holiday.error());
    if (holiday->date < *first || *last < holiday->date) {
      return refuse_at(table->source(), fmt::format("{} is not within first and last.", holiday->date.words()));
    }
    if (!holidays.empty() && holiday->date <= holidays.back().date) {
      return refuse_at(table->source(), fmt::format("{} is repeated or out of order.", holiday->date.words()));
    }
    holidays.push_back(std::move(*holiday));
  }
  return Calendar{*name, *first, *last, std::move(holidays)};
}

Result<std::vector<BankHoliday>> read_closures(std::string_view toml_text) {
  const auto root = read_table(toml_text);
  if (!root) return refuse(root.error());
  if (const auto known = only(*root, "closure"); !known) return refuse(known.error());
  const auto tables = tables_at(*root, "closure");
  if (!tables) return refuse(tables.error());
  std::vector<BankHoliday> closures;
  for (const toml::table* table : *tables) {
    if (const auto read = read_closure(*table, closures); !read) return refuse(read.error());
  }
  return closures;
}

Calendar england_and_wales() {
  const auto text = embedded("law/bank-holidays/england-and-wales.toml");
  if (!text) throw std::logic_error("the bank holidays of England and Wales are not compiled in");
  auto calendar = read_calendar(*text);
  if (!calendar) throw std::logic_error("law/bank-holidays/england-and-wales.toml: " + calendar.error().says);
  return std::move(*calendar);
}

}  // namespace review
