#pragma once

#include "review/v1/case.pb.h"
#include "review/v1/case_file.pb.h"

namespace review {

/// A date that slipped.
void put_slip(v1::Slip& slip, const v1::SlipFile& from);

/// The proceedings of a case with their steps and each date that slipped.
void put_proceedings(v1::Case& out, const v1::CaseFile& file);

}  // namespace review
