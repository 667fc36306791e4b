#pragma once

#include <string_view>

#include "review/v1/case_file.pb.h"

namespace review {

/// The first step, finding, recommendation, action, request for assurance, training, pledge or round of monitoring
/// takes a planned programme under way.
void programme_begins(v1::CaseFile& file, std::string_view kind);

}  // namespace review
