#pragma once

#include "review/v1/case.pb.h"
#include "review/v1/case_file.pb.h"

namespace review {

/// How the publication of each review stands; `publication` is the newest of them that has begun.
void put_publications(v1::Case& out, const v1::CaseFile& file);

}  // namespace review
