#include "reviewd/api/rows_of_sorts.hpp"

#include <fmt/format.h>

#include <ranges>

namespace reviewd {

RowSort row_sort(const review::RecordSort& sort) {
  RowSort of;
  of.name = sort.name;
  of.all = fmt::format("/v1/{}s", sort.name);
  of.one = fmt::format("{}/{{{}}}", of.all, sort.name);
  of.called = sort.name;
  of.called.front() = static_cast<char>(of.called.front() - 'a' + 'A');
  if (!sort.letter.empty()) of.prefix = of.called;
  return of;
}

std::vector<Endpoint> rows_of_sorts(std::vector<Endpoint> (*rows_of)(const RowSort& of)) {
  std::vector<Endpoint> all;
  for (const auto& sort : review::record_sorts() | std::views::reverse) {
    if (!sort.has_members) continue;
    for (auto& row : rows_of(row_sort(sort))) all.push_back(std::move(row));
  }
  return all;
}

}  // namespace reviewd
