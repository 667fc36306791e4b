#include "libreview/embargo/warnings.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "libreview/record/days.hpp"

namespace review {
namespace {

void add_orders(std::vector<PublicationWarning>& all, const v1::CaseFile& file, Date today) {
  for (const auto& order : file.orders()) {
    const auto ends = whole_day(order.ends_on());
    if (!order.permits_anonymised() || order.ended() || (ends && *ends < today)) continue;
    all.push_back({"COURT_ORDER", order.order(), order.since(),
                   "A court order forbids naming or describing somebody. Publish only what it allows.",
                   order.ends_on()});
  }
}

void add_appeals(std::vector<PublicationWarning>& all, const v1::CaseFile& file, Date today) {
  for (const auto& one : file.proceedings()) {
    const auto until = whole_day(one.appeal_until());
    if (one.open() || !until || *until < today) continue;
    all.push_back({"APPEAL", one.proceedings(), one.concluded_on(),
                   fmt::format("Somebody may appeal until {}. Ask before you publish.", until->words()),
                   one.appeal_until()});
  }
}

/// Every case that a criminal court or an order has touched.
void add_lifelong(std::vector<PublicationWarning>& all, const v1::CaseFile& file) {
  const auto& proceedings = file.proceedings();
  const bool criminal = std::any_of(proceedings.begin(), proceedings.end(),
                                    [](const auto& one) { return one.kind() == v1::PROCEEDINGS_KIND_CRIMINAL; });
  if (!criminal && file.orders().empty()) return;
  all.push_back({"LIFELONG_ANONYMITY", "", "",
                 "Some victims and witnesses are anonymous for life by law, whether or not an order is recorded here. "
                 "Take legal advice before anything is published that could tell who they are.",
                 ""});
}

}  // namespace

std::vector<PublicationWarning> warnings_on(const v1::CaseFile& file, Date today) {
  std::vector<PublicationWarning> all;
  add_orders(all, file, today);
  add_appeals(all, file, today);
  add_lifelong(all, file);
  return all;
}

v1::FactFinding finding_of(const v1::CaseFile& file) {
  const auto says = [&](v1::FactFinding finding) {
    const auto& all = file.proceedings();
    return std::any_of(all.begin(), all.end(),
                       [&](const auto& one) { return !one.open() && one.finding() == finding; });
  };
  for (const auto finding : {v1::FACT_FINDING_FOUND, v1::FACT_FINDING_NOT_FOUND, v1::FACT_FINDING_NOT_DECIDED}) {
    if (says(finding)) return finding;
  }
  return v1::FACT_FINDING_UNSPECIFIED;
}

}  // namespace review
