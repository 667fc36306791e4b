#include "libreview/record/admit.hpp"

#include <fmt/format.h>

#include <algorithm>

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

const v1::Despite* set_aside(const v1::Entry& entry, Code code) {
  if (!code_row(code).overridable) return nullptr;
  for (const auto& despite : entry.despite()) {
    if (despite.code() == code_name(code)) return &despite;
  }
  return nullptr;
}

/// One for each rule, however much it finds: reports count them.
void put_irregularity(v1::Entry& entry, const Refusal& refusal, const v1::Despite& despite) {
  const auto code = code_name(refusal.code);
  for (auto& known : *entry.mutable_irregularities()) {
    if (known.code() == code) {
      known.set_says(known.says() + " " + refusal.says);
      return;
    }
  }
  auto& irregularity = *entry.add_irregularities();
  irregularity.set_code(std::string(code));
  irregularity.set_says(refusal.says);
  irregularity.set_authorised_by(despite.authorised_by());
}

}  // namespace

std::vector<Refusal> objections(const v1::CaseFile& file, const v1::Entry& entry, const Occasion& occasion) {
  return weigh(file, entry, occasion).found;
}

Result<v1::Entry> admit(const v1::CaseFile& file, const v1::Entry& entry, const Occasion& occasion) {
  auto [admitted, found] = weigh(file, entry, occasion);
  for (const auto& refusal : found) {
    const auto* despite = set_aside(entry, refusal.code);
    if (despite == nullptr) return refuse(refusal);
    put_irregularity(admitted, refusal, *despite);
  }
  for (int i = 0; i < entry.despite_size(); ++i) {
    const bool fired = std::any_of(found.begin(), found.end(), [&](const Refusal& refusal) {
      return code_name(refusal.code) == entry.despite(i).code();
    });
    if (!fired) {
      Refusal refusal{Code::not_a_choice, "No rule of this name would refuse the entry. Leave it out of \"despite\"."};
      refusal.violations.push_back(Violation{fmt::format("/despite/{}/code", i), refusal.says});
      return refuse(std::move(refusal));
    }
  }
  return admitted;
}

}  // namespace review
