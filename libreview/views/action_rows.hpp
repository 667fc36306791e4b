#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "libreview/access/reader.hpp"
#include "libreview/base/result.hpp"
#include "libreview/calendar/date.hpp"
#include "libreview/store/store.hpp"
#include "libreview/views/filter.hpp"
#include "review/v1/case_file.pb.h"

namespace review {

/// Which actions or recommendations are asked for.
struct ActionsWanted {
  std::vector<Term> terms{};         ///< on `action_fields` or `recommendation_fields`
  std::vector<std::string> after{};  ///< the key of the last of the page before; empty for the first page
  int limit = 0;
  std::vector<std::string> groups{};  ///< that watch over actions; what another is named for, nobody watches over
  bool by_case = false;               ///< actions in the order of their cases: who reads them all reads each case once
};

/// Where an action stands, or a recommendation with one body.
struct ActionRow {
  std::string complete;  ///< of an action: `1` where it is complete, else `0`; empty of a recommendation
  std::string day;       ///< an action is due, a recommendation was made
  std::string case_id;
  std::string place;  ///< among those of the case
  std::string name;   ///< of the action or the recommendation
  std::string body;   ///< of a recommendation: the body that it is made to, as `city-hospital`; empty where none is

  /// What the next page goes on after.
  [[nodiscard]] std::vector<std::string> key() const { return {complete, day, case_id, place}; }
};

/// Drops and makes the tables of both, empty: a part of `Views::reset`.
void make_action_tables(Store& store);
/// Keeps those of a case in place of what was kept: a part of `Views::put`.
void put_action_rows(Store& store, const v1::CaseFile& file);

/// What they can be filtered by.
[[nodiscard]] std::vector<std::string_view> action_fields();
[[nodiscard]] std::vector<std::string_view> recommendation_fields();

/// The actions of cases that the reader sees on the day, those that are open before those that are complete, then by
/// due day, then by case: of a role that does not read incidents, only those of the own agency or person. It costs what
/// there is of them. Another field, or a key that is none, is `malformed`.
[[nodiscard]] Result<std::vector<ActionRow>> action_rows(Store& store, const ActionsWanted& wanted,
                                                         const Reader& reader, Date today);
/// How many open actions of those cases none of these groups watches over.
[[nodiscard]] std::size_t count_unwatched(Store& store, const Reader& reader, Date today,
                                          const std::vector<std::string>& groups);
/// The recommendations, one row for each body that they are made to, oldest first, then by case.
[[nodiscard]] Result<std::vector<ActionRow>> recommendation_rows(Store& store, const ActionsWanted& wanted,
                                                                 const Reader& reader, Date today);

}  // namespace review
