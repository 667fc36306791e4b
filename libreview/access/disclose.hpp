#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "libreview/access/embargoed.hpp"
#include "libreview/access/reader.hpp"
#include "libreview/base/result.hpp"
#include "libreview/calendar/date.hpp"
#include "libreview/embargo/warnings.hpp"
#include "libreview/record/occasion.hpp"
#include "libreview/rehearsal/identity_blot.hpp"
#include "review/v1/case.pb.h"
#include "review/v1/case_file.pb.h"
#include "review/v1/clock.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

/// What an answer about a case is made of.
struct CaseFacts {
  const v1::CaseFile& file;
  std::vector<v1::Clock> clocks;
  std::vector<v1::NextEntry> next;
  std::vector<Held> holds;
  Date today;
  bool practice;
  std::set<std::string> hidden_cases{};  ///< other cases, named here or reviewed with this one, that the reader does
                                         ///< not see
  const v1::CaseFile* now = nullptr;     ///< where `file` is an earlier state: who may see what is asked of this one,
  std::optional<Date> now_on{};          ///< on this day
  std::set<std::string> unread{};        ///< see `unread_entries`
  std::vector<PublicationWarning> warnings{};
};

/// What this reader, who sees the case, may see of it: the only way out. Default is nothing: a role without the right
/// to read cases gets `not-permitted`. A role that does not read of the incident sees the reference, the pseudonyms,
/// the stage, and its own agency's clocks. No case is named that the reader does not see.
[[nodiscard]] Result<v1::Case> disclose(const CaseFacts& facts, const Reader& reader);
/// The same, and no more of it than tells where the case stands: reference, pseudonyms, stage, day of opening, local
/// authority, clocks and holds. It needs neither `unread` nor `warnings`, and is alike for all who read of incidents
/// and see the same other cases.
[[nodiscard]] Result<v1::Case> disclose_standing(const CaseFacts& facts, const Reader& reader);

/// The entries of a record whose content is hidden from everyone: withdrawn because they belong to another case or
/// are about another person, whenever that was found, and their corrections.
[[nodiscard]] std::set<std::string> hidden_entries(const std::vector<v1::Entry>& entries);

/// What later entries of a record say of earlier ones. It is asked of the whole record, also where an earlier state of
/// it is shown: whose an entry is may turn out late.
struct Amendments {
  std::set<std::string> hidden;              ///< see `hidden_entries`
  std::map<std::string, std::string> about;  ///< of a correction or withdrawal: the entry that it is about in the end
  std::map<std::string, v1::Entry> stands;   ///< of an entry that was corrected or withdrawn: what it says now
};
[[nodiscard]] Amendments amendments(const std::vector<v1::Entry>& entries);

/// The envelope and the kind of an entry, and nothing of what it says.
[[nodiscard]] v1::Entry without_content(const v1::Entry& entry);

/// Whether the reader sees this clock of a case that it sees.
[[nodiscard]] bool reads_clock(const Reader& reader, const v1::CaseFile& file, std::string_view clock, Date today);

/// Whether the role reads what a case is about, and not its own agency's part only.
[[nodiscard]] bool reads_incidents(Role role);

/// What an answer about the entries of a record is made of.
struct EntryFacts {
  const v1::CaseFile& file;  ///< as it stands now: who may see what is asked of today
  const std::vector<v1::Entry>& entries;
  const Amendments& amended;  ///< of the whole record
  Date today;
  std::set<std::string> hidden_cases{};  ///< other cases that this one names and the reader does not see
  std::vector<CaseBeside> beside{};      ///< see `embargoed_for`
  /// Of the whole record; where it is not given, `entries` are the whole.
  std::shared_ptr<const IdentityBlot> blot{};
  bool whole = false;  ///< what embargoes cover is in it: only for moving a store, agreed by two
};

/// The entries of those that this reader does not read: of what is irregular in them nothing is told either.
[[nodiscard]] std::set<std::string> unread_entries(const EntryFacts& facts, const Reader& reader);

/// The entries as this reader may see them: each says who corrected or withdrew it; a hidden one keeps its envelope and
/// its kind, and nothing else, but for a role that sees what was withdrawn. Those that the reader does not read are not
/// there: neither what was recorded nor what stands in its place may be kept from the reader. What an embargo keeps
/// from the reader today is out of them, also where an earlier state is shown: see `embargoed_for`.
[[nodiscard]] Result<std::vector<v1::Entry>> disclose(const EntryFacts& facts, const Reader& reader);

}  // namespace review
