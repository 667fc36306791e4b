#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "libreview/desk/desk.hpp"
#include "libreview/journal/documents.hpp"
#include "libreview/journal/sqlite_journal.hpp"
#include "libreview/registers/accounts.hpp"
#include "libreview/registers/alerts.hpp"
#include "libreview/registers/approvals.hpp"
#include "libreview/registers/contacts.hpp"
#include "libreview/registers/devices.hpp"
#include "libreview/registers/drafts.hpp"
#include "libreview/registers/glass.hpp"
#include "libreview/registers/outbox.hpp"
#include "libreview/registers/read_log.hpp"
#include "libreview/registers/return_alerts.hpp"
#include "libreview/registers/return_links.hpp"
#include "libreview/registers/roster.hpp"
#include "libreview/registers/second_factor.hpp"
#include "libreview/registers/sessions.hpp"
#include "libreview/registers/sign_ins.hpp"
#include "libreview/registers/sign_on_identities.hpp"
#include "libreview/registers/tokens.hpp"
#include "libreview/store/settings.hpp"
#include "libreview/store/store.hpp"
#include "libreview/store/system_random.hpp"
#include "reviewd/base/now.hpp"
#include "reviewd/settings/in_force.hpp"
#include "reviewd/storage/heartbeat.hpp"
#include "reviewd/storage/past_files.hpp"
#include "reviewd/storage/presence.hpp"
#include "reviewd/storage/secret_box.hpp"

namespace reviewd {

/// Everything that belongs to the storage thread: the store and what works on it.
class Storage {
 public:
  /// `in_force` is the law and the days off under `config` and what the store settles.
  Storage(std::unique_ptr<review::Store> store, Config config, InForce in_force);

  [[nodiscard]] review::Desk& desk() { return desk_; }
  [[nodiscard]] review::Journal& journal() { return journal_; }
  [[nodiscard]] review::Tokens& tokens() { return tokens_; }
  [[nodiscard]] review::Accounts& accounts() { return accounts_; }
  [[nodiscard]] review::Sessions& sessions() { return sessions_; }
  [[nodiscard]] review::ReadLog& read_log() { return read_log_; }
  [[nodiscard]] review::Glass& glass() { return glass_; }
  /// Records what the desk has shown to this reader since it was last asked. It is on disk with the commit of the
  /// transaction that is open, or of its own; refused, nothing may be shown.
  [[nodiscard]] review::Result<void> record_shown(const review::Reader& reader);
  [[nodiscard]] review::SignOnIdentities& sign_on_identities() { return sign_on_identities_; }
  [[nodiscard]] review::Documents& documents() { return documents_; }
  [[nodiscard]] review::Drafts& drafts() { return drafts_; }
  [[nodiscard]] Presence& presence() { return presence_; }
  /// Spreadsheets that are being brought in.
  [[nodiscard]] PastFiles& past_files() { return past_files_; }
  /// Chronologies of agencies that are being taken in.
  [[nodiscard]] ChronologyFiles& chronology_files() { return chronology_files_; }
  [[nodiscard]] review::SecondFactors& second_factors() { return second_factors_; }
  [[nodiscard]] review::Devices& devices() { return devices_; }
  [[nodiscard]] review::SignIns& sign_ins() { return sign_ins_; }
  /// What seals the secrets of second factors.
  [[nodiscard]] const SecretBox& secret_box() const { return secret_box_; }
  [[nodiscard]] review::Random& random() { return random_; }
  [[nodiscard]] review::Approvals& approvals() { return approvals_; }
  [[nodiscard]] review::Settings& settings() { return settings_; }
  [[nodiscard]] review::Store& store() { return *store_; }
  [[nodiscard]] review::Views& views() { return views_; }
  [[nodiscard]] const Config& config() const { return config_; }

  /// What the partnership settled in the service.
  [[nodiscard]] Settled settled() { return settled_in(settings_); }
  [[nodiscard]] static Settled settled_in(review::Settings& settings);
  /// What was settled before that instant.
  [[nodiscard]] static Settled settled_before(review::Settings& settings, review::Instant before);
  /// Brings law, days off and views in line with what is settled now. Outside a transaction. What points into the law
  /// or the calendar of before does not outlive it.
  [[nodiscard]] review::Result<void> take_effect();

  /// Law and days off as they were known on a day.
  struct Known {
    std::shared_ptr<const InForce> rules;
    RulesStamp then;       ///< what was in force on that day, as it was put on record
    bool is_told = false;  ///< whether `then` is: what held before the service began to record it is not known
  };
  /// As known at the end of that day: what was settled later, or came with a later configuration or program, is left
  /// out. Those of now where the rules of then cannot be read any more; `then` is theirs all the same.
  [[nodiscard]] Known known_on(review::Date day);
  /// The same, with those of now for a day that is not over.
  [[nodiscard]] Known known_on_or_now(review::Date day);
  /// Puts on record which rules come with this program and configuration, where they are others than before. A full
  /// disk is no reason not to start: then the next start does it.
  void note_given_rules();

  /// Who is told, on this thread and before the commit, that a document waits for its check.
  void on_held_document(std::function<void()> told) { on_held_document_ = std::move(told); }
  void tell_of_held_document() const {
    if (on_held_document_) on_held_document_();
  }
  [[nodiscard]] review::Contacts& contacts() { return contacts_; }
  [[nodiscard]] review::Outbox& outbox() { return outbox_; }
  [[nodiscard]] review::ReturnLinks& return_links() { return return_links_; }
  [[nodiscard]] review::AlertArms& alert_arms() { return arms_; }
  [[nodiscard]] review::Alerts& alerts() { return alerts_; }
  [[nodiscard]] review::ReturnAlerts& return_alerts() { return return_alerts_; }

  /// Whether mails reach anybody: a server takes them, or a practice store shows them on a page.
  [[nodiscard]] bool mail_goes_out() const { return config_.mail.is_set_up() || store_->practice(); }

  /// Tells some of what is due on the day, in a transaction of its own; whether more is left.
  [[nodiscard]] review::Result<bool> tell_due();
  /// When that was last done.
  [[nodiscard]] const std::shared_ptr<Heartbeat>& heartbeat() const { return heartbeat_; }

  /// Now, or in a practice store the day that was set.
  [[nodiscard]] review::Moment moment();
  /// The set day of a practice store.
  [[nodiscard]] std::optional<review::Date> practice_day();
  /// Sets it. `not-permitted` in a real store.
  [[nodiscard]] review::Result<void> set_practice_day(review::Date day, const std::string& person);

 private:
  std::unique_ptr<review::Store> store_;
  Config config_;
  InForce in_force_;
  review::SystemRandom random_;
  review::SqliteJournal journal_;
  review::Views views_;
  review::Tokens tokens_;
  review::Accounts accounts_;
  review::Sessions sessions_;
  review::SignOnIdentities sign_on_identities_;
  review::Documents documents_;
  std::function<void()> on_held_document_;
  review::Drafts drafts_;
  Presence presence_;
  PastFiles past_files_;
  ChronologyFiles chronology_files_;
  std::shared_ptr<Heartbeat> heartbeat_ = std::make_shared<Heartbeat>();
  review::SecondFactors second_factors_;
  review::Devices devices_;
  review::SignIns sign_ins_;
  SecretBox secret_box_;
  review::Approvals approvals_;
  review::Settings settings_;
  review::Contacts contacts_;
  review::Outbox outbox_;
  review::ReturnLinks return_links_;
  review::ReturnAlerts return_alerts_;
  review::ReadLog read_log_;
  review::Glass glass_;
  review::AlertArms arms_;
  review::Alerts alerts_;
  review::Roster roster_;
  std::map<review::Date, Known> known_{};  ///< those that were asked for, until something takes effect
  review::Desk desk_;
};

}  // namespace reviewd
