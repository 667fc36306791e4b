#include "reviewd/alerts/watch_channels.hpp"

#include "libreview/registers/channels.hpp"
#include "reviewd/storage/reminder_hours.hpp"

namespace reviewd {
namespace {

bool is_down(const review::Channel& channel, review::Instant latest) {
  if (channel.failing_since.empty()) return false;
  return channel.gave_up || channel.failing_since <= review::rfc3339(latest);
}

}  // namespace

review::Result<void> watch_channels(Storage& storage) {
  const auto& law = storage.desk().law();
  // Tries are made by the clock of the machine, whatever day a practice store has.
  const auto latest = now(std::nullopt).now - channel_patience(storage);
  for (const auto& channel : review::Channels(storage.store()).list()) {
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
