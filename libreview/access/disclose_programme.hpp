#pragma once

#include "libreview/access/reader.hpp"
#include "libreview/law/rule_book.hpp"
#include "review/v1/case.pb.h"
#include "review/v1/case_file.pb.h"
#include "review/v1/programme_answer.pb.h"

namespace review {

/// What the reader may see of a programme, of which `shown` was disclosed to them already: that, and what makes it a
/// programme, but for its title, which its entries have. Who does not read what records are about sees the reference,
/// the stage and the own agency's clocks.
[[nodiscard]] v1::Programme disclose_programme(const v1::Case& shown, const v1::CaseFile& file, const RuleBook& law,
                                               const Reader& reader);

}  // namespace review
