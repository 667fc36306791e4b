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

namespace {

/// As whom `reviewctl` acts on the file, unless somebody has an account of that name.
constexpr std::string_view the_operator = "reviewctl";

}  // namespace

bool is_made_by_another(Store& store, const Token& token) {
  const auto maker = maker_of_token(store, token.id);
  if (maker == token.person) return false;
  if (maker != the_operator) return true;
  return store.reading([&] {
    auto account = store.prepare("SELECT 1 FROM accounts WHERE person = ?");
    return account.with(the_operator).step();
  });
}

}  // namespace review
