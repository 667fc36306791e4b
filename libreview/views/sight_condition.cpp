#include "libreview/views/sight_condition.hpp"

#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include "libreview/access/disclose.hpp"
#include "libreview/vocabulary/record_name.hpp"

namespace review {
namespace {

/// `record IN (…)`; nothing is in an empty list. One text however many they are, so that it is compiled once.
void add_records(Condition& to, std::string_view table, const std::set<std::string>& cases) {
  boost::json::array records;
  for (const auto& one : cases) records.push_back(boost::json::string(record_of(one)));
  to.add(fmt::format("{}.record IN (SELECT value FROM json_each(?))", table), {boost::json::serialize(records)});
}

/// Of a row of `view_members`: it is of the person, and holds on the day.
constexpr std::string_view is_member = "m.person = ? AND m.from_day <= ? AND (m.until_day = '' OR m.until_day >= ?)";

}  // namespace

// What is asked of the person is a set of records, made once for a statement, and not a question for every row.
Condition cases_seen(const Reader& reader, Date today, std::string_view table) {
  if (!reader.may(Right::read_cases) || reach_of(reader.role) == Reach::none) return {"0", {}};
  Condition seen;
  seen.add(fmt::format("{}.record NOT IN (SELECT x.record FROM view_exclusions x WHERE x.person = ?)", table),
           {reader.person});
  if (reader.cases) {
    seen.sql += " AND ";
    add_records(seen, table, *reader.cases);
  }
  // What most records are seen by is asked first.
  seen.sql += fmt::format(" AND (({}.record NOT IN (SELECT s.record FROM view_seals s WHERE s.person = '')", table);
  if (reach_of(reader.role) == Reach::own) {
    const auto own = member_on(table, reader.person, today);
    seen.sql += " AND " + own.sql;
    seen.bound.insert(seen.bound.end(), own.bound.begin(), own.bound.end());
  }
  seen.sql += ") OR ";
  add_records(seen, table, reader.glass);
  if (!reader.asked.empty()) {
    seen.sql += " OR ";
    add_records(seen, table, reader.asked);
  }
  seen.add(fmt::format(" OR {}.record IN (SELECT s.record FROM view_seals s WHERE s.person = ?))", table),
           {reader.person});
  return seen;
}

Condition with_members(std::string_view table) {
  Condition any;
  for (const auto& sort : record_sorts()) {
    if (!sort.has_members) continue;
    any.add(fmt::format("{}{}.record LIKE ?", any.sql.empty() ? "(" : " OR ", table),
            {std::string(sort.collection) + "%"});
  }
  any.add(")");
  return any;
}

Condition member_on(std::string_view table, const std::string& person, Date today) {
  return {fmt::format("{}.record IN (SELECT m.record FROM view_members m WHERE {})", table, is_member),
          {person, today.iso(), today.iso()}};
}

Condition of_own_agency(const Reader& reader, Date today, std::string_view table, std::string_view column) {
  const auto key = [](const std::string& agency) { return fmt::format("lower(replace({}, '_', '-'))", agency); };
  const auto of = fmt::format("{}.{}", table, column);
  Condition own;
  own.add(
      fmt::format("({0} <> '' AND ({1} = {2} OR EXISTS (SELECT 1 FROM view_members m WHERE m.record = {3}.record AND "
                  "{4} AND {1} = {5})))",
                  of, key(of), key("?"), table, is_member, key("m.agency")),
      {reader.agency, reader.person, today.iso(), today.iso()});
  return own;
}

Condition clocks_seen(const Reader& reader, Date today, std::string_view table) {
  auto seen = cases_seen(reader, today, table);
  if (reads_incidents(reader.role)) return seen;
  const auto own = of_own_agency(reader, today, table, "agency");
  seen.add(" AND " + own.sql, own.bound);
  return seen;
}

Condition actions_seen(const Reader& reader, Date today, std::string_view table) {
  auto seen = cases_seen(reader, today, table);
  if (reads_incidents(reader.role)) return seen;
  const auto own = of_own_agency(reader, today, table, "owner");
  seen.add(fmt::format(" AND ({} OR {}.person = ?)", own.sql, table), own.bound);
  seen.bound.push_back(reader.person);
  return seen;
}

}  // namespace review
