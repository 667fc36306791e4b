#include "libreview/registers/notices.hpp"

#include <array>
#include <utility>

namespace review {
namespace {

constexpr std::array<std::pair<NoticeSort, std::string_view>, 3> sorts{
    {{NoticeSort::immediate, "IMMEDIATE"}, {NoticeSort::daily, "DAILY"}, {NoticeSort::agency, "AGENCY"}}};

std::string_view sort_name(NoticeSort sort) {
  for (const auto& [one, name] : sorts) {
    if (one == sort) return name;
  }
  return {};
}

NoticeSort sort_of(std::string_view name) {
  for (const auto& [sort, one] : sorts) {
    if (one == name) return sort;
  }
  return NoticeSort::daily;
}

constexpr std::string_view select_notice =
    "SELECT notice, alert, alert_key, person, sort, made FROM notices WHERE mail IS NULL AND dropped IS NULL AND ";

Notice notice_of(const Prepared& row) {
  return {row.integer(0), row.text(1), row.text(2), row.text(3), sort_of(row.text(4)), row.text(5)};
}

constexpr std::string_view about_notice = "notices/";

/// The first after `person` for whose list something waits: the index is asked once for each, however long the lists.
std::string next_with_list(Store& store, const std::string& person) {
  auto row = store.prepare(
      "SELECT person FROM notices WHERE mail IS NULL AND dropped IS NULL AND sort = 'DAILY' AND person > ?"
      " ORDER BY person LIMIT 1");
  return row.with(person).step() ? row.text(0) : std::string();
}

}  // namespace

std::string Notices::list_key(const std::string& person, Date day) { return "list/" + person + "/" + day.iso(); }

std::string Notices::list_about(std::int64_t last) { return std::string(about_notice) + std::to_string(last); }

Result<void> Notices::add(const Alert& alert, const std::string& person, NoticeSort sort, Instant now) {
  store_.require_transaction();
  return store_.attempt([&]() -> Result<void> {
    store_
        .prepare(
            "INSERT INTO notices(alert, alert_key, person, sort, made) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (person, alert_key) DO NOTHING")
        .with(alert.alert, alert.key(), person, sort_name(sort), rfc3339(now))
        .run();
    return {};
  });
}

std::vector<Notice> Notices::waiting(int limit) {
  return store_.reading([&] {
    static const auto sql = std::string(select_notice) + "sort IN ('IMMEDIATE', 'AGENCY') ORDER BY notice LIMIT ?";
    std::vector<Notice> all;
    auto rows = store_.prepare(sql);
    rows.give(limit);
    while (rows.step()) all.push_back(notice_of(rows));
    return all;
  });
}

std::vector<std::string> Notices::wait_for_list(Instant until, Date day, int limit) {
  return store_.reading([&] {
    std::vector<std::string> people;
    auto rows = store_.prepare(
        "SELECT DISTINCT person FROM notices WHERE mail IS NULL AND dropped IS NULL AND sort = 'DAILY' AND made <= ?"
        " AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.dedupe = 'list/' || notices.person || '/' || ?"
        " AND o.dedupe <> '') ORDER BY person LIMIT ?");
    rows.give(rfc3339(until), day.iso(), limit);
    while (rows.step()) people.push_back(rows.text(0));
    return people;
  });
}

std::optional<std::int64_t> Notices::end_of_list(const std::string& person, Instant until) {
  return store_.reading([&]() -> std::optional<std::int64_t> {
    auto row = store_.prepare(
        "SELECT notice FROM notices WHERE mail IS NULL AND dropped IS NULL AND sort = 'DAILY' AND person = ?"
        " AND made <= ? ORDER BY notice DESC LIMIT 1");
    if (!row.with(person, rfc3339(until)).step()) return std::nullopt;
    return row.integer(0);
  });
}

std::vector<Notice> Notices::list_of(const std::string& person, std::int64_t last, int limit) {
  return store_.reading([&] {
    static const auto sql =
        std::string(select_notice) + "sort = 'DAILY' AND person = ? AND notice <= ? ORDER BY notice LIMIT ?";
    std::vector<Notice> all;
    auto rows = store_.prepare(sql);
    rows.give(person, last, limit);
    while (rows.step()) all.push_back(notice_of(rows));
    return all;
  });
}

std::optional<UnfinishedList> Notices::unfinished_list() {
  return store_.reading([&]() -> std::optional<UnfinishedList> {
    for (auto person = next_with_list(store_, ""); !person.empty(); person = next_with_list(store_, person)) {
      // Not the one of the latest day: a practice store may go back to an earlier one.
      auto made = store_.prepare(
          "SELECT mail, substr(dedupe, -10), CAST(substr(about, length(?1) + 1) AS INTEGER) FROM outbox"
          " WHERE dedupe > 'list/' || ?2 || '/' AND dedupe < 'list/' || ?2 || '0' AND dedupe <> ''"
          " ORDER BY +mail DESC LIMIT 1");
      if (!made.with(about_notice, person).step()) continue;
      UnfinishedList list{made.integer(0), person, made.text(1), made.integer(2)};
      if (!list_of(person, list.last, 1).empty()) return list;
    }
    return std::nullopt;
  });
}

Result<void> Notices::mailed(std::int64_t notice, std::int64_t mail) {
  store_.require_transaction();
  return store_.attempt([&]() -> Result<void> {
    store_.prepare("UPDATE notices SET mail = ? WHERE notice = ?").with(mail, notice).run();
    return {};
  });
}

Result<void> Notices::drop(std::int64_t notice, std::string_view why) {
  store_.require_transaction();
  return store_.attempt([&]() -> Result<void> {
    store_.prepare("UPDATE notices SET dropped = ? WHERE notice = ?").with(why, notice).run();
    return {};
  });
}

std::vector<NoticeState> Notices::of_alert(std::string_view alert) {
  return store_.reading([&] {
    std::vector<NoticeState> all;
    auto rows = store_.prepare(
        "SELECT n.person, n.sort, n.made, coalesce(o.delivered, ''), coalesce(o.failed, '') FROM notices n"
        " LEFT JOIN outbox o ON o.mail = n.mail WHERE n.alert = ? AND n.dropped IS NULL ORDER BY n.person");
    rows.give(alert);
    while (rows.step()) all.push_back({rows.text(0), sort_of(rows.text(1)), rows.text(2), rows.text(3), rows.text(4)});
    return all;
  });
}

std::vector<Insider> Notices::insiders(Instant now) {
  return store_.reading([&] {
    std::vector<Insider> all;
    auto rows = store_.prepare(
        "SELECT person, role, coalesce(agency, '') FROM accounts WHERE disabled IS NULL"
        " UNION SELECT t.person, t.role, t.agency FROM tokens t WHERE t.revoked IS NULL AND t.expires > ?"
        " AND t.scopes = '' AND t.cases = '' AND NOT EXISTS (SELECT 1 FROM accounts a WHERE a.person = t.person)"
        " ORDER BY 1, 2");
    rows.give(rfc3339(now));
    while (rows.step()) {
      if (all.empty() || all.back().person != rows.text(0)) {
        all.push_back({rows.text(0), rows.text(1), rows.text(2)});
      }
    }
    return all;
  });
}

}  // namespace review
