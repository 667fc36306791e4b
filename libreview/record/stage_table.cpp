#include "libreview/record/stage_table.hpp"

#include <algorithm>

#include "libreview/vocabulary/kinds.hpp"
#include "libreview/vocabulary/names.hpp"

namespace review {
namespace {

constexpr auto new_case = v1::STAGE_UNSPECIFIED;
constexpr auto referred = v1::STAGE_REFERRED;
constexpr auto logged = v1::STAGE_LOGGED;
constexpr auto notified = v1::STAGE_NOTIFIED;
constexpr auto rapid_review = v1::STAGE_RAPID_REVIEW;
constexpr auto awaiting_panel = v1::STAGE_AWAITING_PANEL;
constexpr auto in_review = v1::STAGE_REVIEW;
constexpr auto report_accepted = v1::STAGE_REPORT_ACCEPTED;
constexpr auto published = v1::STAGE_PUBLISHED;
constexpr auto actions = v1::STAGE_ACTIONS;
constexpr auto closed = v1::STAGE_CLOSED;
constexpr auto withdrawn = v1::STAGE_WITHDRAWN;

constexpr auto planned = v1::STAGE_PLANNED;
constexpr auto under_way = v1::STAGE_UNDER_WAY;
constexpr auto reported = v1::STAGE_REPORTED;

}  // namespace

const std::vector<StageRow>& stage_table() {
  static const std::vector<v1::Stage> every_open = {referred,  logged,    notified, rapid_review, awaiting_panel,
                                                    in_review, published, actions,  withdrawn,    report_accepted};
  static const std::vector<v1::Stage> open_or_closed = {referred,        logged,    notified,  rapid_review,
                                                        awaiting_panel,  in_review, published, actions,
                                                        report_accepted, withdrawn, closed};
  static const std::vector<v1::Stage> in_any = {referred,  logged,    notified,  rapid_review,    awaiting_panel,
                                                in_review, published, actions,   report_accepted, withdrawn,
                                                closed,    planned,   under_way, reported};
  static const std::vector<StageRow> rows = {
      {"incident-logged",
       {new_case, referred, logged, notified, rapid_review, awaiting_panel, in_review, report_accepted, published,
        actions, withdrawn}},
      {"learning-referred", {new_case}},
      {"case-brought-in", {new_case}},
      {"contribution-requested", {new_case}},
      {"notification-decided", {referred, logged}},
      {"panel-notified", every_open},
      {"notification-withdrawn", {notified, rapid_review}},
      {"rapid-review-decided", {notified, rapid_review}},
      {"rapid-review-submitted", {rapid_review, awaiting_panel, in_review, report_accepted, published, actions}},
      {"panel-responded", {rapid_review, awaiting_panel, in_review, report_accepted, published, actions}},
      {"decision-reconsidered", {awaiting_panel, in_review, report_accepted, published, actions}},
      {"referral-decided", {referred, logged, withdrawn}},
      {"review-commissioned", {rapid_review, awaiting_panel, in_review}},
      {"report-accepted", {in_review, report_accepted, published, actions}},
      {"report-published", {report_accepted, published, actions}},
      {"publication-declined", {report_accepted, published, actions}},
      {"case-closed", {referred, logged, withdrawn, actions, published, in_review, awaiting_panel}},
      {"case-reopened", {closed}},
      {"note-added", in_any},
      {"document-filed", in_any},
      // A record is closed with its actions carried on: they and what bodies answer outlast it. An inspection or an
      // inquest finds more years later, and what follows from that is a new action and no reason to open it again.
      {"learning-captured", in_any},
      {"recommendation-made", in_any},
      {"action-agreed", in_any},
      {"action-updated", in_any},
      {"action-rechecked", in_any},
      {"recommendation-answered", in_any},
      // A court order, a child at risk: that the case is closed keeps nothing on the website.
      {"report-taken-down", open_or_closed},
      {"case-sealed", open_or_closed},
      {"unseal-proposed", open_or_closed},
      {"case-unsealed", open_or_closed},
      {"entry-corrected", in_any},
      {"entry-withdrawn", in_any},
      // What was learned goes on being told after a record is closed.
      {"action-escalated", in_any},
      {"product-drafted", in_any},
      {"product-checked", in_any},
      {"product-shared", in_any},
      {"product-received", in_any},
      {"learning-event-held", in_any},
      {"programme-opened", {new_case}},
      {"programme-closed", {planned, under_way, reported}},
      {"programme-reopened", {closed}},
  };
  return rows;
}

bool stage_takes(std::string_view kind, v1::Stage stage) {
  const auto& rows = stage_table();
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const StageRow& one) { return one.kind == kind; });
  if (row == rows.end()) {
    const auto* known = find_kind(kind);
    return stage != new_case && stage != closed && known != nullptr && known->is_of(record_with(stage));
  }
  return std::find(row->stages.begin(), row->stages.end(), stage) != row->stages.end();
}

std::string_view record_with(v1::Stage stage) {
  const auto* value = v1::Stage_descriptor()->FindValueByNumber(stage);
  if (value == nullptr || value->options().GetExtension(v1::only_of).empty()) return "case";
  return value->options().GetExtension(v1::only_of);
}

std::string stage_name(v1::Stage stage) { return short_name_of(stage, v1::Stage_descriptor()); }

}  // namespace review
