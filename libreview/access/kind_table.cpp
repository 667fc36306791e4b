#include "libreview/access/kind_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "libreview/base/embedded.hpp"
#include "libreview/vocabulary/kinds.hpp"

namespace review {
namespace {

std::vector<std::string_view> parts_of(std::string_view line, char between) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto end = line.find(between);
    parts.push_back(line.substr(0, end));
    if (end == std::string_view::npos) return parts;
    line.remove_prefix(end + 1);
  }
}

struct Word {
  std::string_view word;
  KindAccess access;
};

constexpr Word words[] = {
    {"-", {Reads::none, Records::none}},
    {"read", {Reads::all, Records::none}},
    {"own", {Reads::own, Records::none}},
    {"shared", {Reads::shared, Records::none}},
    {"record", {Reads::all, Records::all}},
    {"read+own", {Reads::all, Records::own}},
    {"own+own", {Reads::own, Records::own}},
    {"shared+own", {Reads::shared, Records::own}},
    {"shared+record", {Reads::shared, Records::all}},
};

KindAccess access_of(std::string_view text, std::string_view kind) {
  for (const auto& one : words) {
    if (one.word == text) return one.access;
  }
  throw std::logic_error(fmt::format("access/kinds.tsv: {} is no word for {}", text, kind));
}

std::vector<Role> columns_of(const std::vector<std::string_view>& head) {
  std::vector<Role> columns;
  for (std::size_t i = 1; i < head.size(); ++i) {
    const auto role = find_role(head[i]);
    if (!role || std::ranges::find(columns, *role) != columns.end())
      throw std::logic_error(fmt::format("access/kinds.tsv: {} is no role, or there twice", head[i]));
    columns.push_back(*role);
  }
  if (columns.size() != roles().size()) throw std::logic_error("access/kinds.tsv: a role is missing");
  return columns;
}

const KindTable& kind_table() {
  static const KindTable parsed(embedded("access/kinds.tsv").value());
  return parsed;
}

}  // namespace

KindTable::KindTable(std::string_view text) {
  std::vector<Role> columns;
  for (const auto line : parts_of(text, '\n')) {
    if (line.empty() || line.front() == '#') continue;
    const auto cells = parts_of(line, '\t');
    if (columns.empty()) {
      columns = columns_of(cells);
      continue;
    }
    if (cells.size() != columns.size() + 1 || std::ranges::find(kinds, cells[0]) != kinds.end())
      throw std::logic_error(fmt::format("access/kinds.tsv: the row of {} is not whole, or there twice", cells[0]));
    auto& row = rows.emplace_back(columns.size());
    kinds.emplace_back(cells[0]);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      row[static_cast<std::size_t>(columns[i])] = access_of(cells[i + 1], cells[0]);
    }
  }
  for (const auto& kind : every_kind()) {
    if (std::ranges::find(kinds, kind.name) == kinds.end())
      throw std::logic_error(fmt::format("access/kinds.tsv: {} has no row", kind.name));
  }
}

KindAccess access_to(std::string_view kind, Role role) {
  const auto& all = kind_table();
  const auto found = std::ranges::find(all.kinds, kind);
  if (found == all.kinds.end()) throw std::logic_error(fmt::format("access/kinds.tsv: {} has no row", kind));
  return all.rows[static_cast<std::size_t>(found - all.kinds.begin())][static_cast<std::size_t>(role)];
}

const std::vector<std::string>& kinds_in_table() { return kind_table().kinds; }

}  // namespace review
