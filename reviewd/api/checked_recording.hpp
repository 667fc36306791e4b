#pragma once

#include "libreview/base/result.hpp"
#include "libreview/desk/recording.hpp"
#include "reviewd/api/call.hpp"

namespace reviewd {

/// That a document was checked for names is recorded only of what this service checked: refused, with
/// `not-in-this-stage`, where it has the newest version of the document and never ran the check on it. What is kept
/// elsewhere it cannot check: there the word of whoever records counts. The same of a correction that says so.
/// Asked of who may record it.
[[nodiscard]] review::Result<void> may_say_checked(Call& call, const review::Recording& recording);

}  // namespace reviewd
