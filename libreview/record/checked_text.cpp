#include "libreview/record/checked_text.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "libreview/base/refuse_at.hpp"
#include "libreview/record/corrections.hpp"
#include "libreview/record/fold.hpp"

namespace review {
namespace {

/// What each check that counts is of, by the entry of the check.
using UnderChecks = std::map<std::string, std::string>;

/// Which version of a product it is, and its words.
struct NewestDraft {
  int version = 0;
  std::string words{};
};

std::string words_of(const v1::Entry& draft) {
  return draft.entry() + "\n" + draft.occurred_on() + "\n" + draft.product_drafted().SerializeAsString();
}

/// The file itself: what a document is called was not checked.
std::string file_of(const v1::Entry& filed) { return filed.entry() + "\n" + filed.document_filed().digest(); }

UnderChecks under_checks(const std::vector<v1::Entry>& entries) {
  UnderChecks all;
  std::map<std::string, NewestDraft> products;
  std::map<std::string, std::string> documents;
  for (const auto& entry : effective(entries)) {
    if (entry.has_product_drafted()) {
      auto& newest = products[entry.product_drafted().product()];
      newest = {newest.version + 1, words_of(entry)};
    } else if (entry.has_document_filed()) {
      documents[entry.document_filed().document()] = file_of(entry);
    } else if (entry.has_product_checked()) {
      const auto& checked = entry.product_checked();
      const auto& newest = products[checked.product()];
      if (!checked.has_version() || checked.version() == newest.version) all[entry.entry()] = newest.words;
    } else if (entry.has_report_rehearsed() && !entry.report_rehearsed().document().empty()) {
      all[entry.entry()] = documents[entry.report_rehearsed().document()];
    }
  }
  return all;
}

/// With one more entry at the end.
UnderChecks with(std::vector<v1::Entry> entries, const v1::Entry& added, const std::string& as) {
  entries.push_back(added);
  entries.back().set_entry(as);
  return under_checks(entries);
}

/// Whether what is withdrawn is the check itself, or a correction of it.
bool is_taken_back(const std::string& check, const v1::Entry& target, const v1::Entry& correction) {
  return correction.has_entry_withdrawn() && (check == target.entry() || check == corrected_entry(target));
}

/// Who corrects a check of a product looks at the words that are there by now: they are those that it was of.
bool is_of_these(const std::vector<v1::Entry>& entries, const UnderChecks& was, const v1::Entry& check) {
  auto again = check;
  again.mutable_product_checked()->clear_version();
  const auto of = was.find(check.entry());
  return of == was.end() || with(entries, again, "again")["again"] == of->second;
}

}  // namespace

Result<void> checked_text_stands(const std::vector<v1::Entry>& entries, const v1::Entry& target,
                                 const v1::Entry& correction) {
  const auto was = under_checks(entries);
  if (was.empty()) return {};
  const auto becomes = with(entries, correction, "correction");
  const bool all_stand = std::ranges::all_of(was, [&](const auto& one) {
    const auto now = becomes.find(one.first);
    return is_taken_back(one.first, target, correction) || (now != becomes.end() && now->second == one.second);
  });
  const bool corrects_check = correction.has_entry_corrected() && target.has_product_checked();
  if (all_stand && (!corrects_check || is_of_these(entries, was, target))) return {};
  return refuse_at(Code::not_in_this_stage,
                   "This was checked for names as it stands, and no check passes to something else. Record another "
                   "version, or withdraw the check first.",
                   correction.has_entry_withdrawn() ? "/entryWithdrawn/entry" : "/entryCorrected/entry");
}

}  // namespace review
