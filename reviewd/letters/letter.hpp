#pragma once

#include <string>
#include <vector>

#include "libreview/calendar/date.hpp"
#include "libreview/law/rule_book.hpp"
#include "review/v1/case.pb.h"
#include "review/v1/entries.pb.h"
#include "reviewd/paper/paper.hpp"

namespace reviewd {

/// What letters of a case are made of: all of it as the reader may see it, and nothing beside it.
struct LetterFacts {
  review::v1::Case of_case;
  std::vector<review::v1::Entry> entries;  ///< as they count, oldest first
  const review::RuleBook& law;
  std::vector<std::string> not_signed{};  ///< the bodies that have to sign the rapid review and have not
  review::Date today;
  /// What the record itself finds of earlier reviews, as rows: see `recommended_before` and `themes_before`.
  std::vector<std::vector<std::string>> recommended_before{};
  std::vector<std::vector<std::string>> themes_before{};
};

/// A letter as it is made from the record, and what it should have and the record has not: a few words for each.
struct Letter {
  Paper paper;
  std::vector<std::string> missing{};
};

/// The entries of a kind, oldest first; `kind` as in `Entry::kPanelNotified`.
[[nodiscard]] std::vector<const review::v1::Entry*> entries_of(const LetterFacts& facts,
                                                               review::v1::Entry::KindOfCase kind);
/// The newest of a kind; one without content where there is none.
[[nodiscard]] const review::v1::Entry& newest_of(const LetterFacts& facts, review::v1::Entry::KindOfCase kind);
/// The day that it happened, in words; empty where it has none.
[[nodiscard]] std::string day_of(const review::v1::Entry& entry);

/// What the partners send to the National Panel after a rapid review, in the order in which guidance asks for it.
[[nodiscard]] Letter rapid_review_letter(const LetterFacts& facts);
/// What the notification of the incident says, in the order of the national form.
[[nodiscard]] Letter notification_letter(const LetterFacts& facts);
/// What an agency is asked for and by when: by the newest request that names it, and does not take it back.
[[nodiscard]] Letter agency_request_letter(const LetterFacts& facts, const std::string& agency);
/// The agencies for which there is one, by name.
[[nodiscard]] std::vector<std::string> agencies_asked(const LetterFacts& facts);

/// A letter that was drafted or edited as plain text: its lines, and as headings those that stand alone before others
/// and end without a stop.
[[nodiscard]] Paper letter_of_text(const std::string& title, const std::string& text);

}  // namespace reviewd
