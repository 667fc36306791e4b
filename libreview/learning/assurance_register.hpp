#pragma once

#include <google/protobuf/repeated_field.h>

#include "libreview/calendar/date.hpp"
#include "review/v1/assurance_answer.pb.h"
#include "review/v1/assurance_file.pb.h"

namespace review {

/// How an answer stands on a day: what came in part is still owed, and in time is up to the due day itself.
[[nodiscard]] v1::AssuranceState assurance_state(const v1::AssuranceFile& file, Date day);

/// What was asked of an agency and how it stands on a day, without programme and words.
[[nodiscard]] v1::AssuranceRow assurance_row(const v1::AssuranceFile& file, Date day);

/// So many. What is no longer asked for is not among those that were asked.
[[nodiscard]] v1::AssuranceCounts assurance_counts(const google::protobuf::RepeatedPtrField<v1::AssuranceRow>& rows);

/// Whether the agency still owes its answer.
[[nodiscard]] bool is_owed(v1::AssuranceState state);

}  // namespace review
