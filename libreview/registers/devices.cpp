#include "libreview/registers/devices.hpp"

#include "libreview/store/access_log.hpp"
#include "libreview/store/digest.hpp"
#include "libreview/store/token_text.hpp"

namespace review {

std::optional<std::string> Devices::live(std::string_view line, Instant now) {
  const auto text = parse_token(line);
  if (!text) return std::nullopt;
  return store_.reading([&]() -> std::optional<std::string> {
    auto row = store_.prepare("SELECT secret_digest FROM devices WHERE device = ? AND expires > ?");
    const auto found = row.with(text->id, rfc3339(now)).step();
    if (!is_kept(found ? row.text(0) : std::string(), text->secret)) return std::nullopt;
    return text->id;
  });
}

std::optional<std::string> Devices::find(std::string_view line, std::string_view person, Instant now) {
  const auto device = live(line, now);
  if (!device) return std::nullopt;
  return store_.reading([&]() -> std::optional<std::string> {
    auto row = store_.prepare("SELECT 1 FROM device_people WHERE device = ? AND person = ?");
    return row.with(*device, person).step() ? device : std::nullopt;
  });
}

Result<std::string> Devices::remember(std::string_view line, const std::string& person, Instant now) {
  return store_.in_one_transaction([&]() -> Result<std::string> {
    store_.prepare("DELETE FROM devices WHERE expires <= ?").with(rfc3339(now)).run();
    const auto expires = rfc3339(now + device_life);
    auto device = live(line, now);
    std::string kept(line);
    if (device) {
      store_.prepare("UPDATE devices SET expires = ? WHERE device = ?").with(expires, *device).run();
    } else {
      const auto text = new_token_text(random_);
      const auto digest = sha256({text.secret});
      store_.prepare("INSERT INTO devices(device, secret_digest, expires) VALUES (?, ?, ?)")
          .with(text.id, std::span<const std::uint8_t>(digest), expires)
          .run();
      device = text.id;
      kept = token_line(text);
    }
    const auto added = store_.prepare("INSERT INTO device_people(device, person) VALUES (?, ?) ON CONFLICT DO NOTHING")
                           .with(*device, person)
                           .run_counting();
    if (added > 0) AccessLog(store_).add(now, person, "device-known", person, *device);
    return kept;
  });
}

}  // namespace review
