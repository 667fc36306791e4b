#include "libreview/past/past_stage.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "libreview/past/plain_words.hpp"

namespace review {
namespace {

/// The days of a case's life in their order, and the stage that each brings.
struct DayAndStage {
  std::string_view field;
  std::string_view stage;
  bool of_new_system;
};

constexpr std::array<DayAndStage, 9> course{{{"aware-on", "LOGGED", true},
                                             {"notified-on", "NOTIFIED", true},
                                             {"rapid-review-on", "RAPID_REVIEW", true},
                                             {"decided-on", "RAPID_REVIEW", false},
                                             {"submitted-on", "AWAITING_PANEL", true},
                                             {"commissioned-on", "REVIEW", false},
                                             {"accepted-on", "REPORT_ACCEPTED", false},
                                             {"published-on", "PUBLISHED", false},
                                             {"closed-on", "CLOSED", false}}};

/// Whether the cell says that it happened, whenever that was.
bool happened(const PastRow& row, std::string_view field) {
  const auto plain = plain_words(row.text(field));
  const auto& words = row.reading().words;
  return !plain.empty() && !words.unknown.contains(plain) && !words.no.contains(plain);
}

std::string stage_by_days(const PastRow& row, bool legacy, const std::string& outcome) {
  std::string stage = legacy ? "REVIEW" : row.text("harm").empty() ? "REFERRED" : "LOGGED";
  for (const auto& one : course) {
    if ((!legacy || !one.of_new_system) && happened(row, one.field)) stage = one.stage;
  }
  if (legacy && stage == "RAPID_REVIEW") stage = "REVIEW";
  const bool answered =
      stage == "AWAITING_PANEL" && happened(row, "panel-replied-on") && row.text("panel-view").empty();
  if (answered) stage = outcome.empty() || outcome == "NO_FURTHER_REVIEW" ? "ACTIONS" : "REVIEW";
  return stage;
}

/// A sort of case that is a local review by its name: without it the review would be taken for one that is published.
std::string outcome_by_sort(const PastRow& row) {
  const auto plain = plain_words(row.text("kind"));
  const auto& words = row.reading().words;
  const auto* kind = words.value("kind", plain);
  const auto* outcome = words.value("outcome", plain);
  const bool is_local = kind != nullptr && kind->is == "LIVE" && outcome != nullptr && outcome->is == "LOCAL";
  return is_local ? outcome->is : std::string();
}

}  // namespace

PastStage stage_of_row(PastRow& row) {
  PastStage made;
  const auto& words = row.reading().words;
  const auto* decided_kind = words.value("kind", plain_words(row.text("outcome")));
  const bool outcome_is_kind = words.value("outcome", plain_words(row.text("outcome"))) == nullptr &&
                               decided_kind != nullptr && decided_kind->is == "SERIOUS_CASE_REVIEW";
  made.legacy = row.choice("kind") == "SERIOUS_CASE_REVIEW" || outcome_is_kind;
  if (outcome_is_kind || (made.legacy && !row.text("outcome").empty())) {
    row.keep("outcome", row.text("outcome"));
  } else {
    made.outcome = row.choice("outcome");
  }
  if (!made.legacy && row.text("outcome").empty()) made.outcome = outcome_by_sort(row);
  if (made.legacy && row.has("kind") && !row.text("kind").empty()) row.keep("kind", row.text("kind"));
  made.stage = row.choice("stage");
  if (!row.text("stage").empty()) row.keep("stage", row.text("stage"));
  if (made.stage.empty()) {
    made.stage = stage_by_days(row, made.legacy, made.outcome);
    row.warn("stage", fmt::format("How far the case has come follows from its days: {}. A column with its status "
                                  "would say it.",
                                  made.stage));
  }
  return made;
}

std::vector<std::string_view> missing_days(const PastRow& row, bool legacy) {
  std::vector<std::string_view> missing;
  std::vector<std::string_view> empty;
  for (const auto& one : course) {
    if (one.field == "closed-on" || (legacy && one.of_new_system)) continue;
    if (happened(row, one.field)) {
      missing.insert(missing.end(), empty.begin(), empty.end());
      empty.clear();
    } else if (row.has(one.field) && row.text(one.field).empty()) {
      empty.push_back(one.field);
    }
  }
  return missing;
}

}  // namespace review
