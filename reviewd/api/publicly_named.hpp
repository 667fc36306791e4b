#pragma once

#include "libreview/base/result.hpp"
#include "libreview/desk/recording.hpp"
#include "reviewd/api/call.hpp"

namespace reviewd {

/// That a report is published or replaced is refused, with `reasons-required`, where its title, the path of its web
/// address, or the title or file name of its document says who somebody is: by a name, a date of birth, an address, a
/// school or an NHS number of the cases that the review covers, as far as the recorder reads them. It may stand there
/// where the check for names was recorded with places that are left as they are, and this entry has its reasons too.
/// Initials, misspellings and words that most texts hold are left to the check for names. The same of a correction.
/// Asked of who may record it.
[[nodiscard]] review::Result<void> names_nobody(Call& call, const review::Recording& recording);

}  // namespace reviewd
