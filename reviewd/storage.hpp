#pragma once

#include <memory>
#include <optional>
#include <string>

#include "libreview/desk/desk.hpp"
#include "libreview/journal/accounts.hpp"
#include "libreview/journal/devices.hpp"
#include "libreview/journal/glass.hpp"
#include "libreview/journal/reads.hpp"
#include "libreview/journal/roster.hpp"
#include "libreview/journal/second_factor.hpp"
#include "libreview/journal/sessions.hpp"
#include "libreview/journal/settings.hpp"
#include "libreview/journal/sign_ins.hpp"
#include "libreview/journal/sign_on_identities.hpp"
#include "libreview/journal/sqlite_journal.hpp"
#include "libreview/journal/store.hpp"
#include "libreview/journal/system_random.hpp"
#include "libreview/journal/tokens.hpp"
#include "reviewd/identity/secret_box.hpp"
#include "reviewd/now.hpp"

namespace reviewd {

/// Everything that belongs to the storage thread: the store and what works on it.
class Storage {
 public:
  /// `overlay` is the text of the partnership's overlay; the law and the holidays go into the fingerprint of the views.
  /// The pepper is that of the passwords; empty where there is none.
  Storage(std::unique_ptr<review::Store> store, review::RuleBook law, review::Calendar calendar,
          std::string fingerprint, std::string_view pepper = {});

  [[nodiscard]] review::Desk& desk() { return desk_; }
  [[nodiscard]] review::Journal& journal() { return journal_; }
  [[nodiscard]] review::Tokens& tokens() { return tokens_; }
  [[nodiscard]] review::Accounts& accounts() { return accounts_; }
  [[nodiscard]] review::Sessions& sessions() { return sessions_; }
  [[nodiscard]] review::Reads& reads() { return reads_; }
  [[nodiscard]] review::Glass& glass() { return glass_; }
  /// Records what the desk has shown to this reader since it was last asked. It is on disk with the commit of the
  /// transaction that is open, or of its own; refused, nothing may be shown.
  [[nodiscard]] review::Result<void> record_shown(const review::Reader& reader);
  [[nodiscard]] review::SignOnIdentities& sign_on_identities() { return sign_on_identities_; }
  [[nodiscard]] review::SecondFactors& second_factors() { return second_factors_; }
  [[nodiscard]] review::Devices& devices() { return devices_; }
  [[nodiscard]] review::SignIns& sign_ins() { return sign_ins_; }
  /// What seals the secrets of second factors.
  [[nodiscard]] const SecretBox& secret_box() const { return secret_box_; }
  [[nodiscard]] review::Random& random() { return random_; }
  [[nodiscard]] review::Store& store() { return *store_; }
  [[nodiscard]] review::Views& views() { return views_; }

  /// Now, or in a practice store the day that was set.
  [[nodiscard]] review::Moment moment();
  /// The set day of a practice store.
  [[nodiscard]] std::optional<review::Date> practice_day();
  /// Sets it. `not-permitted` in a real store.
  [[nodiscard]] review::Result<void> set_practice_day(review::Date day, const std::string& person);

 private:
  std::unique_ptr<review::Store> store_;
  review::RuleBook law_;
  review::Calendar calendar_;
  review::SystemRandom random_;
  review::SqliteJournal journal_;
  review::Views views_;
  review::Tokens tokens_;
  review::Accounts accounts_;
  review::Sessions sessions_;
  review::SignOnIdentities sign_on_identities_;
  review::SecondFactors second_factors_;
  review::Devices devices_;
  review::SignIns sign_ins_;
  SecretBox secret_box_;
  review::Settings settings_;
  review::Reads reads_;
  review::Glass glass_;
  review::Roster roster_;
  review::Desk desk_;
};

}  // namespace reviewd
