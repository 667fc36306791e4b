#include "libreview/registers/channels.hpp"

namespace review {

Result<void> Channels::failing(const std::string& channel, bool gave_up, Date today, Instant now) {
  return store_.in_one_transaction([&]() -> Result<void> {
    store_.prepare("INSERT INTO channels(channel) VALUES (?) ON CONFLICT DO NOTHING").with(channel).run();
    store_.prepare("UPDATE channels SET failing_since = ?, failing_on = ? WHERE channel = ? AND failing_since = ''")
        .with(rfc3339(now), today.iso(), channel)
        .run();
    if (gave_up) store_.prepare("UPDATE channels SET gave_up = 1 WHERE channel = ?").with(channel).run();
    return {};
  });
}

Result<void> Channels::works(const std::string& channel) {
  return store_.in_one_transaction([&]() -> Result<void> {
    store_
        .prepare(
            "UPDATE channels SET failing_since = '', failing_on = '', gave_up = 0 WHERE channel = ? AND"
            " failing_since <> ''")
        .with(channel)
        .run();
    return {};
  });
}

std::vector<Channel> Channels::list() {
  return store_.reading([&] {
    std::vector<Channel> all;
    auto rows = store_.prepare("SELECT channel, failing_since, failing_on, gave_up FROM channels ORDER BY channel");
    while (rows.step()) all.push_back({rows.text(0), rows.text(1), rows.text(2), rows.integer(3) == 1});
    return all;
  });
}

}  // namespace review
