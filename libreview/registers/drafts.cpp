#include "libreview/registers/drafts.hpp"

#include "libreview/store/random_id.hpp"

namespace review {
namespace {

constexpr std::string_view draft_columns = "draft, person, kind, case_id, content, made, changed, expires, became";

Draft draft_of(const Prepared& row) {
  return {row.text(0), row.text(1), row.text(2), row.text(3), row.text(4),
          row.text(5), row.text(6), row.text(7), row.text(8)};
}

Refusal no_draft() { return {Code::not_found, "There is no draft of that name, or none that is yours."}; }
Refusal too_large() { return {Code::too_large, "This is more than a draft can hold. Record it in several updates."}; }

}  // namespace

Result<Draft> Drafts::begin(const std::string& person, const std::string& kind, const std::string& case_id,
                            const std::string& values, Instant now) {
  if (values.size() > most_bytes) return refuse(too_large());
  return store_.in_one_transaction([&]() -> Result<Draft> {
    const auto at = rfc3339(now);
    store_.prepare("DELETE FROM drafts WHERE expires <= ?").with(at).run();
    if (list(person, now).size() >= most) {
      return refuse(Code::too_many, "You have too many drafts. Record or delete some of them first.");
    }
    const Draft draft{random_id(random_), person, kind, case_id, values, at, at, rfc3339(now + draft_life), {}};
    store_
        .prepare(
            "INSERT INTO drafts(draft, person, kind, case_id, content, made, changed, expires, became) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, '')")
        .with(draft.draft, person, kind, case_id, values, at, at, draft.expires)
        .run();
    return draft;
  });
}

Result<Draft> Drafts::keep(std::string_view draft, std::string_view person, const std::string& values, Instant now) {
  if (values.size() > most_bytes) return refuse(too_large());
  return store_.in_one_transaction([&]() -> Result<Draft> {
    auto found = find(draft, person, now);
    if (!found || !found->became.empty()) return refuse(no_draft());
    found->values = values;
    found->changed = rfc3339(now);
    store_.prepare("UPDATE drafts SET content = ?, changed = ? WHERE draft = ?")
        .with(values, found->changed, draft)
        .run();
    return *found;
  });
}

Result<Draft> Drafts::recorded(std::string_view draft, std::string_view person, const std::string& case_id,
                               Instant now) {
  return store_.in_one_transaction([&]() -> Result<Draft> {
    auto found = find(draft, person, now);
    if (!found) return refuse(no_draft());
    found->values = "{}";
    found->became = case_id;
    found->changed = rfc3339(now);
    store_.prepare("UPDATE drafts SET content = '{}', became = ?, changed = ? WHERE draft = ?")
        .with(case_id, found->changed, draft)
        .run();
    return *found;
  });
}

Result<Draft> Drafts::discard(std::string_view draft, std::string_view person, Instant now) {
  return store_.in_one_transaction([&]() -> Result<Draft> {
    auto found = find(draft, person, now);
    if (!found) return refuse(no_draft());
    store_.prepare("DELETE FROM drafts WHERE draft = ?").with(draft).run();
    return *found;
  });
}

std::optional<Draft> Drafts::find(std::string_view draft, std::string_view person, Instant now) {
  return store_.reading([&]() -> std::optional<Draft> {
    static const auto sql =
        "SELECT " + std::string(draft_columns) + " FROM drafts WHERE draft = ? AND person = ? AND expires > ?";
    auto row = store_.prepare(sql);
    if (!row.with(draft, person, rfc3339(now)).step()) return std::nullopt;
    return draft_of(row);
  });
}

std::vector<Draft> Drafts::list(std::string_view person, Instant now) {
  return store_.reading([&] {
    std::vector<Draft> drafts;
    auto rows = store_.prepare(
        "SELECT draft, person, kind, case_id, '', made, changed, expires, became FROM drafts "
        "WHERE person = ? AND became = '' AND expires > ? ORDER BY changed DESC, draft");
    rows.give(person, rfc3339(now));
    while (rows.step()) drafts.push_back(draft_of(rows));
    return drafts;
  });
}

}  // namespace review
