#include <fmt/format.h>

#include "libreview/access/may_read.hpp"
#include "libreview/access/sight.hpp"
#include "libreview/registers/case_traces.hpp"
#include "libreview/store/access_log.hpp"
#include "reviewd/act/act.hpp"
#include "reviewd/act/erasure_ground.hpp"
#include "reviewd/act/finish_erasures.hpp"

namespace reviewd {
namespace {

using review::Code;

constexpr std::string_view governance = "information-governance";

/// One of the two looks after information governance.
review::Result<void> fits(const review::Approval& approval, const review::Reader& reader) {
  if (proposal_texts(approval)["proposedAs"] == governance || review::role_name(reader.role) == governance) return {};
  return review::refuse(Code::second_person_required,
                        "One of the two who erase looks after information governance: let them decide on this.");
}

/// The record of what went, so that each sealed part that is missing can be accounted for.
void account_for(Storage& storage, const review::Approval& approval, const review::Erasure& erasure,
                 const std::string& by, review::Instant now) {
  std::string entries;
  for (const auto& entry : erasure.entries) entries += " " + entry;
  for (const auto& [record, entry] : erasure.meeting) entries += fmt::format(" {}/{}", record, entry);
  review::AccessLog(storage.store()).add(now, by, "erased", approval.subject, approval.approval + ":" + entries);
}

review::Result<void> erase(Storage& storage, const review::Approval& approval, const std::string& by,
                           review::Instant now) {
  auto texts = proposal_texts(approval);
  const auto case_id = case_of(approval);
  const auto file = storage.views().find(case_id);
  if (!file) return review::refuse(review::no_case(case_id));
  if (review::is_excluded(*file, approval.proposed_by)) {
    return review::refuse(Code::conflicted, "Who proposed this is kept out by a conflict of interest now.");
  }
  const auto open = storage.desk().may_erase(case_id, parted(texts["notUnderHolds"]), storage.moment().today);
  if (!open) return review::refuse(open.error());
  const auto erasure = storage.desk().erasure_of(case_id, parted(texts["entries"]));
  review::CaseTraces traces(storage.store());
  if (const auto gone = traces.forget_drafts(case_id); !gone) return gone;
  if (const auto gone = traces.forget_returns(case_id, erasure.requests, now); !gone) return gone;
  for (const auto& row : storage.documents().of(approval.subject)) {
    if (row.state == review::DocumentState::erased || !erasure.documents.contains(row.document)) continue;
    const auto gone = storage.documents().erase(approval.subject, row.document, by, now);
    if (!gone) return gone;
  }
  if (const auto gone = storage.desk().erase(case_id, erasure); !gone) return gone;
  return storage.store().attempt([&]() -> review::Result<void> {
    account_for(storage, approval, erasure, by, now);
    return {};
  });
}

}  // namespace

Act erase_act() { return {"erase", "Erasure", {review::Right::erase}, erase, nullptr, {}, fits, finish_erasures}; }

}  // namespace reviewd
