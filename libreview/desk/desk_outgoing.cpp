#include <map>
#include <memory>

#include "libreview/access/may_read.hpp"
#include "libreview/desk/desk.hpp"
#include "libreview/desk/embargoed_case.hpp"
#include "libreview/desk/stored.hpp"

namespace review {
namespace {

/// What the reader sees of one case.
struct Seen {
  std::optional<v1::CaseFile> file;  ///< nothing where there is no such case for the reader
  Amendments amended;
  std::set<std::string> hidden_cases;
  std::vector<CaseBeside> beside;
  Embargoed embargoed;
  std::shared_ptr<const IdentityBlot> blot;
};

}  // namespace

Result<Desk::Outgoing> Desk::outgoing(std::int64_t seq, std::size_t limit, const Reader& reader, const Moment& moment,
                                      Covered covered) {
  if (const auto may = may_read(reader); !may) return refuse(may.error());
  const bool whole = covered == Covered::taken_along;
  Outgoing out;
  std::map<std::string, Seen> cases;
  std::map<std::string, std::vector<v1::Entry>> meetings;  ///< what the reader sees of each
  for (const auto& stored : parts_.journal.since(seq, limit)) {
    out.last = stored.seq;
    if (stored.record.starts_with("meetings/")) {
      const auto reference = reference_of(stored.record);
      auto known = meetings.find(reference);
      if (known == meetings.end()) {
        auto shown = show_meeting(reference, reader, moment, {}, covered);
        known = meetings.emplace(reference, shown ? std::move(shown->entries) : std::vector<v1::Entry>()).first;
      }
      for (const auto& one : known->second) {
        if (one.entry() == stored.entry) out.entries.push_back(one);
      }
    }
    if (!has_members(stored.record)) continue;
    const auto entry = entry_of(stored);
    auto known = cases.find(entry.case_());
    if (known == cases.end()) {
      Seen seen{parts_.views.find_for(reader, entry.case_(), moment.today), {}, {}, {}, {}, {}};
      if (seen.file) {
        const auto entries = read_entries(entry.case_());
        seen.amended = amendments(entries);
        seen.hidden_cases = cases_hidden_from(reader, *seen.file, entries, moment.today);
        seen.beside = beside(*seen.file);
        seen.blot = blot_of(*seen.file);
        seen.embargoed = whole ? all_open(*seen.file, seen.blot)
                               : embargoed_for(reader, *seen.file, seen.beside, moment.today, seen.blot);
      }
      known = cases.emplace(entry.case_(), std::move(seen)).first;
    }
    const auto& seen = known->second;
    if (!seen.file) continue;
    note_shown(entry.case_(), "export");
    auto shown = disclose(
        EntryFacts{*seen.file, {entry}, seen.amended, moment.today, seen.hidden_cases, seen.beside, seen.blot, whole},
        reader);
    if (!shown) return refuse(shown.error());
    note_covered(*this, *shown, seen.embargoed);
    for (auto& one : *shown) out.entries.push_back(std::move(one));
  }
  return out;
}

Result<std::vector<v1::Entry>> Desk::outgoing_case(std::string_view case_id, const Reader& reader,
                                                   const Moment& moment) {
  auto shown = entries(case_id, reader, moment);
  if (!shown) return shown;
  note_shown(case_id, "export");
  for (auto& entry : *shown) {
    if (entry.hidden()) entry = without_content(entry);
  }
  return shown;
}

}  // namespace review
