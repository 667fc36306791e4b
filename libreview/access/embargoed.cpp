#include "libreview/access/embargoed.hpp"

#include <algorithm>

#include "libreview/access/entry_access.hpp"
#include "libreview/access/field_class.hpp"
#include "libreview/access/rewrite_words.hpp"
#include "libreview/access/sight.hpp"
#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/rules.hpp"

namespace review {
namespace {

namespace pb = google::protobuf;

bool withhold_texts(pb::Message& message) {
  const auto& reflection = *message.GetReflection();
  std::vector<const pb::FieldDescriptor*> filled;
  reflection.ListFields(message, &filled);
  bool kept = false;
  for (const auto* field : filled) {
    const auto form = rules_of(*field).form();
    if (field->is_repeated() || field->cpp_type() != pb::FieldDescriptor::CPPTYPE_STRING) continue;
    if (form != v1::TEXT && form != v1::LINE) continue;
    reflection.SetString(&message, field, std::string(words_under_embargo));
    kept = true;
  }
  return kept;
}

/// What somebody wrote beside the fact.
bool withhold_remarks(v1::Entry& entry) {
  bool kept = entry.has_note() || entry.has_evidence();
  if (entry.has_note()) entry.set_note(std::string(words_under_embargo));
  if (entry.has_evidence()) entry.set_evidence(std::string(words_under_embargo));
  for (auto& despite : *entry.mutable_despite()) {
    if (!despite.has_reasons()) continue;
    despite.set_reasons(std::string(words_under_embargo));
    kept = true;
  }
  return kept;
}

bool withhold_words(v1::Entry& entry) {
  pb::Message& said = *entry.GetReflection()->MutableMessage(&entry, kind_of(entry)->field);
  const bool texts = withhold_texts(said);
  return withhold_remarks(entry) || texts;
}

bool withhold_document(v1::Entry& entry) {
  auto& filed = *entry.mutable_document_filed();
  filed.set_title(std::string(title_under_embargo));
  filed.clear_kept_in();
  filed.clear_digest();  // it tells who has the file that this is the one
  filed.clear_size();
  withhold_remarks(entry);
  return true;
}

/// A table is what the document that it was read from says, days and all.
bool withhold_table(v1::Entry& entry) {
  auto& rows = *entry.mutable_chronology_received()->mutable_rows();
  const bool any = !rows.empty();
  rows.Clear();
  return withhold_remarks(entry) || any;
}

bool withhold_identity(v1::Entry& entry) {
  bool kept = false;
  const auto classes = classes_in(entry);
  for (const auto one : {FieldClass::identifiers, FieldClass::placement_addresses}) {
    if (!classes.contains(one)) continue;
    leave_out(entry, one);
    kept = true;
  }
  return kept;
}

/// Fields, documents and words that are covered as such.
bool withhold_covered(v1::Entry& entry, const Coverage& coverage) {
  if (kind_of(entry) == nullptr) return false;
  bool kept = coverage.identity && withhold_identity(entry);
  if (entry.has_document_filed() && coverage.covers(entry.document_filed())) kept = withhold_document(entry);
  const auto& table = entry.chronology_received();
  if (table.has_document() && coverage.covers_document(table.document())) kept = withhold_table(entry) || kept;
  if (coverage.covers_words_of(entry)) kept = withhold_words(entry) || kept;
  if (entry.has_entry_corrected() && entry.entry_corrected().has_replacement() &&
      withhold_covered(*entry.mutable_entry_corrected()->mutable_replacement(), coverage)) {
    entry.mutable_entry_corrected()->set_reason(std::string(words_under_embargo));
    withhold_remarks(entry);
    kept = true;
  }
  return kept;
}

void add_blot(Coverage& coverage, const std::shared_ptr<const IdentityBlot>& blot) {
  auto& blots = coverage.blots;
  if (blot && std::ranges::find(blots, blot) == blots.end()) blots.push_back(blot);
}

/// Two cases that share a rapid review have no report in common.
void cover_nothing(Coverage& /*coverage*/, const v1::CaseFile& /*file*/, const v1::EmbargoFile& /*embargo*/) {}

}  // namespace

bool reads_embargoed(const Reader& reader, const v1::CaseFile& file, const v1::EmbargoFile& embargo, Date today) {
  const auto& named = embargo.readers();
  if (!named.empty()) return std::ranges::find(named, reader.person) != named.end();
  return reader.may(Right::decide) && records_kind(reader, "embargo-lifted") && sees(reader, file, today) &&
         !sees_by_glass(reader, file, today);
}

Embargoed embargoed_for(const Reader& reader, const v1::CaseFile& file, const std::vector<CaseBeside>& beside,
                        Date today, const std::shared_ptr<const IdentityBlot>& blot) {
  Embargoed all;
  const auto weigh = [&](const v1::CaseFile& of, const v1::EmbargoFile& embargo, auto add,
                         const std::shared_ptr<const IdentityBlot>& names) {
    if (embargo.lifted()) return;
    const bool open = reads_embargoed(reader, of, embargo, today);
    if (open) all.open.push_back({of.case_(), embargo.embargo(), {}});
    auto& coverage = open ? all.open.back().coverage : all.kept;
    add(coverage, file, embargo);
    if (covers_identity(embargo)) add_blot(coverage, names);
  };
  for (const auto& embargo : file.embargoes()) weigh(file, embargo, cover, blot);
  for (const auto& other : beside) {
    const auto add = other.one_report ? cover_from_joined : cover_nothing;
    for (const auto& embargo : other.file.embargoes()) weigh(other.file, embargo, add, other.blot);
  }
  return all;
}

bool withhold(v1::Entry& entry, const Coverage& coverage) {
  if (coverage.empty() || kind_of(entry) == nullptr) return false;
  const bool kept = withhold_covered(entry, coverage);
  if (coverage.blots.empty()) return kept;
  const auto blot = [&](const std::string& text, bool prose) { return coverage.blotted(text, prose); };
  return rewrite_words(entry, blot) || kept;
}

bool holds_covered(const v1::Entry& entry, const Coverage& coverage) {
  if (coverage.empty()) return false;
  v1::Entry copy = entry;
  return withhold(copy, coverage);
}

}  // namespace review
