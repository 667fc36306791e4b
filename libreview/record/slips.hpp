#pragma once

#include <google/protobuf/repeated_ptr_field.h>

#include <string>

#include "review/v1/holds_file.pb.h"

namespace review {

/// Whether a day, month or year that is said now ends later than the one that was said before: a month counts to its
/// last day. The same said less exactly, 2026 after October 2026, is not later. False where one of them is empty.
[[nodiscard]] bool is_said_later(const std::string& before, const std::string& now);

/// Whether what is said now only says more exactly what was said before: 15 March 2027 after March 2027.
[[nodiscard]] bool is_more_exact(const std::string& before, const std::string& now);

/// How often a date slipped, and by how much in all.
struct SlipCount {
  int times = 0;
  int days = 0;  ///< calendar days; those of a day that was taken out count once another is known
};

/// The slips of one date, of which `now` is what is said today; empty where no day is known. A date that moved earlier
/// did not slip.
[[nodiscard]] SlipCount count_slips(const google::protobuf::RepeatedPtrField<v1::SlipFile>& slips,
                                    const std::string& now);

/// The same of proceedings: how often any of their dates slipped, and by how much the one that slipped most.
[[nodiscard]] SlipCount count_slips(const v1::ProceedingsFile& proceedings);

}  // namespace review
