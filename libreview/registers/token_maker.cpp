#include "libreview/registers/token_maker.hpp"

#include "libreview/vocabulary/names.hpp"

namespace review {

std::string maker_of_token(Store& store, std::string_view token) {
  return store.reading([&] {
    auto row = store.prepare(
        "SELECT actor FROM access_log WHERE deed = 'token-issued' AND subject = ? ORDER BY change DESC LIMIT 1");
    if (!row.with(token).step()) return std::string();
    auto actor = row.text(0);
    return bare_reference(actor).value_or(actor);
  });
}

}  // namespace review
