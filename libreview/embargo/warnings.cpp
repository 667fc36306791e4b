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

/// Whether a court deals with proceedings of this kind.
bool is_of_court(v1::ProceedingsKind kind) {
  return kind == v1::PROCEEDINGS_KIND_CRIMINAL || kind == v1::PROCEEDINGS_KIND_FAMILY_COURT ||
         kind == v1::PROCEEDINGS_KIND_INQUEST;
}

/// Every case that a court or an order has touched.
void add_lifelong(std::vector<PublicationWarning>& all, const v1::CaseFile& file) {
  const auto& proceedings = file.proceedings();
  const bool court =
      std::any_of(proceedings.begin(), proceedings.end(), [](const auto& one) { return is_of_court(one.kind()); });
  if (!court && file.orders().empty()) return;
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
  const auto& all = file.proceedings();
  const auto ended = [&](auto says) {
    return std::any_of(all.begin(), all.end(), [&](const auto& one) { return !one.open() && says(one.finding()); });
  };
  for (const auto finding : {v1::FACT_FINDING_FOUND, v1::FACT_FINDING_NOT_FOUND}) {
    if (ended([&](auto said) { return said == finding; })) return finding;
  }
  return ended([](auto) { return true; }) ? v1::FACT_FINDING_NOT_DECIDED : v1::FACT_FINDING_UNSPECIFIED;
}

}  // namespace review
