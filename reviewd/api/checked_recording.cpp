#include "reviewd/api/checked_recording.hpp"

#include "libreview/base/refuse_at.hpp"
#include "libreview/registers/report_checks.hpp"
#include "reviewd/api/filed_documents.hpp"

namespace reviewd {
namespace {

using review::Code;

review::Result<void> was_checked(const Call& call, const std::string& document, const std::string& pointer) {
  const auto documents = filed_documents(call);
  if (!documents) return review::refuse(documents.error());
  const auto found = documents->find(document);
  if (found == documents->end()) {
    return review::refuse_at(Code::missing_reference, "There is no document of this name here.", pointer);
  }
  const auto& newest = found->second.back();
  if (!newest.stored) return {};
  review::ReportChecks checks(call.storage.store());
  if (checks.was_run(newest.stored->record, newest.stored->document, newest.stored->digest)) return {};
  return review::refuse_at(Code::not_in_this_stage,
                           "The newest version of this document was not checked here. Check it for names first.",
                           pointer);
}

}  // namespace

review::Result<void> may_say_checked(Call& call, const review::Recording& recording) {
  const auto& entry = recording.entry;
  const bool corrects = entry.has_entry_corrected();
  const auto& said = corrects ? entry.entry_corrected().replacement() : entry;
  if (!said.has_report_rehearsed() || said.report_rehearsed().document().empty()) return {};
  return was_checked(call, said.report_rehearsed().document(),
                     corrects ? "/entryCorrected/replacement/reportRehearsed/document" : "/reportRehearsed/document");
}

}  // namespace reviewd
