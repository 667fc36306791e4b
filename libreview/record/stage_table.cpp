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

}  // namespace

const std::vector<StageRow>& stage_table() {
  static const std::vector<v1::Stage> every_open = {referred,  logged,    notified, rapid_review, awaiting_panel,
                                                    in_review, published, actions,  withdrawn,    report_accepted};
  static const std::vector<v1::Stage> open_or_closed = {referred,        logged,    notified,  rapid_review,
                                                        awaiting_panel,  in_review, published, actions,
                                                        report_accepted, withdrawn, closed};
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
      {"note-added", open_or_closed},
      {"document-filed", open_or_closed},
      // A case is closed with its actions carried on: they and what bodies answer outlast it.
      {"action-updated", open_or_closed},
      {"action-rechecked", open_or_closed},
      {"recommendation-answered", open_or_closed},
      // A court order, a child at risk: that the case is closed keeps nothing on the website.
      {"report-taken-down", open_or_closed},
      {"case-sealed", open_or_closed},
      {"unseal-proposed", open_or_closed},
      {"case-unsealed", open_or_closed},
      {"entry-corrected", open_or_closed},
      {"entry-withdrawn", open_or_closed},
  };
  return rows;
}

bool stage_takes(std::string_view kind, v1::Stage stage) {
  const auto& rows = stage_table();
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const StageRow& one) { return one.kind == kind; });
  if (row == rows.end()) return stage != new_case && stage != closed;
  return std::find(row->stages.begin(), row->stages.end(), stage) != row->stages.end();
}

std::string stage_name(v1::Stage stage) { return short_name_of(stage, v1::Stage_descriptor()); }

}  // namespace review
