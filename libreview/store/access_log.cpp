#include "libreview/store/access_log.hpp"

namespace review {
namespace {

/// Rows of older stores have `people/` before the id of some people.
std::string bare(std::string_view actor) {
  constexpr std::string_view collection = "people/";
  return std::string(actor.starts_with(collection) ? actor.substr(collection.size()) : actor);
}

}  // namespace

void AccessLog::add(Instant now, const std::string& actor, const std::string& deed, const std::string& subject,
                    const std::string& detail) {
  store_.require_transaction();
  store_
      .prepare(
          "INSERT INTO access_log(change, time, actor, deed, subject, detail) "
          "VALUES ((SELECT coalesce(max(change), 0) + 1 FROM access_log), ?, ?, ?, ?, ?)")
      .with(rfc3339(now), bare(actor), deed, subject, detail)
      .run();
}

std::vector<AccessChange> AccessLog::since(std::int64_t after, std::size_t limit) {
  return store_.reading([&] {
    std::vector<AccessChange> changes;
    auto rows = store_.prepare(
        "SELECT change, time, actor, deed, subject, detail FROM access_log WHERE change > ? ORDER BY change LIMIT ?");
    rows.give(after, static_cast<std::int64_t>(limit));
    while (rows.step()) {
      changes.push_back({rows.integer(0), rows.text(1), bare(rows.text(2)), rows.text(3), rows.text(4), rows.text(5)});
    }
    return changes;
  });
}

}  // namespace review
