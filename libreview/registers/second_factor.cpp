#include "libreview/registers/second_factor.hpp"

#include "libreview/store/access_log.hpp"
#include "libreview/store/typed_code.hpp"

namespace review {
namespace {

std::span<const std::uint8_t> bytes_of(const std::string& text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

void forget_codes(Store& store, const std::string& person) {
  store.prepare("DELETE FROM recovery_codes WHERE person = ?").with(person).run();
}

}  // namespace

Result<void> SecondFactors::begin(const std::string& person, const std::string& sealed, Instant now) {
  return store_.in_one_transaction([&]() -> Result<void> {
    auto account = store_.prepare("SELECT 1 FROM accounts WHERE person = ? AND disabled IS NULL");
    if (!account.with(person).step()) return refuse(Code::not_found, "There is no account of that person.");
    if (has(person)) return refuse(Code::already_recorded, "There is a second step already. Turn it off first.");
    store_
        .prepare(
            "INSERT INTO second_factors(person, sealed, made, last_step) VALUES (?, ?, ?, 0) "
            "ON CONFLICT(person) DO UPDATE SET sealed = excluded.sealed, made = excluded.made")
        .with(person, bytes_of(sealed), rfc3339(now))
        .run();
    return {};
  });
}

Result<std::vector<std::string>> SecondFactors::confirm(const std::string& person, std::int64_t step, Instant now) {
  return store_.in_one_transaction([&]() -> Result<std::vector<std::string>> {
    const auto confirmed =
        store_.prepare("UPDATE second_factors SET confirmed = ?, last_step = ? WHERE person = ? AND confirmed IS NULL")
            .with(rfc3339(now), step, person)
            .run_counting();
    if (confirmed == 0) return refuse(Code::not_found, "Nothing is being set up.");
    forget_codes(store_, person);
    std::vector<std::string> codes;
    while (codes.size() < recovery_codes_given) {
      codes.push_back(new_typed_code(random_));
      const auto digest = typed_code_digest(person, codes.back());
      store_.prepare("INSERT INTO recovery_codes(person, code_digest) VALUES (?, ?)")
          .with(person, std::span<const std::uint8_t>(digest))
          .run();
    }
    AccessLog(store_).add(now, person, "second-factor-set", person, "");
    return codes;
  });
}

Result<bool> SecondFactors::use_step(const std::string& person, std::int64_t step) {
  return store_.in_one_transaction([&]() -> Result<bool> {
    return store_
               .prepare(
                   "UPDATE second_factors SET last_step = ? WHERE person = ? AND confirmed IS NOT NULL AND last_step < "
                   "?")
               .with(step, person, step)
               .run_counting() == 1;
  });
}

Result<bool> SecondFactors::use_recovery_code(const std::string& person, std::string_view code, Instant now) {
  return store_.in_one_transaction([&]() -> Result<bool> {
    const auto digest = typed_code_digest(person, code);
    const auto used = store_.prepare("DELETE FROM recovery_codes WHERE person = ? AND code_digest = ?")
                          .with(person, std::span<const std::uint8_t>(digest))
                          .run_counting();
    if (used == 0) return false;
    AccessLog(store_).add(now, person, "recovery-code-used", person, "");
    return true;
  });
}

Result<void> SecondFactors::remove(const std::string& person, const std::string& by, Instant now) {
  return store_.in_one_transaction([&]() -> Result<void> {
    const bool had = has(person);
    store_.prepare("DELETE FROM second_factors WHERE person = ?").with(person).run();
    forget_codes(store_, person);
    if (had) AccessLog(store_).add(now, by, "second-factor-off", person, "");
    return {};
  });
}

std::optional<SecondFactor> SecondFactors::find(std::string_view person) {
  return store_.reading([&]() -> std::optional<SecondFactor> {
    auto row = store_.prepare("SELECT sealed, confirmed IS NOT NULL, last_step FROM second_factors WHERE person = ?");
    if (!row.with(person).step()) return std::nullopt;
    return SecondFactor{row.text(0), row.integer(1) != 0, row.integer(2)};
  });
}

bool SecondFactors::has(std::string_view person) {
  const auto factor = find(person);
  return factor && factor->confirmed;
}

int SecondFactors::recovery_codes_left(std::string_view person) {
  return store_.reading([&] {
    auto row = store_.prepare("SELECT count(*) FROM recovery_codes WHERE person = ?");
    return row.with(person).step() ? row.small(0) : 0;
  });
}

}  // namespace review
