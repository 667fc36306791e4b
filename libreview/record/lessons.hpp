#pragma once

#include "libreview/record/handling.hpp"

namespace review {

/// Of an entry of the learning log: the standards are those of the audit, and where it went is there.
void admit_lesson(const Question& question);
/// Of what became of one later: there is such an entry of the log, and where it went is there.
void admit_lesson_followed(const Question& question);

}  // namespace review
