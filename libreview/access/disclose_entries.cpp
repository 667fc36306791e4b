#include <map>
#include <memory>

#include "libreview/access/disclose.hpp"
#include "libreview/access/embargoed.hpp"
#include "libreview/access/entry_access.hpp"
#include "libreview/access/forget_cases.hpp"
#include "libreview/access/may_read.hpp"
#include "libreview/access/withhold_drafts.hpp"
#include "libreview/record/corrections.hpp"
#include "libreview/vocabulary/kinds.hpp"

namespace review {
namespace {

bool hides(v1::WithdrawalReason reason) {
  return reason == v1::WITHDRAWAL_REASON_WRONG_CASE || reason == v1::WITHDRAWAL_REASON_WRONG_PERSON;
}

bool reads_amended(const Reader& reader, const EntryFacts& facts, const v1::Entry& entry) {
  if (!reads_entry(reader, facts.file, entry, facts.today)) return false;
  const auto about = facts.amended.about.find(entry.entry());
  const auto& subject = about == facts.amended.about.end() ? entry.entry() : about->second;
  const auto stands = facts.amended.stands.find(subject);
  return stands == facts.amended.stands.end() || reads_entry(reader, facts.file, stands->second, facts.today);
}

std::shared_ptr<const IdentityBlot> blot_of(const EntryFacts& facts) {
  if (facts.blot) return facts.blot;
  return std::make_shared<const IdentityBlot>(
      facts.file, [&facts] { return std::make_shared<const std::vector<v1::Entry>>(facts.entries); });
}

}  // namespace

v1::Entry without_content(const v1::Entry& entry) {
  v1::Entry bare;
  bare.set_entry(entry.entry());
  bare.set_case_(entry.case_());
  bare.set_recorded_time(entry.recorded_time());
  bare.set_recorded_by(entry.recorded_by());
  bare.set_case_version(entry.case_version());
  bare.set_hidden(true);
  bare.GetReflection()->MutableMessage(&bare, kind_of(entry)->field);
  return bare;
}

std::set<std::string> hidden_entries(const std::vector<v1::Entry>& entries) {
  std::set<std::string> hidden;
  for (const auto& entry : entries) {
    if (entry.has_entry_withdrawn() && hides(entry.entry_withdrawn().reason())) {
      hidden.insert(entry.entry_withdrawn().entry());
    }
  }
  for (const auto& entry : entries) {
    if (entry.has_entry_corrected() && hidden.contains(entry.entry_corrected().entry())) hidden.insert(entry.entry());
  }
  return hidden;
}

Amendments amendments(const std::vector<v1::Entry>& entries) {
  Amendments found{hidden_entries(entries), {}, {}};
  std::set<std::string> withdrawn;
  for (const auto& entry : entries) {
    if (entry.has_entry_withdrawn()) withdrawn.insert(entry.entry_withdrawn().entry());
  }
  for (const auto& entry : entries) {
    auto target = corrected_entry(entry);
    if (target.empty()) continue;
    // A correction that was withdrawn is itself about another entry.
    if (const auto known = found.about.find(target); known != found.about.end()) target = known->second;
    found.about[entry.entry()] = target;
    const bool counts = entry.has_entry_corrected() && !withdrawn.contains(entry.entry());
    if (counts) found.stands[target] = entry.entry_corrected().replacement();
  }
  std::set<std::string> amended;
  for (const auto& [entry, target] : found.about) amended.insert(target);
  for (const auto& entry : entries) {
    if (amended.contains(entry.entry())) found.stands.try_emplace(entry.entry(), entry);
  }
  return found;
}

std::set<std::string> unread_entries(const EntryFacts& facts, const Reader& reader) {
  std::set<std::string> unread;
  for (const auto& entry : facts.entries) {
    if (!reads_amended(reader, facts, entry)) unread.insert(entry.entry());
  }
  return unread;
}

namespace {

/// By what the record says now, also where it is shown as it was.
ProductWords draft_words(const v1::Entry& entry, const Amendments& amended) {
  const auto about = amended.about.find(entry.entry());
  const auto stands = amended.stands.find(about == amended.about.end() ? entry.entry() : about->second);
  if (stands == amended.stands.end()) return ProductWords::count;
  const auto& said = entry.has_entry_corrected() ? entry.entry_corrected().replacement() : entry;
  const bool same = said.product_drafted().SerializeAsString() == stands->second.product_drafted().SerializeAsString();
  return same ? ProductWords::count : ProductWords::were_taken_back;
}

}  // namespace

Result<std::vector<v1::Entry>> disclose(const EntryFacts& facts, const Reader& reader) {
  if (const auto may = may_read(reader); !may) return refuse(may.error());
  const auto& entries = facts.entries;
  std::map<std::string, std::string> corrected;
  std::map<std::string, std::string> withdrawn;
  for (const auto& entry : entries) {
    if (entry.has_entry_withdrawn()) withdrawn[entry.entry_withdrawn().entry()] = entry.entry();
  }
  for (const auto& entry : entries) {
    if (!entry.has_entry_corrected() || withdrawn.contains(entry.entry())) continue;
    corrected[entry.entry_corrected().entry()] = entry.entry();
  }
  const auto embargoed =
      facts.whole ? Embargoed{} : embargoed_for(reader, facts.file, facts.beside, facts.today, blot_of(facts));
  std::vector<v1::Entry> seen;
  seen.reserve(entries.size());
  for (const auto& entry : entries) {
    if (!reads_amended(reader, facts, entry)) continue;
    const bool hidden = facts.amended.hidden.contains(entry.entry());
    auto& shown = seen.emplace_back(hidden && !reader.may(Right::see_withdrawn) ? without_content(entry) : entry);
    if (hidden) shown.set_hidden(true);
    static_cast<void>(withhold(shown, embargoed.kept));
    static_cast<void>(withhold_drafts(shown, facts.file, facts.hidden_cases, draft_words(entry, facts.amended)));
    forget_cases(shown, facts.hidden_cases);
    if (const auto by = corrected.find(entry.entry()); by != corrected.end()) shown.set_corrected_by(by->second);
    if (const auto by = withdrawn.find(entry.entry()); by != withdrawn.end()) shown.set_withdrawn_by(by->second);
  }
  return seen;
}

}  // namespace review
