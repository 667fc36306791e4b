#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "libreview/access/disclose.hpp"
#include "libreview/access/entry_access.hpp"
#include "libreview/access/may_read.hpp"
#include "libreview/base/refuse_at.hpp"
#include "libreview/clocks/reading.hpp"
#include "libreview/clocks/timetable.hpp"
#include "libreview/desk/desk.hpp"
#include "libreview/desk/embargoed_case.hpp"
#include "libreview/desk/standing.hpp"
#include "libreview/desk/stored.hpp"
#include "libreview/record/fold.hpp"
#include "libreview/views/conditions.hpp"
#include "libreview/views/days_late.hpp"
#include "libreview/vocabulary/names.hpp"

namespace review {
namespace {

/// Who belongs to a case is not for everybody who sees its clocks; everybody may ask for their own cases.
Result<void> may_name(const ListQuery& query, const Reader& reader) {
  const bool names_others = std::ranges::any_of(query.terms, [&](const Term& term) {
    return term.field == "person" && bare_reference(term.value).value_or(term.value) != reader.person;
  });
  if (!names_others || reads_incidents(reader.role)) return {};
  return refuse(Code::not_permitted, "Your role can narrow the list by yourself only.");
}

}  // namespace

RulesKnown Desk::rules_on(std::optional<Date> as_at, const Moment& moment) const {
  if (as_at && *as_at < moment.today && parts_.known_on) return parts_.known_on(*as_at);
  return {&parts_.law, &parts_.calendar};
}

std::vector<v1::Clock> Desk::readings_with_reasons(const Standing& standing, const Reader& reader,
                                                   const Moment& moment) {
  const auto& file = standing.file;
  auto clocks = readings(file, *standing.rules.law, *standing.rules.calendar, standing.day);
  if (!file.latenesses().empty())
    explain_lateness(clocks, file, standing.now, *standing.entries, reader, standing.day, moment);
  return clocks;
}

void Desk::explain_lateness(std::vector<v1::Clock>& clocks, const v1::CaseFile& file, const v1::CaseFile& now,
                            const std::vector<v1::Entry>& entries, const Reader& reader, Date day,
                            const Moment& moment) {
  auto counted = effective(entries);
  const auto covered = embargoed(now, reader, moment);
  for (const auto& lateness : file.latenesses()) {
    const auto clock = std::ranges::find(clocks, lateness.clock(), &v1::Clock::clock);
    if (clock == clocks.end()) continue;
    const auto said = std::ranges::find(counted, lateness.entry(), &v1::Entry::entry);
    if (said == counted.end() || !reads_entry(reader, file, *said, day)) continue;
    note_covered(*this, {*said}, covered);
    static_cast<void>(withhold(*said, covered.kept));
    clock->set_lateness_reason(said->lateness_explained().reason());
  }
}

Result<std::vector<v1::Clock>> Desk::clocks(std::string_view case_id, const Reader& reader, const Moment& moment,
                                            std::optional<Date> as_at) {
  const auto standing = this->standing(case_id, "clocks", reader, moment, as_at);
  if (!standing) return refuse(standing.error());
  auto clocks = readings_with_reasons(*standing, reader, moment);
  std::erase_if(
      clocks, [&](const v1::Clock& clock) { return !reads_clock(reader, standing->now, clock.clock(), moment.today); });
  return clocks;
}

Result<v1::Clock> Desk::clock(std::string_view case_id, std::string_view clock_id, const Reader& reader,
                              const Moment& moment, std::optional<Date> as_at) {
  const auto standing = this->standing(case_id, "clocks", reader, moment, as_at);
  if (!standing) return refuse(standing.error());
  if (!reads_clock(reader, standing->now, clock_id, moment.today))
    return refuse(Code::not_found, fmt::format("There is no clock of this name in this {}.", sort_of(case_id).name));
  auto clock = reading_of(clock_id, standing->file, *standing->rules.law, *standing->rules.calendar, standing->day);
  if (!clock) return clock;
  std::vector<v1::Clock> shown{std::move(*clock)};
  explain_lateness(shown, standing->file, standing->now, *standing->entries, reader, standing->day, moment);
  return std::move(shown.front());
}

Result<v1::Timetable> Desk::timetable(std::string_view case_id, const Reader& reader, const Moment& moment) {
  if (const auto allowed = may_read(reader); !allowed) return refuse(allowed.error());
  if (!reads_incidents(reader.role)) return refuse(Code::not_permitted, "Your role does not see the timetable.");
  const auto file = parts_.views.find_for(reader, case_id, moment.today);
  if (!file) return refuse(no_case(case_id));
  note_shown(case_id, "clocks");
  return review::timetable(*file, parts_.law, parts_.calendar, moment.today);
}

std::optional<v1::Clock> Desk::listed_clock(ListedClocks& read, const ListRow& row, const Reader& reader, Date day,
                                            const Moment& moment, Reasons reasons) {
  const auto [found, is_new] = read.try_emplace(row.record);
  auto& [file, clocks, entries] = found->second;
  if (is_new) {
    file = parts_.views.find_for(reader, reference_of(row.record), moment.today);
    if (file) clocks = readings(*file, parts_.law, parts_.calendar, day);
  }
  const auto clock = std::ranges::find(clocks, row.clock, &v1::Clock::clock);
  if (clock == clocks.end()) return std::nullopt;
  std::vector<v1::Clock> shown{*clock};
  shown.front().clear_working();
  const bool explained =
      std::ranges::find(file->latenesses(), row.clock, &v1::LatenessFile::clock) != file->latenesses().end();
  if (reasons == Reasons::told && explained) {
    if (!entries) entries = entries_once(file->case_());
    explain_lateness(shown, *file, *file, *entries, reader, day, moment);
  }
  return std::move(shown.front());
}

Result<Page<v1::Clock>> Desk::list_clocks(ListQuery query, const Reader& reader, const Moment& moment,
                                          Reasons reasons) {
  if (const auto allowed = may_read(reader); !allowed) return refuse(allowed.error());
  if (const auto allowed = may_name(query, reader); !allowed) return refuse(allowed.error());
  if (auto named =
          check_names(query.terms, fields_of(clock_columns_of(query.sort), clock_conditions()), reader, moment);
      !named)
    return refuse(std::move(named.error()));
  auto terms = with_days_late(query.terms, query.today, parts_.calendar);
  if (!terms) return refuse_at(std::move(terms.error()), "/filter");
  query.terms = std::move(*terms);
  const int wanted = query.limit;
  query.limit = wanted + 1;
  auto rows = parts_.views.clocks(query, reader, moment.today);
  if (!rows) return refuse(rows.error());
  Page<v1::Clock> page;
  // A case of which several clocks are listed is read once.
  ListedClocks read;
  for (const auto& row : *rows) {
    if (static_cast<int>(page.items.size()) == wanted) break;
    auto clock = listed_clock(read, row, reader, query.today, moment, reasons);
    if (!clock) continue;
    note_shown(reference_of(row.record), "list");
    page.items.push_back(std::move(*clock));
    page.next = {row.order_value, row.record, row.clock};
  }
  if (static_cast<int>(rows->size()) <= wanted) page.next.clear();
  return page;
}

}  // namespace review
