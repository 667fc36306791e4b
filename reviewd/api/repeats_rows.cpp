#include "reviewd/api/repeats_rows.hpp"

#include <fmt/format.h>

#include <utility>

#include "libreview/calendar/partial_date.hpp"
#include "reviewd/api/case_pack.hpp"
#include "reviewd/letters/letter_words.hpp"

namespace reviewd {
namespace {

std::string number_with(std::size_t count, const char* one) {
  return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s");
}

/// `1 of 2 actions complete. City Hospital: Rejected: …`; actions of a record with a conflict do not count.
std::string became(const Call& call, review::RecommendationState state, const AgencyNames& names) {
  std::erase_if(state.actions, [&](const auto& one) { return has_declared_conflict(call, one.record); });
  auto words = state.actions.empty()
                   ? std::string("No action was agreed.")
                   : fmt::format("{} of {} complete.", state.complete(), number_with(state.actions.size(), "action"));
  if (const auto progress = letter_choice_of(*review::v1::Progress_descriptor(), state.progress()); !progress.empty())
    words += fmt::format(" {}.", progress);
  for (const auto& answer : state.answers) {
    words += fmt::format(" {}: {}.", names.of(answer.by),
                         letter_choice_of(*review::v1::RecommendationState_descriptor(), answer.state));
    for (const auto* says : {&answer.modified, &answer.reasons}) {
      if (!says->empty()) words += " " + *says;
    }
  }
  return words;
}

std::string times_words(int times) { return times == 1 ? "once" : fmt::format("{} times", times); }

std::string how_often(const review::RepeatedTheme& theme) {
  std::string words;
  if (theme.findings > 0) words = "Found " + times_words(theme.findings);
  if (theme.recommended > 0)
    words += (words.empty() ? "Recommended on " : ", recommended on ") + times_words(theme.recommended);
  if (theme.cases > 0) words += ", in " + number_with(static_cast<std::size_t>(theme.cases), "case");
  if (theme.programmes > 0)
    words +=
        (theme.cases > 0 ? " and " : ", in ") + number_with(static_cast<std::size_t>(theme.programmes), "programme");
  return words;
}

}  // namespace

PaperRows recommended_before(const Call& call, const review::Repeats& found, const AgencyNames& names) {
  PaperRows rows;
  for (const auto& one : found.recommendations) {
    for (const auto& earlier : one.before) {
      if (has_declared_conflict(call, earlier.case_id)) continue;
      rows.push_back({one.made.text,
                      fmt::format("{}, {}", earlier.case_id, review::partial_date_words(earlier.made_on)), earlier.text,
                      became(call, earlier.state, names)});
    }
  }
  return rows;
}

PaperRows themes_before(const Call& call, const review::Repeats& found) {
  PaperRows rows;
  for (const auto& theme : found.themes) {
    if (theme.cases + theme.programmes == 0) continue;
    std::string where;
    for (const auto& one : theme.newest) {
      if (has_declared_conflict(call, one.case_id)) continue;
      where += fmt::format("{}{}, {}", where.empty() ? "" : "; ", one.case_id, review::partial_date_words(one.said_on));
    }
    const auto* known = call.desk().law().theme(theme.theme);
    rows.push_back({known == nullptr ? theme.theme : known->title, how_often(theme), std::move(where)});
  }
  return rows;
}

}  // namespace reviewd
