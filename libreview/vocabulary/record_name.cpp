#include "libreview/vocabulary/record_name.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace review {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// `26-0001`: the two last digits of a year, and a number of at least four.
bool is_numbered(std::string_view text) {
  constexpr std::size_t shortest = 7;
  return text.size() >= shortest && text[2] == '-' && is_digit(text[0]) && is_digit(text[1]) &&
         std::ranges::all_of(text.substr(3), is_digit);
}

}  // namespace

const std::vector<RecordSort>& record_sorts() {
  static const std::vector<RecordSort> all = {
      {"case", "cases/", "", true}, {"meeting", "meetings/", "m", false}, {"programme", "programmes/", "p", true}};
  return all;
}

const RecordSort& record_sort(std::string_view name) {
  const auto found = std::ranges::find(record_sorts(), name, &RecordSort::name);
  if (found == record_sorts().end()) throw std::logic_error(fmt::format("there is no sort of record {}", name));
  return *found;
}

const RecordSort& sort_of(std::string_view reference) {
  for (const auto& sort : record_sorts()) {
    const bool lettered = !sort.letter.empty() && reference.starts_with(sort.letter);
    if (lettered && is_numbered(reference.substr(sort.letter.size()))) return sort;
  }
  return record_sorts().front();
}

std::string record_of(std::string_view reference) {
  return fmt::format("{}{}", sort_of(reference).collection, reference);
}

std::string reference_of(std::string_view record) { return std::string(record.substr(record.find('/') + 1)); }

bool has_members(std::string_view record) {
  return std::ranges::any_of(
      record_sorts(), [&](const RecordSort& sort) { return sort.has_members && record.starts_with(sort.collection); });
}

std::string numbered_reference(const RecordSort& sort, int year, long long number) {
  return fmt::format("{}{:02}-{:04}", sort.letter, year % 100, number);
}

}  // namespace review
