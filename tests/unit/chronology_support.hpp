#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libreview/chronology/chronology_flags.hpp"

namespace review::test {

/// A row: when, what, and if wanted the time and the sort of contact.
struct Row {
  std::string on;
  std::string what;
  std::string at{};
  std::string sort{};
  std::string until{};
  bool about = false;
};

inline v1::Entry chronology_entry(std::string_view entry, std::string_view agency, const std::vector<Row>& rows) {
  v1::Entry made;
  made.set_entry(std::string(entry));
  made.set_occurred_on("2026-01-05");
  auto& received = *made.mutable_chronology_received();
  received.set_agency(std::string(agency));
  for (const auto& one : rows) {
    auto& row = *received.add_rows();
    row.set_on(one.on);
    row.set_what(one.what);
    if (!one.at.empty()) row.set_at(one.at);
    if (!one.sort.empty()) row.set_sort(one.sort);
    if (!one.until.empty()) row.set_until(one.until);
    if (one.about) row.set_about(true);
  }
  return made;
}

/// `other-day 1 2`: of which sort, and the numbers of its lines.
inline std::vector<std::string> told(const std::vector<ChronologyFlag>& flags) {
  std::vector<std::string> all;
  for (const auto& flag : flags) {
    std::string words(flag_sort_name(flag.sort));
    for (const auto line : flag.lines) words += " " + std::to_string(line + 1);
    all.push_back(std::move(words));
  }
  return all;
}

}  // namespace review::test
