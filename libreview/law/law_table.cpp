#include "libreview/law/law_table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/calendar/counting.hpp"

namespace review {

void LawReading::refuse_at(const toml::source_region& where, std::string_view says) {
  if (fault) return;
  fault = Refusal{Code::malformed,
                  fmt::format("{}, line {}, column {}: {}.", file, where.begin.line, where.begin.column, says)};
}

const toml::node* LawTable::find(std::string_view key) {
  known_.emplace(key);
  return table_->get(key);
}

void LawTable::refuse_at(std::string_view key, std::string_view says) {
  const toml::node* node = table_->get(key);
  reading_->refuse_at(node == nullptr ? table_->source() : node->source(), says);
}

std::string LawTable::text(std::string_view key) {
  const toml::node* node = find(key);
  const auto value = node == nullptr ? std::nullopt : node->value_exact<std::string>();
  if (!value || value->empty()) refuse_at(key, fmt::format("'{}' must be a text", key));
  return value.value_or(std::string());
}

std::string LawTable::text_or_empty(std::string_view key) {
  const toml::node* node = find(key);
  if (node == nullptr) return {};
  const auto value = node->value_exact<std::string>();
  if (!value) refuse_at(key, fmt::format("'{}' must be a text", key));
  return value.value_or(std::string());
}

std::string LawTable::one_of(std::string_view key, const std::vector<std::string_view>& names) {
  std::string name = text(key);
  if (std::ranges::find(names, name) == names.end()) {
    refuse_at(key, fmt::format("'{}' must be one of {}", key, fmt::join(names, ", ")));
  }
  return name;
}

const toml::array* LawTable::list(std::string_view key) {
  const toml::node* node = find(key);
  if (node == nullptr) return nullptr;
  if (!node->is_array()) refuse_at(key, fmt::format("'{}' must be a list", key));
  return node->as_array();
}

std::vector<std::string> LawTable::texts(std::string_view key) {
  std::vector<std::string> values;
  const toml::array* array = list(key);
  if (array == nullptr) return values;
  for (const toml::node& node : *array) {
    const auto value = node.value_exact<std::string>();
    if (!value || value->empty()) reading_->refuse_at(node.source(), fmt::format("'{}' must hold texts", key));
    values.push_back(value.value_or(std::string()));
  }
  return values;
}

int LawTable::small_number(const toml::node* node, std::string_view key) {
  const auto value = node == nullptr ? std::nullopt : node->value_exact<std::int64_t>();
  if (value && *value >= 0 && *value <= longest_count) return static_cast<int>(*value);
  reading_->refuse_at(node == nullptr ? table_->source() : node->source(),
                      fmt::format("'{}' must be a whole number from 0 to {}", key, longest_count));
  return 0;
}

int LawTable::number(std::string_view key) { return small_number(find(key), key); }

std::vector<int> LawTable::numbers(std::string_view key) {
  std::vector<int> values;
  const toml::array* array = list(key);
  if (array == nullptr) return values;
  for (const toml::node& node : *array) values.push_back(small_number(&node, key));
  return values;
}

bool LawTable::flag(std::string_view key) {
  const toml::node* node = find(key);
  if (node == nullptr) return false;
  const auto value = node->value_exact<bool>();
  if (!value) refuse_at(key, fmt::format("'{}' must be true or false", key));
  return value.value_or(false);
}

Date LawTable::date(std::string_view key) {
  const toml::node* node = find(key);
  const auto value = node == nullptr ? std::nullopt : node->value_exact<toml::date>();
  if (!value) {
    refuse_at(key, fmt::format("'{}' must be a date without quotes, for example 2023-12-15", key));
    return Date{std::chrono::sys_days{}};
  }
  return Date{std::chrono::year{value->year} / value->month / value->day};
}

std::vector<LawTable> LawTable::tables(std::string_view key) {
  std::vector<LawTable> found;
  const toml::array* array = list(key);
  if (array == nullptr) return found;
  for (const toml::node& node : *array) {
    if (node.is_table()) {
      found.emplace_back(*node.as_table(), *reading_);
    } else {
      reading_->refuse_at(node.source(), fmt::format("'{}' must hold tables", key));
    }
  }
  return found;
}

std::vector<Citation> LawTable::citations(std::string_view key) {
  std::vector<Citation> found;
  for (LawTable& table : tables(key)) {
    found.push_back({.source = table.text("source"), .at = table.text_or_empty("at")});
    table.no_other_keys();
  }
  return found;
}

void LawTable::no_other_keys() {
  for (const auto& [key, value] : *table_) {
    if (known_.contains(key.str())) continue;
    reading_->refuse_at(key.source(), fmt::format("'{}' is not known here", key.str()));
  }
}

std::optional<toml::table> parse_law(std::string_view text, LawReading& reading) {
  try {
    return toml::parse(text, reading.file);
  } catch (const toml::parse_error& error) {
    reading.refuse_at(error.source(), error.description());
    return std::nullopt;
  }
}

}  // namespace review
