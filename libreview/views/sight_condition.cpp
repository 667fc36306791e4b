#include "libreview/views/sight_condition.hpp"

#include <fmt/format.h>

#include "libreview/access/disclose.hpp"

namespace review {
namespace {

void add(Condition& to, const std::string& sql, std::initializer_list<std::string> bound) {
  to.sql += sql;
  to.bound.insert(to.bound.end(), bound);
}

/// `record IN (?, ?)`; nothing is in an empty list.
void add_records(Condition& to, std::string_view table, const std::set<std::string>& cases) {
  to.sql += fmt::format("{}.record IN (", table);
  const char* between = "";
  for (const auto& one : cases) {
    to.sql += fmt::format("{}?", between);
    to.bound.push_back("cases/" + one);
    between = ", ";
  }
  to.sql += ")";
}

std::string members_of(std::string_view table) {
  return fmt::format(
      "SELECT 1 FROM view_members m WHERE m.record = {}.record AND m.person = ? AND m.from_day <= ? "
      "AND (m.until_day = '' OR m.until_day >= ?)",
      table);
}

}  // namespace

Condition cases_seen(const Reader& reader, Date today, std::string_view table) {
  if (!reader.may(Right::read_cases) || reach_of(reader.role) == Reach::none) return {"0", {}};
  Condition seen;
  add(seen,
      fmt::format("NOT EXISTS (SELECT 1 FROM view_exclusions x WHERE x.record = {}.record AND x.person = ?)", table),
      {reader.person});
  if (reader.cases) {
    seen.sql += " AND ";
    add_records(seen, table, *reader.cases);
  }
  seen.sql += " AND (";
  add_records(seen, table, reader.glass);
  if (!reader.asked.empty()) {
    seen.sql += " OR ";
    add_records(seen, table, reader.asked);
  }
  add(seen, fmt::format(" OR EXISTS (SELECT 1 FROM view_seals s WHERE s.record = {}.record AND s.person = ?)", table),
      {reader.person});
  seen.sql +=
      fmt::format(" OR (NOT EXISTS (SELECT 1 FROM view_seals s WHERE s.record = {}.record AND s.person = '')", table);
  if (reach_of(reader.role) == Reach::own) {
    add(seen, fmt::format(" AND EXISTS ({})", members_of(table)), {reader.person, today.iso(), today.iso()});
  }
  seen.sql += "))";
  return seen;
}

Condition clocks_seen(const Reader& reader, Date today, std::string_view table) {
  auto seen = cases_seen(reader, today, table);
  if (reads_incidents(reader.role)) return seen;
  const auto key = [](const std::string& agency) { return fmt::format("lower(replace({}, '_', '-'))", agency); };
  add(seen,
      fmt::format(" AND {0}.agency <> '' AND ({1} = {2} OR EXISTS ({3} AND {1} = {4}))", table,
                  key(fmt::format("{}.agency", table)), key("?"), members_of(table), key("m.agency")),
      {reader.agency, reader.person, today.iso(), today.iso()});
  return seen;
}

}  // namespace review
