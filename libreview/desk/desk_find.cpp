#include <algorithm>
#include <map>
#include <set>

#include "libreview/access/disclose.hpp"
#include "libreview/access/entry_access.hpp"
#include "libreview/access/may_read.hpp"
#include "libreview/access/withhold_drafts.hpp"
#include "libreview/clocks/runs.hpp"
#include "libreview/desk/desk.hpp"
#include "libreview/desk/embargoed_case.hpp"
#include "libreview/desk/stored.hpp"
#include "libreview/record/fold.hpp"
#include "libreview/views/day_of.hpp"
#include "libreview/views/entry_words.hpp"
#include "libreview/views/excerpt_of.hpp"
#include "libreview/views/match_words.hpp"
#include "libreview/vocabulary/kinds.hpp"

namespace review {
std::optional<Find> Desk::find_at(const Place& place, const v1::CaseFile& file, const Reader& reader, Date today) {
  Find find;
  // The words of a case say where it is, which not every role reads.
  if (place.entry.empty() && !reads_incidents(reader.role)) return std::nullopt;
  if (!place.entry.empty()) {
    const auto stored = parts_.journal.find(place.record, place.entry);
    if (!stored) return std::nullopt;
    const auto entry = entry_of(*stored);
    if (!reads_entry(reader, file, entry, today)) return std::nullopt;
    find.entry = entry.entry();
    find.kind = kind_of(entry.has_entry_corrected() ? entry.entry_corrected().replacement() : entry)->json;
    find.occurred_on = day_of(entry.has_entry_corrected() ? entry.entry_corrected().replacement() : entry);
    if (find.occurred_on.empty()) find.occurred_on = day_of(entry);
  }
  find.case_id = file.case_();
  find.stage = file.stage();
  for (const auto& child : file.children()) {
    if (!child.pseudonym().empty()) find.pseudonyms.push_back(child.pseudonym());
  }
  return find;
}

Result<Finds> Desk::search(std::string_view words, const Reader& reader, const Moment& moment, Excerpted excerpted) {
  if (const auto may = may_read(reader); !may) return refuse(may.error());
  const auto match = match_words(words);
  if (!match) return refuse(match.error());
  Finds found;
  std::vector<std::int64_t> places;
  struct Seen {
    std::optional<v1::CaseFile> file{};  // nothing: not for this reader
    Embargoed embargoed{};
  };
  std::map<std::string, Seen> seen;
  parts_.views.each_place(*match, reader, moment.today, [&](const Place& place) {
    const auto [at, is_new] = seen.try_emplace(place.record);
    if (is_new) {
      at->second.file = parts_.views.find_for(reader, reference_of(place.record), moment.today);
      if (at->second.file) at->second.embargoed = embargoed(*at->second.file, reader, moment);
    }
    if (!at->second.file) return true;
    auto find = find_at(place, *at->second.file, reader, moment.today);
    if (!find) return true;
    std::optional<v1::Entry> entry;
    if (!find->entry.empty()) {
      entry = entry_of(parts_.journal.find(place.record, place.entry).value());
      // Of what is left of it under an embargo, the words must stand there too: not even their number may tell more.
      auto left = *entry;
      const bool is_draft = find->kind == "productDrafted";
      const auto hidden =
          is_draft ? cases_hidden_from(reader, *at->second.file, {*entry}, moment.today) : std::set<std::string>();
      // Only what counts is found by words.
      const bool draft_kept = withhold_drafts(left, *at->second.file, hidden, ProductWords::count);
      if (withhold(left, at->second.embargoed.kept) || draft_kept) {
        find->words = excerpt_of(*match, words_of(left));
        if (find->words.empty()) return true;
      }
    }
    found.more = static_cast<int>(found.finds.size()) == most_finds;
    if (found.more) return false;
    // Only what is shown is read.
    if (entry) note_covered(*this, {*entry}, at->second.embargoed);
    note_shown(find->case_id, "search");
    found.finds.push_back(std::move(*find));
    places.push_back(place.id);
    return true;
  });
  const auto from = std::min(excerpted.from, places.size());
  const auto to = from + std::min(excerpted.count, places.size() - from);
  const std::vector<std::int64_t> shown(places.begin() + static_cast<std::ptrdiff_t>(from),
                                        places.begin() + static_cast<std::ptrdiff_t>(to));
  auto excerpts = parts_.views.words().excerpts(*match, shown);
  for (std::size_t i = 0; i < shown.size(); ++i) {
    if (found.finds[from + i].words.empty()) found.finds[from + i].words = std::move(excerpts[i]);
  }
  return found;
}

Result<ListChoices> Desk::list_choices(const Reader& reader, const Moment& moment) {
  if (const auto may = may_read(reader); !may) return refuse(may.error());
  if (!reads_incidents(reader.role)) return ListChoices{};
  return ListChoices{parts_.views.values_of_cases(CaseValue::local_authority, reader, moment.today),
                     parts_.views.values_of_cases(CaseValue::agency, reader, moment.today)};
}

Result<void> Desk::refresh(std::string_view case_id) {
  const auto entries = read_entries(case_id);
  const auto file = fold(entries);
  auto kept = parts_.views.put(file, runs(file, parts_.law, parts_.calendar));
  if (!kept) return kept;
  return parts_.views.put_words(file, entries);
}

Result<void> Desk::forget_erased(std::string_view case_id) {
  once_ = {};
  listed_.forget();
  auto kept = refresh(case_id);
  if (!kept) return kept;
  return parts_.views.tidy_words();
}

}  // namespace review
