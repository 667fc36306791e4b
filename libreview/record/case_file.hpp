#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/calendar/date.hpp"
#include "review/v1/case_file.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

/// What a milestone says besides its name and entry. `on` is the day of the entry where it is empty.
struct Mark {
  std::string on{};
  std::string anchor{};
  std::string due_on{};
  std::string subject{};
  std::string because{};
  std::optional<int> age{};  ///< in years, of the child it is about
};

/// Leaves a milestone in the case.
void mark(v1::CaseFile& file, const v1::Entry& entry, std::string_view name, Mark what = {});

/// Objects of the case by name; null where there is none.
[[nodiscard]] v1::ReviewFile* find_review(v1::CaseFile& file, std::string_view review);
[[nodiscard]] const v1::ReviewFile* find_review(const v1::CaseFile& file, std::string_view review);
[[nodiscard]] v1::ProceedingsFile* find_proceedings(v1::CaseFile& file, std::string_view proceedings);
[[nodiscard]] const v1::ProceedingsFile* find_proceedings(const v1::CaseFile& file, std::string_view proceedings);
[[nodiscard]] v1::EmbargoFile* find_embargo(v1::CaseFile& file, std::string_view embargo);
[[nodiscard]] const v1::EmbargoFile* find_embargo(const v1::CaseFile& file, std::string_view embargo);
[[nodiscard]] v1::OrderFile* find_order(v1::CaseFile& file, std::string_view order);
[[nodiscard]] const v1::OrderFile* find_order(const v1::CaseFile& file, std::string_view order);
[[nodiscard]] v1::ActionFile* find_action(v1::CaseFile& file, std::string_view action);
[[nodiscard]] const v1::ActionFile* find_action(const v1::CaseFile& file, std::string_view action);
[[nodiscard]] v1::RecommendationFile* find_recommendation(v1::CaseFile& file, std::string_view recommendation);
[[nodiscard]] const v1::RecommendationFile* find_recommendation(const v1::CaseFile& file,
                                                                std::string_view recommendation);
[[nodiscard]] v1::Product* find_product(v1::CaseFile& file, std::string_view product);
[[nodiscard]] const v1::Product* find_product(const v1::CaseFile& file, std::string_view product);
[[nodiscard]] v1::MeetingFile* find_meeting(v1::CaseFile& file, std::string_view meeting);
[[nodiscard]] const v1::MeetingFile* find_meeting(const v1::CaseFile& file, std::string_view meeting);
[[nodiscard]] v1::ChildFile* find_child(v1::CaseFile& file, std::string_view child);
[[nodiscard]] const v1::ChildFile* find_child(const v1::CaseFile& file, std::string_view child);

/// What was found. An admitted entry names only what is there; where it does not, the record is corrupt.
template <class Object>
[[nodiscard]] Object& the(Object* found) {
  if (found == nullptr) throw std::logic_error("an entry names an object that its case does not have");
  return *found;
}

/// The newest decision on the outcome of a notified case, or null.
[[nodiscard]] const v1::DecisionFile* newest_outcome(const v1::CaseFile& file);
/// Whether the partners decided on the outcome since the live notification.
[[nodiscard]] bool rapid_review_decided(const v1::CaseFile& file);
/// The newest decision of a kind, or null.
[[nodiscard]] const v1::DecisionFile* newest_decision(const v1::CaseFile& file, std::string_view kind);
/// Adds a decision with the day and deciders of its entry and the next number of its sort.
[[nodiscard]] v1::DecisionFile& add_decision(v1::CaseFile& file, const v1::Entry& entry, std::string_view kind);

/// Whether a review of this kind ends in a report that is published: an LCSPR, thematic or not.
[[nodiscard]] bool is_publishable(v1::Outcome outcome);
/// Whether an outcome is a review at all, rather than a briefing or nothing.
[[nodiscard]] bool is_review(v1::Outcome outcome);

}  // namespace review
