#include "libreview/registers/return_links.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdint>

#include "libreview/store/access_log.hpp"
#include "libreview/store/digest.hpp"
#include "libreview/store/token_text.hpp"

namespace review {
namespace {

constexpr std::string_view select_link =
    "SELECT link, record, request, agency, contact, made, expires_on, coalesce(revoked, ''), draft IS NOT NULL, "
    "coalesce(entry, ''), coalesce(sent, ''), complete FROM return_links ";

ReturnLink link_of(const Prepared& row) {
  return {row.text(0), row.text(1), row.text(2),       row.text(3), row.text(4),  row.text(5),
          row.text(6), row.text(7), row.small(8) != 0, row.text(9), row.text(10), row.small(11) != 0};
}

}  // namespace

Result<ReturnLinks::Made> ReturnLinks::make(const Wish& wish, const std::string& by, Instant now) {
  return store_.in_one_transaction([&]() -> Result<Made> {
    const auto text = new_token_text(random_);
    const auto digest = sha256({text.secret});
    store_
        .prepare(
            "INSERT INTO return_links(link, secret_digest, record, request, agency, contact, made, expires_on) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        .with(text.id, std::span<const std::uint8_t>(digest), wish.case_id, wish.request, wish.agency, wish.contact,
              rfc3339(now), wish.expires_on.iso())
        .run();
    AccessLog(store_).add(now, by, "return-link-made", text.id,
                          fmt::format("for {} until {}", wish.contact, wish.expires_on.iso()));
    return Made{*of_id(text.id), token_line(text)};
  });
}

Result<ReturnLink> ReturnLinks::revoke(std::string_view case_id, std::string_view link, const std::string& by,
                                       Instant now) {
  return store_.in_one_transaction([&]() -> Result<ReturnLink> {
    const auto found = of_id(link);
    if (!found || found->case_id != case_id) return refuse(Code::not_found, "There is no link of this name here.");
    if (!found->revoked.empty()) return *found;
    store_.prepare("UPDATE return_links SET revoked = ?, draft = NULL, code_digest = NULL WHERE link = ?")
        .with(rfc3339(now), link)
        .run();
    store_.prepare("DELETE FROM return_sessions WHERE link = ?").with(link).run();
    AccessLog(store_).add(now, by, "return-link-revoked", found->link, "");
    return *of_id(link);
  });
}

std::vector<ReturnLink> ReturnLinks::of_case(std::string_view case_id) {
  return store_.reading([&] {
    static const auto sql = std::string(select_link) + "WHERE record = ? ORDER BY made, link";
    std::vector<ReturnLink> all;
    auto rows = store_.prepare(sql);
    rows.give(case_id);
    while (rows.step()) all.push_back(link_of(rows));
    return all;
  });
}

std::optional<ReturnLink> ReturnLinks::of_id(std::string_view link) {
  return store_.reading([&]() -> std::optional<ReturnLink> {
    static const auto sql = std::string(select_link) + "WHERE link = ?";
    auto row = store_.prepare(sql);
    if (!row.with(link).step()) return std::nullopt;
    return link_of(row);
  });
}

std::vector<ReturnLinkUse> ReturnLinks::uses(std::string_view link) {
  return store_.reading([&] {
    std::vector<ReturnLinkUse> all;
    auto rows = store_.prepare("SELECT time, what FROM return_link_uses WHERE link = ? ORDER BY use");
    rows.give(link);
    while (rows.step()) all.push_back({rows.text(0), rows.text(1)});
    return all;
  });
}

void ReturnLinks::note(std::string_view link, std::string_view what, Instant now) {
  store_.require_transaction();
  store_.prepare("INSERT INTO return_link_uses(link, time, what) VALUES (?, ?, ?)")
      .with(link, rfc3339(now), what)
      .run();
}

std::optional<ReturnLink> ReturnLinks::live(std::string_view line, Date today) {
  auto found = live_or_used(line, today);
  return found && !found->complete ? found : std::nullopt;
}

std::optional<ReturnLink> ReturnLinks::live_or_used(std::string_view line, Date today) {
  const auto text = parse_token(line);
  if (!text) return std::nullopt;
  return store_.reading([&]() -> std::optional<ReturnLink> {
    auto row = store_.prepare(
        "SELECT secret_digest FROM return_links JOIN contacts USING (contact) WHERE link = ? AND revoked IS NULL "
        "AND expires_on >= ? AND (ends IS NULL OR ends >= ?)");
    const auto live = row.with(text->id, today.iso(), today.iso()).step();
    if (!is_kept(live ? row.text(0) : std::string(), text->secret)) return std::nullopt;
    return of_id(text->id);
  });
}

void ReturnLinks::sent(std::string_view link, const std::string& entry, bool complete, Instant now) {
  store_.require_transaction();
  store_.prepare("UPDATE return_links SET entry = ?, sent = ?, complete = ? WHERE link = ?")
      .with(entry, rfc3339(now), complete ? 1 : 0, link)
      .run();
  if (complete) store_.prepare("UPDATE return_links SET draft = NULL WHERE link = ?").with(link).run();
  note(link, "SENT", now);
}

}  // namespace review
