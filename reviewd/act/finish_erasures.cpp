#include "reviewd/act/finish_erasures.hpp"

#include <algorithm>

namespace reviewd {

review::Result<void> finish_erasures(Storage& storage, review::Instant now) {
  auto waiting = storage.approvals().list();
  std::erase_if(waiting, [](const review::Approval& one) {
    return one.act != "erase" || one.outcome != "approved" || !one.used.empty();
  });
  if (waiting.empty()) return {};
  if (const auto written = storage.journal().scrub(); !written) return written;
  for (const auto& one : waiting) {
    const auto noted = storage.approvals().use_up(one.act, one.subject, one.proposed_by, now, {{}, one.approval});
    if (!noted) return review::refuse(noted.error());
  }
  return {};
}

}  // namespace reviewd
