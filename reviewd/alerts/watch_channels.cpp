#include "reviewd/alerts/watch_channels.hpp"

#include <algorithm>

#include "libreview/registers/channels.hpp"
#include "libreview/registers/webhooks.hpp"
#include "reviewd/storage/reminder_hours.hpp"

namespace reviewd {
namespace {

bool is_down(const review::Channel& channel, review::Instant latest) {
  if (channel.failing_since.empty()) return false;
  return channel.gave_up || channel.failing_since <= review::rfc3339(latest);
}

constexpr std::string_view of_webhook = "webhook-";

/// Webhooks keep for themselves how they fare, and it is theirs to say when one is in trouble.
review::Result<void> ask_webhooks(Storage& storage, review::Channels& channels, review::Instant latest) {
  const auto troubled = review::Webhooks(storage.store(), storage.random()).in_trouble(latest);
  const auto moment = storage.moment();
  for (const auto& webhook : troubled) {
    const auto kept = channels.failing(std::string(of_webhook) + webhook.webhook, true, moment.today, moment.now);
    if (!kept) return kept;
  }
  for (const auto& channel : channels.list()) {
    if (!channel.channel.starts_with(of_webhook) || channel.failing_since.empty()) continue;
    const auto is_it = [&](const auto& webhook) {
      return channel.channel.substr(of_webhook.size()) == webhook.webhook;
    };
    if (std::any_of(troubled.begin(), troubled.end(), is_it)) continue;
    if (const auto kept = channels.works(channel.channel); !kept) return kept;
  }
  return {};
}

}  // namespace

review::Result<void> watch_channels(Storage& storage) {
  const auto& law = storage.desk().law();
  // Tries are made by the clock of the machine, whatever day a practice store has.
  const auto latest = now(std::nullopt).now - channel_patience(storage);
  review::Channels channels(storage.store());
  if (const auto asked = ask_webhooks(storage, channels, latest); !asked) return asked;
  for (const auto& channel : channels.list()) {
    std::vector<review::Armed> armed;
    if (is_down(channel, latest)) {
      review::Arm arm{"channel-failing:" + channel.channel, "", review::Date::parse(channel.failing_on).value()};
      const auto first = review::next_step_after(arm, law, storage.desk().calendar());
      armed.push_back({std::move(arm), first});
    }
    const auto kept = storage.alert_arms().keep("channels/" + channel.channel, armed);
    if (!kept) return kept;
  }
  return {};
}

}  // namespace reviewd
