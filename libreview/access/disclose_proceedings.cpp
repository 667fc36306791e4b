#include "libreview/access/disclose_proceedings.hpp"

namespace review {
namespace {

void put_steps(v1::Proceedings& out, const v1::ProceedingsFile& file) {
  for (const auto& from : file.steps()) {
    auto& step = *out.add_steps();
    if (from.node() != v1::PROCEEDINGS_NODE_UNSPECIFIED) step.set_node(from.node());
    if (!from.listed_on().empty()) step.set_listed_on(from.listed_on());
    if (!from.took_place_on().empty()) step.set_took_place_on(from.took_place_on());
    if (from.vacated()) step.set_vacated(true);
    for (const auto& slip : from.slips()) put_slip(*step.add_slips(), slip);
    if (!from.entry().empty()) step.set_entry(from.entry());
  }
  for (const auto& slip : file.end_slips()) put_slip(*out.add_end_slips(), slip);
}

/// Who is asked, how often, and when last.
void put_questions(v1::Proceedings& out, const v1::ProceedingsFile& from) {
  if (!from.asked_of().empty()) out.set_asked_of(from.asked_of());
  if (!from.next_check_on().empty()) out.set_next_check_on(from.next_check_on());
  if (from.ask_every_weeks() != 0) out.set_ask_every_weeks(from.ask_every_weeks());
  if (!from.heard_on().empty()) out.set_heard_on(from.heard_on());
}

}  // namespace

void put_slip(v1::Slip& slip, const v1::SlipFile& from) {
  slip.set_from(from.from());
  if (!from.to().empty()) slip.set_to(from.to());
  slip.set_entry(from.entry());
  slip.set_said_on(from.said_on());
}

void put_proceedings(v1::Case& out, const v1::CaseFile& file) {
  for (const auto& from : file.proceedings()) {
    auto& proceedings = *out.add_proceedings();
    proceedings.set_proceedings(from.proceedings());
    proceedings.set_kind(from.kind());
    proceedings.set_open(from.open());
    proceedings.set_holds_publication(from.open() && from.holds());
    proceedings.set_opened_on(from.opened_on());
    if (!from.expected_end().empty()) proceedings.set_expected_end(from.expected_end());
    if (!from.listed_on().empty()) proceedings.set_listed_on(from.listed_on());
    proceedings.set_slips(from.slips());
    if (!from.concluded_on().empty()) proceedings.set_concluded_on(from.concluded_on());
    put_steps(proceedings, from);
    proceedings.mutable_also_holds()->CopyFrom(from.also_holds());
    put_questions(proceedings, from);
    if (from.finding() != v1::FACT_FINDING_UNSPECIFIED) proceedings.set_finding(from.finding());
    if (!from.appeal_until().empty()) proceedings.set_appeal_until(from.appeal_until());
    if (from.reopened() != 0) proceedings.set_reopened(from.reopened());
    if (!from.held_by_entry().empty()) proceedings.set_held_by_entry(from.held_by_entry());
  }
}

}  // namespace review
