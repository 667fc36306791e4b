#include "libreview/registers/sign_on_identities.hpp"

#include "libreview/store/access_log.hpp"

namespace review {
namespace {

constexpr std::size_t longest = 512;

bool is_identity(const SignOnIdentity& identity) {
  return !identity.issuer.empty() && !identity.subject.empty() && identity.issuer.size() <= longest &&
         identity.subject.size() <= longest;
}

}  // namespace

std::optional<std::string> SignOnIdentities::holder(const SignOnIdentity& identity) {
  auto row = store_.prepare("SELECT person FROM sign_on_identities WHERE issuer = ? AND subject = ?");
  if (!row.with(identity.issuer, identity.subject).step()) return std::nullopt;
  return row.text(0);
}

Result<Account> SignOnIdentities::bind(const std::string& person, const SignOnIdentity& identity, const std::string& by,
                                       Instant now) {
  if (!is_identity(identity))
    return refuse(Code::malformed, "Give the issuer and the subject, 512 characters at most.");
  return store_.in_one_transaction([&]() -> Result<Account> {
    const auto account = Accounts(store_, random_).find(person);
    if (!account || !account->disabled.empty()) return refuse(Code::not_found, "There is no account of that person.");
    const auto held = holder(identity);
    if (held == person) return *account;
    if (held) return refuse(Code::already_recorded, "That account opens somebody else's already.");
    store_.prepare("INSERT INTO sign_on_identities(issuer, subject, person, bound) VALUES (?, ?, ?, ?)")
        .with(identity.issuer, identity.subject, person, rfc3339(now))
        .run();
    AccessLog(store_).add(now, by, "account-bound", person, "of " + identity.issuer);
    return *account;
  });
}

Result<Account> SignOnIdentities::take_up(const Opening& opening, const SignOnIdentity& identity, Instant now) {
  return store_.in_one_transaction([&]() -> Result<Account> {
    Accounts accounts(store_, random_);
    const auto person = accounts.opened(opening, now);
    if (!person) return refuse(person.error());
    // First what can be refused: the transaction may be another's, and then nothing is rolled back.
    auto bound = bind(*person, identity, *person, now);
    if (!bound) return bound;
    return accounts.take_up(opening, now);
  });
}

std::optional<Account> SignOnIdentities::find(const SignOnIdentity& identity) {
  return store_.reading([&]() -> std::optional<Account> {
    const auto person = holder(identity);
    if (!person) return std::nullopt;
    auto account = Accounts(store_, random_).find(*person);
    return account && account->disabled.empty() ? account : std::nullopt;
  });
}

Result<Account> SignOnIdentities::arrive(const SignOnIdentity& identity, bool second_factor, Instant now) {
  return store_.in_one_transaction([&]() -> Result<Account> {
    const auto account = find(identity);
    if (!account) return refuse(Code::not_found, "This account is not known here.");
    AccessLog(store_).add(now, account->person, "signed-on", account->person,
                          second_factor ? "with a second factor" : "with one factor");
    return *account;
  });
}

std::vector<SignOnIdentity> SignOnIdentities::of(std::string_view person) {
  return store_.reading([&] {
    std::vector<SignOnIdentity> identities;
    auto rows =
        store_.prepare("SELECT issuer, subject FROM sign_on_identities WHERE person = ? ORDER BY issuer, subject");
    rows.give(person);
    while (rows.step()) identities.push_back({rows.text(0), rows.text(1)});
    return identities;
  });
}

}  // namespace review
