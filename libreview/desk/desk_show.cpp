#include <fmt/format.h>

#include <algorithm>

#include "libreview/access/entry_access.hpp"
#include "libreview/access/forget_cases.hpp"
#include "libreview/access/may_read.hpp"
#include "libreview/access/sight.hpp"
#include "libreview/base/refuse_at.hpp"
#include "libreview/clocks/look_again.hpp"
#include "libreview/clocks/reading.hpp"
#include "libreview/clocks/timetable.hpp"
#include "libreview/desk/desk.hpp"
#include "libreview/desk/each_record.hpp"
#include "libreview/desk/embargoed_case.hpp"
#include "libreview/desk/standing.hpp"
#include "libreview/desk/stored.hpp"
#include "libreview/embargo/warnings.hpp"
#include "libreview/journal/transaction.hpp"
#include "libreview/record/fold.hpp"
#include "libreview/record/holds.hpp"
#include "libreview/record/next_entries.hpp"
#include "libreview/views/conditions.hpp"
#include "libreview/views/days_late.hpp"
#include "libreview/views/find_in.hpp"
#include "libreview/vocabulary/names.hpp"
#include "libreview/vocabulary/record_name.hpp"

namespace review {
namespace {

/// Whoever reads of a case only the own agency's part learns no more of it by the way a list is narrowed or ordered.
Result<void> may_ask(const ListQuery& query, const Reader& reader) {
  if (reads_incidents(reader.role)) return {};
  const auto open = [](const std::string& field) {
    return field == "case" || field == "programme" || field == "stage" || field == "openedOn";
  };
  const bool all_open =
      open(query.order.field) && std::ranges::all_of(query.terms, [&](const Term& term) { return open(term.field); });
  if (all_open) return {};
  return refuse(Code::not_permitted, "Your role cannot narrow or order the list by that.");
}

/// Entries that are hidden now are hidden in every earlier state too, also from the fold; the first entry, which the
/// case cannot be without, only loses its content.
std::vector<v1::Entry> without_hidden(const std::vector<v1::Entry>& entries, const std::set<std::string>& hidden) {
  std::vector<v1::Entry> kept;
  for (const auto& entry : entries) {
    if (kept.empty() || !hidden.contains(entry.entry())) kept.push_back(entry);
  }
  return kept;
}

}  // namespace

std::vector<v1::Entry> Desk::read_entries(std::string_view case_id) {
  return entries_of(parts_.journal.read(record_of(case_id)));
}

Desk::Entries Desk::entries_once(std::string_view case_id) {
  const auto record = record_of(case_id);
  const auto is_current = [&] {
    const int version = parts_.journal.version(record);
    const auto newest = version == 0 ? std::vector<StoredEntry>() : parts_.journal.page(record, version - 1, 1);
    return once_.newest == (newest.empty() ? std::string() : newest.front().entry);
  };
  if (!once_.entries || once_.record != record || !is_current()) {
    auto entries = std::make_shared<const std::vector<v1::Entry>>(read_entries(case_id));
    once_ = {record, entries->empty() ? std::string() : entries->back().entry(), std::move(entries)};
  }
  return once_.entries;
}

std::set<Desk::Shown> Desk::take_shown() {
  once_ = {};
  blots_once_.clear();
  return std::exchange(shown_, {});
}

std::vector<Desk::DocumentName> Desk::documents_filed(std::string_view case_id) {
  std::vector<DocumentName> filed;
  const auto entries = entries_once(case_id);
  for (const auto& entry : *entries) {
    if (entry.has_document_filed()) filed.push_back({entry.entry(), entry.document_filed().document()});
  }
  return filed;
}

std::vector<v1::Entry> Desk::entries_that_count(std::string_view case_id) { return effective(*entries_once(case_id)); }

int Desk::version(std::string_view case_id) { return parts_.journal.version(record_of(case_id)); }

Result<Desk::Standing> Desk::standing(std::string_view case_id, std::string_view what, const Reader& reader,
                                      const Moment& moment, std::optional<Date> as_at) {
  if (const auto allowed = may_read(reader); !allowed) return refuse(allowed.error());
  if (as_at && *as_at > moment.today) {
    return refuse_at(Code::malformed, "asAt is a day up to today.", "/asAt");
  }
  auto file = parts_.views.find_for(reader, case_id, moment.today);
  if (!file) return refuse(no_case(case_id));
  if (!what.empty()) note_shown(case_id, what);
  Standing standing{*file, std::move(*file), entries_once(case_id), {}, moment.today, rules_on(as_at, moment)};
  standing.amended = amendments(*standing.entries);
  if (!as_at) return standing;
  auto then = recorded_by(*standing.entries, *as_at);
  if (then.empty()) return refuse(no_case(case_id));
  standing.file = fold(without_hidden(then, standing.amended.hidden));
  standing.file.set_version(then.back().case_version());
  standing.entries = std::make_shared<const std::vector<v1::Entry>>(std::move(then));
  standing.day = *as_at;
  return standing;
}

std::set<std::string> Desk::cases_hidden_from(const Reader& reader, const v1::CaseFile& file,
                                              const std::vector<v1::Entry>& entries, Date today) {
  std::set<std::string> named(file.rapid_review_joins().begin(), file.rapid_review_joins().end());
  if (!file.rapid_review_led_by().empty()) named.insert(file.rapid_review_led_by());
  for (const auto& review : file.reviews()) {
    named.insert(review.joins_cases().begin(), review.joins_cases().end());
    if (!review.led_by().empty()) named.insert(review.led_by());
  }
  for (const auto& action : file.actions()) name_cases(action, named);
  for (const auto& product : file.products()) name_cases(product, named);
  for (const auto& entry : entries) name_cases(entry, named);
  std::erase_if(named, [&](const std::string& one) { return parts_.views.sees(reader, one, today); });
  return named;
}

std::set<std::string> Desk::irregular_unread(const Standing& standing, const Reader& reader, Date today) {
  if (standing.file.irregularities().empty()) return {};
  return unread_entries(EntryFacts{standing.now, *standing.entries, standing.amended, today}, reader);
}

Result<v1::Case> Desk::disclose_case(const Standing& standing, const Reader& reader, const Moment& moment) {
  const auto& file = standing.file;
  const auto day = standing.day;
  const auto& law = *standing.rules.law;
  const Occasion occasion{
      reader.person, moment.now, day, law, *standing.rules.calendar, reviewed_with(file, find_in(parts_.views))};
  auto hidden = cases_hidden_from(reader, file, {}, moment.today);
  for (const auto& other : occasion.joined) {
    if (!parts_.views.sees(reader, other.case_(), moment.today)) hidden.insert(other.case_());
  }
  auto shown = disclose(CaseFacts{file, readings_with_reasons(standing, reader, moment), next_entries(file, occasion),
                                  holds_on(file, occasion.joined, day), day, parts_.practice, std::move(hidden),
                                  &standing.now, moment.today, irregular_unread(standing, reader, moment.today),
                                  warnings_on(file, occasion.joined, law, day)},
                        reader);
  if (!shown) return shown;
  if (std::ranges::any_of(shown->actions(), &v1::Action::complete)) {
    const auto days = look_again_days(file, law, *standing.rules.calendar);
    for (auto& action : *shown->mutable_actions()) put_look_again(action, days);
  }
  // What stood for a name at that time may have been one.
  const auto kept = embargoed(standing.now, reader, moment).kept;
  if (kept.blots.empty()) return shown;
  for (auto& child : *shown->mutable_children()) {
    child.set_pseudonym(kept.blotted(child.pseudonym()));
  }
  return shown;
}

Result<v1::Case> Desk::show(std::string_view case_id, const Reader& reader, const Moment& moment,
                            std::optional<Date> as_at) {
  const auto standing = this->standing(case_id, "case", reader, moment, as_at);
  if (!standing) return refuse(standing.error());
  return disclose_case(*standing, reader, moment);
}

Result<Desk::Standing> Desk::standing_at(std::string_view case_id, int version, const Reader& reader,
                                         const Moment& moment) {
  auto standing = this->standing(case_id, "case", reader, moment, std::nullopt);
  if (!standing) return refuse(standing.error());
  auto entries = *standing->entries;
  std::erase_if(entries, [&](const v1::Entry& entry) { return entry.case_version() > version; });
  if (entries.empty()) return refuse(no_case(case_id));
  standing->file = fold(without_hidden(entries, standing->amended.hidden));
  standing->entries = std::make_shared<const std::vector<v1::Entry>>(std::move(entries));
  return standing;
}

Result<v1::Case> Desk::show_version(std::string_view case_id, int version, const Reader& reader, const Moment& moment) {
  const auto standing = standing_at(case_id, version, reader, moment);
  if (!standing) return refuse(standing.error());
  return disclose_case(*standing, reader, moment);
}

Result<std::vector<v1::Entry>> Desk::entries(std::string_view case_id, const Reader& reader, const Moment& moment,
                                             std::optional<Date> as_at, Notes notes) {
  const bool noted = notes == Notes::desk;
  const auto standing = this->standing(case_id, noted ? "entries" : "", reader, moment, as_at);
  if (!standing) return refuse(standing.error());
  auto shown = disclose(EntryFacts{standing->now, *standing->entries, standing->amended, moment.today,
                                   cases_hidden_from(reader, standing->now, *standing->entries, moment.today),
                                   beside(standing->now), blot_of(standing->now)},
                        reader);
  if (shown && noted) note_covered(*this, *shown, embargoed(standing->now, reader, moment));
  return shown;
}

void Desk::note_entries(std::string_view case_id, const std::vector<v1::Entry>& shown, const Reader& reader,
                        const Moment& moment) {
  note_shown(case_id, "entries");
  if (const auto now = parts_.views.find_for(reader, case_id, moment.today)) note_entries(*now, shown, reader, moment);
}

void Desk::note_entries(const v1::CaseFile& now, const std::vector<v1::Entry>& shown, const Reader& reader,
                        const Moment& moment) {
  note_shown(now.case_(), "entries");
  note_covered(*this, shown, embargoed(now, reader, moment));
}

Result<v1::Entry> Desk::entry(std::string_view case_id, std::string_view entry_id, const Reader& reader,
                              const Moment& moment, std::optional<Date> as_at) {
  auto standing = this->standing(case_id, "entries", reader, moment, as_at);
  if (!standing) return refuse(standing.error());
  auto all = disclose(EntryFacts{standing->now, *standing->entries, standing->amended, moment.today,
                                 cases_hidden_from(reader, standing->now, *standing->entries, moment.today),
                                 beside(standing->now), blot_of(standing->now)},
                      reader);
  if (!all) return refuse(all.error());
  for (auto& entry : *all) {
    if (entry.entry() != entry_id) continue;
    note_covered(*this, {entry}, embargoed(standing->now, reader, moment));
    return std::move(entry);
  }
  return refuse(Code::not_found, fmt::format("There is no entry of this name in this {}.", sort_of(case_id).name));
}

ListedCases::Made Desk::listed(const ListRow& row, Date day) {
  return listed_.get(row.record, row.file, day, [&] {
    ListedCase made{Views::file_of(row.file), {}, {}, {}};
    made.clocks = readings(made.file, parts_.law, parts_.calendar, day);
    for (auto& clock : made.clocks) clock.clear_working();
    made.holds = holds_on(made.file, day);
    return made;
  });
}

/// Who reads of incidents is shown the same of a case that names no other, and has no embargo and nothing irregular, or
/// of where any case stands: it is made once.
Result<Desk::Listed> Desk::disclose_listed(const ListedCase& listed, const Reader& reader, Date day, Date today,
                                           Told told) {
  const auto& file = listed.file;
  auto hidden = cases_hidden_from(reader, file, {}, today);
  const bool plain = told == Told::standing || (file.irregularities().empty() && file.embargoes().empty());
  const bool alike = plain && reads_incidents(reader.role) && hidden.empty();
  auto& kept = told == Told::standing ? listed.standing : listed.shown;
  if (alike && kept) return kept;
  CaseFacts facts{file, listed.clocks, {}, listed.holds, day, parts_.practice, std::move(hidden), &file, today};
  if (told == Told::all) add_what_is_worked_out(facts, reader, day, today);
  auto shown = told == Told::all ? disclose(facts, reader) : disclose_standing(facts, reader);
  if (!shown) return refuse(shown.error());
  auto made = std::make_shared<const v1::Case>(std::move(*shown));
  if (alike) kept = made;
  return made;
}

void Desk::add_what_is_worked_out(CaseFacts& facts, const Reader& reader, Date day, Date today) {
  const auto& file = facts.file;
  facts.warnings = warnings_on(file, {}, parts_.law, day);
  if (file.irregularities().empty()) return;
  auto entries = std::make_shared<const std::vector<v1::Entry>>(read_entries(file.case_()));
  auto amended = amendments(*entries);
  const Standing standing{file, file, std::move(entries), std::move(amended), today, {&parts_.law, &parts_.calendar}};
  facts.unread = irregular_unread(standing, reader, today);
}

Result<std::map<v1::Stage, StageCount>> Desk::count_stages(const Reader& reader, const Moment& moment) {
  if (const auto allowed = may_read(reader); !allowed) return refuse(allowed.error());
  return parts_.views.stage_board(reader, moment.today);
}

Result<void> Desk::check_names(const std::vector<Term>& terms, const std::vector<std::string_view>& fields,
                               const Reader& reader, const Moment& moment, std::string_view pointer) {
  return parts_.views.check_names(terms, fields, parts_.law, reader, moment.today, pointer);
}

Result<Page<Desk::Listed>> Desk::list_cases(ListQuery query, const Reader& reader, const Moment& moment, Notes notes,
                                            Told told) {
  if (const auto allowed = may_read(reader); !allowed) return refuse(allowed.error());
  if (const auto allowed = may_ask(query, reader); !allowed) return refuse(allowed.error());
  if (auto named = check_names(query.terms, fields_of(columns_of(query.sort)), reader, moment); !named)
    return refuse(std::move(named.error()));
  const int wanted = query.limit;
  query.limit = wanted + 1;
  auto rows = parts_.views.cases(query, reader, moment.today);
  if (!rows) return refuse(rows.error());
  Page<Listed> page;
  for (const auto& row : *rows) {
    if (static_cast<int>(page.items.size()) == wanted) break;
    const auto made = listed(row, query.today);
    const auto& file = made->file;
    if (!review::sees(reader, file, moment.today)) continue;
    const auto shown = disclose_listed(*made, reader, query.today, moment.today, told);
    if (!shown) return refuse(shown.error());
    if (notes == Notes::desk) note_shown(file.case_(), "list");
    page.items.push_back(*shown);
    page.next = {row.order_value, row.record};
  }
  if (static_cast<int>(rows->size()) <= wanted) page.next.clear();
  return page;
}

Result<void> Desk::rebuild_views(bool always) {
  if (!always && parts_.views.are_current(parts_.fingerprint)) return {};
  Transaction transaction(parts_.journal);
  if (const auto emptied = parts_.views.reset(parts_.fingerprint); !emptied) return refuse(emptied.error());
  const auto refreshed =
      each_record(parts_.journal, [this](const std::string& record) { return refresh(reference_of(record)); });
  if (!refreshed) return refreshed;
  if (const auto armed = arm_all(Because::rules); !armed) return armed;
  if (const auto kept = rebuild_meetings(); !kept) return refuse(kept.error());
  return transaction.commit();
}

}  // namespace review
