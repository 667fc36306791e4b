#include "libreview/registers/accounts.hpp"

#include <fmt/format.h>

#include "libreview/base/refuse_at.hpp"
#include "libreview/registers/may_invite.hpp"
#include "libreview/registers/people.hpp"
#include "libreview/registers/second_factor.hpp"
#include "libreview/store/access_log.hpp"
#include "libreview/store/digest.hpp"
#include "libreview/store/token_text.hpp"
#include "libreview/store/typed_code.hpp"

namespace review {
namespace {

constexpr std::string_view select_account =
    "SELECT person, role, password, made, coalesce(disabled, ''), name, agency, last_signed_in FROM accounts ";

std::span<const std::uint8_t> bytes_of(const std::string& text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

Account account_of(const Prepared& row) {
  return {row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6), row.text(7)};
}

}  // namespace

void Accounts::end_what_opens(const std::string& person, const std::string& at) {
  store_.prepare("UPDATE invitations SET ended = ? WHERE person = ? AND ended IS NULL").with(at, person).run();
  store_.prepare("UPDATE sessions SET ended = ? WHERE person = ? AND ended IS NULL").with(at, person).run();
  store_.prepare("DELETE FROM pending_sign_ins WHERE person = ?").with(person).run();
  store_.prepare("DELETE FROM device_people WHERE person = ?").with(person).run();
  store_.prepare("UPDATE feeds SET revoked = ? WHERE person = ? AND revoked IS NULL").with(at, person).run();
}

Result<Invitation> Accounts::new_invitation(const std::string& person, const std::string& expires,
                                            const std::string& code_digest) {
  const auto text = new_token_text(random_);
  const auto digest = sha256({text.secret});
  store_
      .prepare(
          "INSERT INTO invitations(invitation, person, secret_digest, expires, code_digest) "
          "VALUES (?, ?, ?, ?, nullif(?, x''))")
      .with(text.id, person, std::span<const std::uint8_t>(digest), expires, bytes_of(code_digest))
      .run();
  return Invitation{person, expires, token_line(text), !code_digest.empty()};
}

void Accounts::forget_identities(const std::string& person) {
  store_.prepare("DELETE FROM sign_on_identities WHERE person = ?").with(person).run();
}

Result<Invitation> Accounts::invite(const std::string& person, const std::string& role, const std::string& by,
                                    Instant now, const AccountDetails& details, const std::string& code_digest) {
  return store_.in_one_transaction([&]() -> Result<Invitation> {
    if (auto may = may_invite(*this, person, role, details.agency); !may) return refuse(std::move(may.error()));
    const auto at = rfc3339(now);
    make_person(store_, person, by, now);
    store_
        .prepare(
            "INSERT INTO accounts(person, role, password, made, name, agency) VALUES (?, ?, '', ?, ?, ?) "
            "ON CONFLICT(person) DO UPDATE SET password = '', disabled = NULL, "
            "name = coalesce(nullif(excluded.name, ''), name)")
        .with(person, role, at, details.name, details.agency)
        .run();
    end_what_opens(person, at);
    forget_identities(person);
    const auto expires = rfc3339(now + invitation_life);
    AccessLog(store_).add(now, by, "person-invited", person, fmt::format("as {} until {}", role, expires));
    return new_invitation(person, expires, code_digest);
  });
}

Result<Invitation> Accounts::reset(const std::string& person, bool second_factor, const std::string& by, Instant now,
                                   const std::string& code_digest) {
  return store_.in_one_transaction([&]() -> Result<Invitation> {
    const auto account = find(person);
    if (!account || !account->disabled.empty()) {
      return refuse(Code::not_found, "There is no account of that person, or it is shut.");
    }
    store_.prepare("UPDATE accounts SET password = '' WHERE person = ?").with(person).run();
    end_what_opens(person, rfc3339(now));
    if (second_factor) {
      if (auto removed = SecondFactors(store_, random_).remove(person, by, now); !removed) {
        return refuse(std::move(removed.error()));
      }
    }
    const auto expires = rfc3339(now + invitation_life);
    AccessLog(store_).add(now, by, "password-reset", person, fmt::format("link until {}", expires));
    return new_invitation(person, expires, code_digest);
  });
}

Result<void> Accounts::renew_digest(const std::string& person, const std::string& old, const std::string& digest) {
  return store_.in_one_transaction([&]() -> Result<void> {
    store_.prepare("UPDATE accounts SET password = ? WHERE person = ? AND password = ? AND password <> ''")
        .with(digest, person, old)
        .run();
    return {};
  });
}

Result<void> Accounts::change_password(const std::string& person, const std::string& old, const std::string& digest,
                                       Instant now) {
  return store_.in_one_transaction([&]() -> Result<void> {
    const auto changed =
        store_.prepare("UPDATE accounts SET password = ? WHERE person = ? AND password = ? AND disabled IS NULL")
            .with(digest, person, old)
            .run_counting();
    if (changed == 0) return refuse(Code::stale, "The password was changed meanwhile.");
    AccessLog(store_).add(now, person, "password-changed", person, "");
    return {};
  });
}

std::optional<std::string> Accounts::invited(std::string_view line, Instant now) {
  const auto text = parse_token(line);
  if (!text) return std::nullopt;
  return store_.reading([&]() -> std::optional<std::string> {
    auto row = store_.prepare(
        "SELECT secret_digest, person FROM invitations WHERE invitation = ? AND ended IS NULL AND expires > ?");
    const auto live = row.with(text->id, rfc3339(now)).step();
    if (!is_kept(live ? row.text(0) : std::string(), text->secret)) return std::nullopt;
    return row.text(1);
  });
}

bool Accounts::wants_code(std::string_view line, Instant now) {
  return store_.reading([&] {
    if (!invited(line, now)) return false;
    auto row = store_.prepare("SELECT 1 FROM invitations WHERE invitation = ? AND code_digest IS NOT NULL");
    return row.with(parse_token(line)->id).step();
  });
}

Result<std::string> Accounts::opened(const Opening& opening, Instant now) {
  return store_.reading([&]() -> Result<std::string> {
    auto person = invited(opening.line, now);
    if (!person) return refuse(Code::not_found, "This link is used up or too old. Ask for a new one.");
    if (!wants_code(opening.line, now)) return std::move(*person);
    auto row = store_.prepare("SELECT 1 FROM invitations WHERE invitation = ? AND code_digest = ?");
    const auto digest = typed_code_digest(opening_code_use, opening.code);
    if (row.with(parse_token(opening.line)->id, std::span<const std::uint8_t>(digest)).step()) {
      return std::move(*person);
    }
    return refuse_at(Code::malformed,
                     "This is not the code of the link. Ask the person who approved it: they were shown the code.",
                     "/code");
  });
}

Result<Account> Accounts::take_up(const Opening& opening, Instant now) {
  return store_.in_one_transaction([&]() -> Result<Account> {
    const auto person = opened(opening, now);
    if (!person) return refuse(person.error());
    end_what_opens(*person, rfc3339(now));
    return *find(*person);
  });
}

Result<Account> Accounts::accept(const Opening& opening, const std::string& password, Instant now) {
  return store_.in_one_transaction([&]() -> Result<Account> {
    const auto taken = take_up(opening, now);
    if (!taken) return refuse(taken.error());
    const auto& person = taken->person;
    store_.prepare("UPDATE accounts SET password = ? WHERE person = ?").with(password, person).run();
    AccessLog(store_).add(now, person, "password-set", person, "");
    return *find(person);
  });
}

Result<Account> Accounts::disable(const std::string& person, const std::string& by, Instant now) {
  return store_.in_one_transaction([&]() -> Result<Account> {
    const auto account = find(person);
    if (!account) return refuse(Code::not_found, "There is no account of that person.");
    if (!account->disabled.empty()) return *account;
    const auto at = rfc3339(now);
    store_.prepare("UPDATE accounts SET disabled = ?, password = '' WHERE person = ?").with(at, person).run();
    end_what_opens(person, at);
    forget_identities(person);
    store_.prepare("UPDATE tokens SET revoked = ? WHERE person = ? AND revoked IS NULL").with(at, person).run();
    AccessLog(store_).add(now, by, "person-disabled", person, "");
    return *find(person);
  });
}

std::optional<Account> Accounts::find(std::string_view person) {
  return store_.reading([&]() -> std::optional<Account> {
    static const auto sql = std::string(select_account) + "WHERE person = ?";
    auto row = store_.prepare(sql);
    if (!row.with(person).step()) return std::nullopt;
    return account_of(row);
  });
}

std::vector<Account> Accounts::list() {
  return store_.reading([&] {
    static const auto sql = std::string(select_account) + "ORDER BY person";
    std::vector<Account> accounts;
    auto rows = store_.prepare(sql);
    while (rows.step()) accounts.push_back(account_of(rows));
    return accounts;
  });
}

}  // namespace review
