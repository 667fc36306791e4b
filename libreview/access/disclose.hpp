#pragma once

#include <set>
#include <string>
#include <vector>

#include "libreview/access/reader.hpp"
#include "libreview/base/result.hpp"
#include "libreview/calendar/date.hpp"
#include "libreview/record/occasion.hpp"
#include "review/v1/case.pb.h"
#include "review/v1/case_file.pb.h"
#include "review/v1/clock.pb.h"
#include "review/v1/entries.pb.h"

namespace review {

/// What an answer about a case is made of.
struct CaseFacts {
  const v1::CaseFile& file;
  std::vector<v1::Clock> clocks;
  std::vector<v1::NextEntry> next;
  std::vector<Held> holds;
  Date today;
  bool practice;
};

/// What this reader may see of a case: the only way out. Default is nothing: a role without the right to read cases
/// gets `not-permitted`.
[[nodiscard]] Result<v1::Case> disclose(const CaseFacts& facts, const Reader& reader);

/// The entries of a record whose content is hidden from everyone: withdrawn because they belong to another case or
/// are about another person, whenever that was found, and their corrections.
[[nodiscard]] std::set<std::string> hidden_entries(const std::vector<v1::Entry>& entries);

/// The entries as this reader may see them: each says who corrected or withdrew it; a hidden one keeps its envelope
/// and its kind, and nothing else.
[[nodiscard]] Result<std::vector<v1::Entry>> disclose(const std::vector<v1::Entry>& entries,
                                                      const std::set<std::string>& hidden, const Reader& reader);

}  // namespace review
