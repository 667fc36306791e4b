#include "tests/support/sqlite_world.hpp"

#include <fmt/format.h>
#include <google/protobuf/util/message_differencer.h>

#include <chrono>
#include <stdexcept>

#include "libreview/calendar/london.hpp"
#include "libreview/desk/stored.hpp"
#include "libreview/journal/transaction.hpp"
#include "libreview/record/fold.hpp"
#include "libreview/views/alert_rows.hpp"
#include "libreview/views/views.hpp"
#include "libreview/vocabulary/kinds.hpp"

namespace review::test {
namespace {

using google::protobuf::util::MessageDifferencer;

Reader coordinator() { return Reader{"coordinator-1", Role::coordinator}; }

/// The entries as they are once every sealed part has been erased.
std::vector<v1::Entry> without_sealed(std::vector<StoredEntry> stored) {
  for (auto& one : stored) {
    one.sealed.clear();
    one.erased = true;
  }
  return entries_of(stored);
}

std::unique_ptr<Store> open_store(const std::filesystem::path& file) {
  auto store = Store::open_or_create(file, true);
  if (!store) throw std::runtime_error(store.error().says);
  return std::move(*store);
}

}  // namespace

struct SqliteWorld::Opened {
  Opened(const std::filesystem::path& file, const RuleBook& law, const Calendar& calendar, Random& random)
      : store(open_store(file)),
        journal(*store, random),
        views(*store),
        alerts(*store, random),
        desk(Desk::Parts{journal, views, law, calendar, random, true, "scenario", arms, alerts, roster}) {}

  std::unique_ptr<Store> store;
  SqliteJournal journal;
  Views views;
  AlertArms arms{*store};
  Alerts alerts;
  Roster roster{*store};
  Desk desk;
};

SqliteWorld::SqliteWorld(const RuleBook& law, const Calendar& calendar)
    : law_(law), calendar_(calendar), today_(calendar.first()) {
  open();
}

SqliteWorld::~SqliteWorld() = default;

void SqliteWorld::open() {
  opened_.reset();
  opened_ = std::make_unique<Opened>(folder_ / "store.db", law_, calendar_, random_);
  if (const auto rebuilt = opened_->desk.rebuild_views(false); !rebuilt) throw std::runtime_error(rebuilt.error().says);
}

/// Noon of the day that was set, and a millisecond more for each entry.
Moment SqliteWorld::moment() const {
  return {start_of_london_day(today_) + std::chrono::hours{12} + std::chrono::milliseconds{recorded_}, today_};
}

Result<Deed> SqliteWorld::record(std::string_view case_id, const v1::Entry& entry, const std::string& person) {
  Recording recording{std::string(case_id), entry, Reader{person, Role::coordinator}, {}, {}, {}, moment()};
  recording.match = Match{Match::Kind::version, case_id.empty() ? 0 : opened_->desk.version(case_id)};
  recording.sort = kind_of(entry)->records.front();
  Transaction transaction(opened_->journal);
  const auto recorded = opened_->desk.record(recording);
  if (!recorded) return refuse(recorded.error());
  if (const auto kept = transaction.commit(); !kept) return refuse(kept.error());
  ++recorded_;
  return Deed{recorded->case_id, recorded->entry_id};
}

Result<v1::Case> SqliteWorld::show(std::string_view case_id, std::optional<Date> as_at) {
  return opened_->desk.show(case_id, coordinator(), moment(), as_at);
}

Result<std::vector<v1::Clock>> SqliteWorld::clocks(std::string_view case_id, std::optional<Date> as_at) {
  return opened_->desk.clocks(case_id, coordinator(), moment(), as_at);
}

Result<std::vector<v1::Entry>> SqliteWorld::entries(std::string_view case_id, std::optional<Date> as_at) {
  return opened_->desk.entries(case_id, coordinator(), moment(), as_at);
}

Result<v1::Timetable> SqliteWorld::timetable(std::string_view case_id) {
  return opened_->desk.timetable(case_id, coordinator(), moment());
}

void SqliteWorld::set_today(Date today) {
  today_ = today;
  Transaction transaction(opened_->journal);
  constexpr int all_of_a_story = 1000;
  if (const auto told = opened_->desk.tell(moment(), all_of_a_story); !told)
    throw std::runtime_error(told.error().says);
  if (const auto kept = transaction.commit(); !kept) throw std::runtime_error(kept.error().says);
}

Result<std::map<std::string, std::string>> SqliteWorld::alerts(std::string_view case_id) {
  const AlertsWanted wanted{"", std::string(case_id), false, {}, 1000};
  std::map<std::string, std::string> told;
  for (const auto& id : alerts_seen(*opened_->store, wanted, coordinator(), today_)) {
    const auto alert = opened_->alerts.find(id);
    told[alert->clock] = alert->step;
  }
  return told;
}

std::vector<std::string> SqliteWorld::look_back() {
  const auto before = opened_->views.dump();
  open();
  std::vector<std::string> wrong;
  if (opened_->views.dump() != before) wrong.emplace_back("The views are others after the store was opened again.");
  const auto log = opened_->journal.verify(1, opened_->journal.head().size);
  if (!log.good()) wrong.push_back(fmt::format("Leaf {} does not verify: {}", log.bad->seq, log.bad->says));
  look_at_cases(wrong);
  look_at_views(wrong);
  return wrong;
}

void SqliteWorld::look_at_cases(std::vector<std::string>& wrong) {
  auto records = opened_->journal.records("cases/", "", 1000);
  for (auto& programme : opened_->journal.records("programmes/", "", 1000)) records.push_back(std::move(programme));
  for (const auto& record : records) {
    const auto stored = opened_->journal.read(record);
    const auto folded = fold(entries_of(stored));
    const auto kept = opened_->views.find(reference_of(record));
    if (!kept || !MessageDifferencer::Equals(*kept, folded))
      wrong.push_back(fmt::format("The kept {} is not what its entries add up to.", record));
    if (!MessageDifferencer::Equals(fold(without_sealed(stored)), folded))
      wrong.push_back(fmt::format("{} is another one without its sealed parts.", record));
  }
}

void SqliteWorld::look_at_views(std::vector<std::string>& wrong) {
  const auto kept = opened_->views.dump();
  if (const auto rebuilt = opened_->desk.rebuild_views(true); !rebuilt) wrong.push_back(rebuilt.error().says);
  if (opened_->views.dump() != kept) wrong.emplace_back("The views are others when they are made again.");
}

}  // namespace review::test
