#include "reviewd/storage/storage.hpp"

#include "libreview/vocabulary/record_name.hpp"
#include "reviewd/settings/partnership_settings.hpp"
#include "reviewd/settings/settled_closures.hpp"

namespace reviewd {
namespace {

Settled settled_by(const std::function<std::optional<std::string>(std::string_view)>& get) {
  Settled settled;
  const auto take = [&](std::string_view name) {
    if (auto value = get(name); value && !value->empty()) settled[std::string(name)] = std::move(*value);
  };
  for (const auto& setting : partnership_settings()) take(setting.name);
  take(closures_setting);
  return settled;
}

}  // namespace

Storage::Storage(std::unique_ptr<review::Store> store, Config config, InForce in_force)
    : store_(std::move(store)),
      config_(std::move(config)),
      in_force_(std::move(in_force)),
      journal_(*store_, random_),
      views_(*store_),
      tokens_(*store_, random_),
      accounts_(*store_, random_),
      sessions_(*store_, random_),
      sign_on_identities_(*store_, random_),
      documents_(*store_),
      drafts_(*store_, random_),
      second_factors_(*store_, random_),
      devices_(*store_, random_),
      sign_ins_(*store_, random_),
      secret_box_(store_->key(), config_.pepper),
      approvals_(*store_, random_),
      settings_(*store_),
      contacts_(*store_, random_),
      outbox_(*store_),
      return_links_(*store_, random_),
      return_alerts_(*store_, random_),
      read_log_(*store_),
      glass_(*store_, random_),
      arms_(*store_),
      alerts_(*store_, random_),
      roster_(*store_),
      desk_(review::Desk::Parts{journal_, views_, in_force_.law, in_force_.calendar, random_, store_->practice(),
                                in_force_.fingerprint, arms_, alerts_, roster_, [this](review::Date day) {
                                  const auto known = known_on(day);
                                  return review::RulesKnown{&known.rules->law, &known.rules->calendar, known.rules};
                                }}) {}

Settled Storage::settled_in(review::Settings& settings) {
  return settled_by([&](std::string_view name) { return settings.get(name); });
}

Settled Storage::settled_before(review::Settings& settings, review::Instant before) {
  return settled_by([&](std::string_view name) { return settings.get_before(name, before); });
}

review::Result<void> Storage::take_effect() {
  auto now_in_force = in_force(config_, settled());
  if (!now_in_force) return review::refuse(now_in_force.error());
  in_force_ = std::move(*now_in_force);
  known_.clear();
  desk_.made_under(in_force_.fingerprint);
  return desk_.rebuild_views(false);
}

std::optional<review::Date> Storage::practice_day() {
  if (!store_->practice()) return std::nullopt;
  const auto text = settings_.get(review::practice_today);
  if (!text) return std::nullopt;
  const auto day = review::Date::parse(*text);
  return day ? std::optional<review::Date>(*day) : std::nullopt;
}

review::Result<bool> Storage::tell_due() {
  // Few enough that nobody else waits long.
  constexpr int at_once = 500;
  return store_->in_one_transaction([&]() -> review::Result<bool> {
    const auto day = moment();
    if (const auto kept = desk_.watch_calendar(day); !kept) return review::refuse(kept.error());
    const auto told = desk_.tell(day, at_once);
    if (!told) return review::refuse(told.error());
    return *told == at_once;
  });
}

review::Moment Storage::moment() { return now(practice_day()); }

review::Result<void> Storage::set_practice_day(review::Date day, const std::string& person) {
  if (!store_->practice()) {
    return review::refuse(review::Code::not_permitted, "This is a real store. Its day cannot be set.");
  }
  return settings_.put(review::practice_today, day.iso(), person, now(std::nullopt).now);
}

review::Result<void> Storage::record_shown(const review::Reader& reader) {
  std::vector<review::Read> reads;
  const auto at = now(std::nullopt).now;
  const auto open = reader.glass.empty() ? std::vector<review::BrokenGlass>() : glass_.live(reader.person, at);
  for (const auto& shown : desk_.take_shown()) {
    const auto record = review::record_of(shown.case_id);
    std::string why;
    for (const auto& one : open) {
      if (one.record == record) why = one.glass;
    }
    reads.push_back({0, {}, reader.person, std::string(review::role_name(reader.role)), record, shown.what, why});
  }
  return read_log_.add(reads, at);
}

}  // namespace reviewd
