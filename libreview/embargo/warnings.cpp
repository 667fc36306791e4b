#include "libreview/embargo/warnings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "libreview/record/days.hpp"
#include "libreview/record/holds.hpp"

namespace review {
namespace {

void add_orders(std::vector<PublicationWarning>& all, const v1::CaseFile& file, Date today) {
  for (const auto& order : file.orders()) {
    if (!order.permits_anonymised() || !is_in_force(order, today)) continue;
    all.push_back({"COURT_ORDER", order.order(), order.since(),
                   "A court order forbids naming or describing somebody. Publish only what it allows.",
                   order.ends_on()});
  }
}

void add_appeals(std::vector<PublicationWarning>& all, const v1::CaseFile& file, Date today) {
  for (const auto& one : file.proceedings()) {
    const auto until = whole_day(one.appeal_until());
    if (!one.open() && !until && may_be_appealed(one.kind())) {
      all.push_back({"APPEAL", one.proceedings(), one.concluded_on(),
                     "No day is recorded until which anybody may appeal. An appeal may still come: ask before you "
                     "publish."});
    }
    if (one.open() || !until || *until < today) continue;
    all.push_back({"APPEAL", one.proceedings(), one.concluded_on(),
                   fmt::format("Somebody may appeal until {}. Ask before you publish.", until->words()),
                   one.appeal_until()});
  }
}

/// Whether proceedings of this kind decide what happened.
bool is_of_court(v1::ProceedingsKind kind) {
  return kind == v1::PROCEEDINGS_KIND_CRIMINAL || kind == v1::PROCEEDINGS_KIND_FAMILY_COURT ||
         kind == v1::PROCEEDINGS_KIND_INQUEST;
}

/// What the law says of every case that may come to be published. A case that was only logged has nothing to publish.
void add_always(std::vector<PublicationWarning>& all, const v1::CaseFile& file, const RuleBook& law) {
  if (file.reviews().empty() && file.proceedings().empty() && file.orders().empty()) return;
  for (const auto& rule : law.publication().warnings) {
    all.push_back({rule.kind, "", "", fmt::format("{} ({}.)", rule.says, fmt::join(rule.cites, "; ")), ""});
  }
}

bool tries(const v1::CaseFile& file) {
  return std::ranges::any_of(file.proceedings(), [](const v1::ProceedingsFile& one) {
    return one.open() && one.kind() == v1::PROCEEDINGS_KIND_CRIMINAL;
  });
}

}  // namespace

bool may_be_appealed(v1::ProceedingsKind kind) {
  return kind == v1::PROCEEDINGS_KIND_CRIMINAL || kind == v1::PROCEEDINGS_KIND_FAMILY_COURT ||
         kind == v1::PROCEEDINGS_KIND_EMPLOYMENT || kind == v1::PROCEEDINGS_KIND_OTHER;
}

std::vector<PublicationWarning> warnings_on(const v1::CaseFile& file, const std::vector<v1::CaseFile>& others,
                                            const RuleBook& law, Date today) {
  std::vector<PublicationWarning> all;
  add_orders(all, file, today);
  add_appeals(all, file, today);
  add_always(all, file, law);
  for (const auto& other : others) {
    std::vector<PublicationWarning> there;
    add_orders(there, other, today);
    add_appeals(there, other, today);
    for (auto& one : there) {
      one.case_id = other.case_();
      all.push_back(std::move(one));
    }
  }
  return all;
}

v1::FactFinding finding_of(const v1::CaseFile& file, const std::vector<v1::CaseFile>& others) {
  if (tries(file) || std::ranges::any_of(others, tries)) return v1::FACT_FINDING_UNSPECIFIED;
  const auto any = [&](auto is) { return std::ranges::any_of(file.proceedings(), is); };
  for (const auto finding : {v1::FACT_FINDING_FOUND, v1::FACT_FINDING_NOT_FOUND}) {
    if (any([&](const v1::ProceedingsFile& one) { return !one.open() && one.finding() == finding; })) return finding;
  }
  const auto in_court = [&](bool open) {
    return any([&](const v1::ProceedingsFile& one) { return is_of_court(one.kind()) && one.open() == open; });
  };
  const bool undecided = in_court(false) && !in_court(true);
  return undecided ? v1::FACT_FINDING_NOT_DECIDED : v1::FACT_FINDING_UNSPECIFIED;
}

}  // namespace review
