#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "review/v1/case_file.pb.h"

namespace review {

/// In which stages a kind of entry may be recorded. Kinds without a row may be recorded in every stage but CLOSED of
/// the sorts of record that take them.
struct StageRow {
  std::string_view kind;
  std::vector<v1::Stage> stages;
};

/// The one table that `admit`, the next entries and the tests read.
[[nodiscard]] const std::vector<StageRow>& stage_table();

/// Whether the table lets a kind be recorded in a stage. `STAGE_UNSPECIFIED` stands for a new record.
[[nodiscard]] bool stage_takes(std::string_view kind, v1::Stage stage);

/// The sort of record that has the stage: `case`, `programme`. Both have CLOSED, which is said to be of a case.
[[nodiscard]] std::string_view record_with(v1::Stage stage);

/// `RAPID_REVIEW`.
[[nodiscard]] std::string stage_name(v1::Stage stage);

}  // namespace review
