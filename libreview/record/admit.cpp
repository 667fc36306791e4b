#include "libreview/record/admit.hpp"

#include <algorithm>
#include <utility>

#include "libreview/record/despite.hpp"
#include "libreview/record/general_rules.hpp"
#include "libreview/record/handling.hpp"
#include "libreview/record/prepare.hpp"
#include "libreview/vocabulary/kinds.hpp"

namespace review {
namespace {

struct Weighed {
  v1::Entry entry;
  std::vector<Refusal> found;
};

Weighed weigh(const v1::CaseFile& file, const v1::Entry& entry, const Occasion& occasion) {
  Findings findings;
  Weighed weighed{prepare(file, entry, occasion, findings), {}};
  const Question question{file, weighed.entry, occasion, findings};
  general_rules(question);
  if (const auto& handling = handling_of(kind_of(entry)->name); handling.admit != nullptr) handling.admit(question);
  weighed.found = findings.in_order();
  // The more telling rule speaks for the stage: a rapid review without a notification, a closing without a review.
  if (findings.has(Code::notification_required) || findings.has(Code::rapid_review_required)) {
    std::erase_if(weighed.found, [](const Refusal& one) { return one.code == Code::not_in_this_stage; });
  }
  for (auto& refusal : weighed.found) {
    for (auto& citation : refusal.cites) citation = occasion.law.cite(citation);
  }
  return weighed;
}

}  // namespace

std::vector<Refusal> objections(const v1::CaseFile& file, const v1::Entry& entry, const Occasion& occasion) {
  return weigh(file, entry, occasion).found;
}

Result<v1::Entry> admit(const v1::CaseFile& file, const v1::Entry& entry, const Occasion& occasion) {
  return admit(file, entry, occasion, {});
}

Result<v1::Entry> admit(const v1::CaseFile& file, const v1::Entry& entry, const Occasion& occasion,
                        const std::vector<Refusal>& elsewhere) {
  auto [admitted, found] = weigh(file, entry, occasion);
  Findings all;
  for (const auto& refusal : found) all.add(refusal);
  for (const auto& refusal : elsewhere) {
    const bool is_known = std::ranges::any_of(
        found, [&](const Refusal& one) { return one.code == refusal.code && one.says == refusal.says; });
    if (!is_known) all.add(refusal);
  }
  return despite_of(std::move(admitted), all.in_order());
}

}  // namespace review
